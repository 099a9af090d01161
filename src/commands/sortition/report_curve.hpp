#pragma once
// The curve of everybody's chance from the smallest to the largest, beside the chance that equal lots would give.
#include "platform/html/writer.hpp"
#include "platform/i18n/locale.hpp"

namespace lenkwerk::commands::sortition {

// `ascending`: the chances; `equal`: seats / people. As SVG with a title and a description for those who hear it.
void chance_curve(html::Writer& w, i18n::Locale const& locale, std::vector<double> const& ascending, double equal);

}  // namespace lenkwerk::commands::sortition
