#include "modules/measures/rules/plan_form.hpp"

namespace lenkwerk::measures {

std::string_view word(PlanForm form) { return form == PlanForm::everyone ? "public" : "administration"; }

std::optional<PlanForm> plan_form_of(std::string_view text) {
    for (auto const form : kPlanForms)
        if (word(form) == text) return form;
    return std::nullopt;
}

Viewer viewer_of(PlanForm form) { return form == PlanForm::everyone ? Viewer::visitor() : Viewer::insider({}); }

Audience audience_of(PlanForm form) {
    return form == PlanForm::everyone ? Audience::everyone() : Audience::administration();
}

}  // namespace lenkwerk::measures
