#include "modules/plan/web/routes.hpp"

#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/web/api.hpp"
#include "modules/plan/web/pages.hpp"

namespace lenkwerk::plan {
namespace {

using web::Method;

std::vector<Route> open_routes() {
    return {
        {Method::get, "/plan", show_current_plan},
        {Method::get, "/plaene", list_plans_page},
        {Method::get, "/plaene/{id}", show_plan},
        {Method::get, "/plaene/{id}/vergleich", compare_plan},
        {Method::get, "/themen/{id}", show_topic_page},
        {Method::get, "/themen/{id}/verlauf", show_topic_history},
        {Method::get, "/ziele/{id}", show_goal},
        {Method::get, "/api/v1/plans", list_plans_as_json},
        {Method::get, "/api/v1/plans/{id}", show_plan_as_json},
        {Method::get, "/api/v1/topics/{id}", show_topic_as_json},
        {Method::get, "/api/v1/goals/{id}", show_goal_as_json},
    };
}

std::vector<Route> office_routes() {
    Door const edit{Door::Kind::permission, std::string(kEdit)};
    return {
        {Method::get, "/plaene/neu", show_new_plan, edit},
        {Method::post, "/plaene", add_plan, edit},
        {Method::get, "/plaene/{id}/bearbeiten", show_plan_settings, edit},
        {Method::post, "/plaene/{id}", save_plan, edit},
        {Method::post, "/plaene/{id}/stand", advance_plan_page, edit},
        {Method::post, "/plaene/{id}/sichtbarkeit", publish_plan, edit},
        {Method::post, "/plaene/{id}/bestaetigung", confirm_topics_page, edit},
        {Method::post, "/plaene/{id}/fassungen", adopt_plan, edit},
        {Method::post, "/plaene/{id}/schritte", add_step_page, edit},
        {Method::post, "/plaene/{id}/schritte/{step}", save_step, edit},
        {Method::post, "/plaene/{id}/schritte/{step}/ende", remove_step_page, edit},
        {Method::get, "/plaene/{id}/themen/neu", show_new_topic, edit},
        {Method::post, "/plaene/{id}/themen", add_topic_page, edit},
        {Method::get, "/plaene/{id}/ziele/neu", show_new_goal, edit},
        {Method::post, "/plaene/{id}/ziele", add_goal_page, edit},
        {Method::get, "/themen/{id}/bearbeiten", show_edit_topic, edit},
        {Method::post, "/themen/{id}", save_topic, edit},
        {Method::get, "/themen/{id}/verschieben", show_move_topic, edit},
        {Method::post, "/themen/{id}/platz", move_topic_page, edit},
        {Method::post, "/themen/{id}/zusammenlegung", merge_topic_page, edit},
        {Method::post, "/themen/{id}/ende", retire_topic_page, edit},
        {Method::post, "/themen/{id}/sichtbarkeit", show_topic_to, edit},
        {Method::get, "/ziele/{id}/bearbeiten", show_edit_goal, edit},
        {Method::post, "/ziele/{id}", save_goal, edit},
        {Method::post, "/ziele/{id}/kennzahlen", add_indicator_page, edit},
        {Method::get, "/kennzahlen/{id}/bearbeiten", show_edit_indicator, edit},
        {Method::post, "/kennzahlen/{id}", save_indicator, edit},
        {Method::post, "/kennzahlen/{id}/werte", add_value, {Door::Kind::permission, std::string(kRecordValue)}},
    };
}

}  // namespace

std::vector<Route> routes() {
    auto all = open_routes();
    auto office = office_routes();
    all.insert(all.end(), std::make_move_iterator(office.begin()), std::make_move_iterator(office.end()));
    return all;
}

}  // namespace lenkwerk::plan
