#pragma once
// Indicators on the pages of goals: what they say, their values, and their fields in a form.
#include "modules/plan/store/goals.hpp"
#include "modules/plan/web/common.hpp"

namespace lenkwerk::plan {

// "12,5" and "12.5"; nothing for another form.
std::optional<double> decimal(std::string typed);
// With as many digits as it has, three at most: "4", "41,5".
std::string measured(web::Visit& visit, double value);

IndicatorDraft indicator_of(web::Fields const& form);
void indicator_fields(ui::OpenForm const& open, web::Visit& visit);
void show_indicator(html::Writer& w, web::Visit& visit, store::Indicator const& indicator);

}  // namespace lenkwerk::plan
