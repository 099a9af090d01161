#pragma once
// Every component in each of its states, with sample content: /muster of the demo city, and what the tests of accessibility look at.
#include "platform/html/writer.hpp"
#include "platform/i18n/locale.hpp"

namespace lenkwerk::web::components {

void pattern_page(html::Writer& w, i18n::Locale const& locale);

}  // namespace lenkwerk::web::components
