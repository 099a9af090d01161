#pragma once
// The pages of the plan: one function a route; routes.cpp lists them.
#include "platform/web/visit.hpp"

namespace lenkwerk::plan {

web::Response show_current_plan(web::Visit& visit);
web::Response show_plan(web::Visit& visit);
web::Response list_plans_page(web::Visit& visit);
web::Response compare_plan(web::Visit& visit);

web::Response show_new_plan(web::Visit& visit);
web::Response add_plan(web::Visit& visit);
web::Response show_plan_settings(web::Visit& visit);
web::Response save_plan(web::Visit& visit);
web::Response advance_plan_page(web::Visit& visit);
web::Response adopt_plan(web::Visit& visit);
web::Response add_step_page(web::Visit& visit);
web::Response save_step(web::Visit& visit);
web::Response remove_step_page(web::Visit& visit);
web::Response confirm_topics_page(web::Visit& visit);
web::Response publish_plan(web::Visit& visit);

web::Response show_topic_page(web::Visit& visit);
web::Response show_topic_history(web::Visit& visit);
web::Response show_new_topic(web::Visit& visit);
web::Response add_topic_page(web::Visit& visit);
web::Response show_edit_topic(web::Visit& visit);
web::Response save_topic(web::Visit& visit);
web::Response show_move_topic(web::Visit& visit);
web::Response move_topic_page(web::Visit& visit);
web::Response merge_topic_page(web::Visit& visit);
web::Response retire_topic_page(web::Visit& visit);
web::Response show_topic_to(web::Visit& visit);

web::Response show_goal(web::Visit& visit);
web::Response show_new_goal(web::Visit& visit);
web::Response add_goal_page(web::Visit& visit);
web::Response show_edit_goal(web::Visit& visit);
web::Response save_goal(web::Visit& visit);
web::Response add_indicator_page(web::Visit& visit);
web::Response add_value(web::Visit& visit);
web::Response show_edit_indicator(web::Visit& visit);
web::Response save_indicator(web::Visit& visit);

}  // namespace lenkwerk::plan
