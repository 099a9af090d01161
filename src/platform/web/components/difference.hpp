#pragma once
// What was and what is: the old value struck out, the new one marked, both said to screen readers.
#include "platform/html/writer.hpp"
#include "platform/i18n/locale.hpp"

#include <string_view>

namespace lenkwerk::web::components {

// Equal values are written once; an empty side is left out.
void difference(html::Writer& w, i18n::Locale const& locale, std::string_view before, std::string_view after);
// Word by word, for longer texts: only what changed is marked.
void text_difference(html::Writer& w, i18n::Locale const& locale, std::string_view before, std::string_view after);

}  // namespace lenkwerk::web::components
