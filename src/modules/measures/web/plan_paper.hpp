#pragma once
// The whole plan on paper: the print page and the PDF show the same.
#include "modules/measures/commands/plan_pdf.hpp"
#include "modules/measures/web/whole_plan.hpp"

namespace lenkwerk::measures {

// Goals, fields, topics, what is done for them and how it stands, in the order of the plan.
void show_whole_plan(html::Writer& w, i18n::Locale const& locale, Day today, WholePlan const& whole);

// What the PDF of this form says now, in the city's language; nothing where the form has no such plan.
std::optional<documents::PrintDocument> compose_plan(City& city, storage::Reader const& reader, plan::PlanId plan,
                                                     PlanForm form);

}  // namespace lenkwerk::measures
