#pragma once
// Plans, topics and goals as programs read them: one function a route; routes.cpp lists them.
#include "platform/web/visit.hpp"

namespace lenkwerk::plan {

web::Response list_plans_as_json(web::Visit& visit);
web::Response show_plan_as_json(web::Visit& visit);
web::Response show_topic_as_json(web::Visit& visit);
web::Response show_goal_as_json(web::Visit& visit);

}  // namespace lenkwerk::plan
