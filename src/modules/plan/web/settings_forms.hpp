#pragma once
// The forms on the office's page of a plan.
#include "modules/plan/web/common.hpp"

namespace lenkwerk::plan {

struct SettingsForms {
    web::Form facts = {}, state = {}, confirmation = {}, adoption = {}, step = {}, publication = {};
};
web::Response show_settings(web::Visit& visit, SettingsForms forms, int status);
// The fields of a plan's facts; `own` is left out of its possible predecessors.
void plan_fields(ui::OpenForm const& open, web::Visit& visit, std::optional<PlanId> own);

}  // namespace lenkwerk::plan
