#pragma once
// A state in one word. The colour repeats what the word says and never says more.
#include "platform/html/writer.hpp"

#include <string_view>

namespace lenkwerk::web::components {

// neutral: idea, draft · info: running, in review · good: done, accepted, fresh · warning: due, deferred · bad: overdue, rejected, stale
enum class Tone { neutral, info, good, warning, bad };

void badge(html::Writer& w, std::string_view text, Tone tone = Tone::neutral);

}  // namespace lenkwerk::web::components
