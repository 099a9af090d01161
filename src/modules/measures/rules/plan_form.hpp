#pragma once
// The forms in which the whole plan is printed: what everybody may see, and what the administration and the bodies may.
#include "base/audience.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace lenkwerk::measures {

enum class PlanForm { everyone, administration };
inline constexpr std::array kPlanForms{PlanForm::everyone, PlanForm::administration};
std::string_view word(PlanForm form);  // "public", "administration"
std::optional<PlanForm> plan_form_of(std::string_view word);

// For whom the form is made: nobody reads more in it than this viewer sees.
Viewer viewer_of(PlanForm form);
// Who may have it.
Audience audience_of(PlanForm form);

}  // namespace lenkwerk::measures
