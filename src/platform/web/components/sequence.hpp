#pragma once
// Steps one after another with the position reached: the consultations of a paper, the life of a lab.
#include "platform/html/writer.hpp"
#include "platform/i18n/locale.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::web::components {

enum class Progress { done, current, open, skipped };

struct Step {
    std::string title;
    std::string detail = {};  // date, role
    Progress progress = Progress::open;
    std::function<void(html::Writer&)> more = nullptr;  // a badge with the result
};

void sequence(html::Writer& w, i18n::Locale const& locale, std::vector<Step> const& steps);

}  // namespace lenkwerk::web::components
