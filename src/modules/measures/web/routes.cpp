#include "modules/measures/web/routes.hpp"

#include "modules/measures/commands/activities.hpp"
#include "modules/measures/web/api.hpp"
#include "modules/measures/web/pages.hpp"

namespace lenkwerk::measures {

namespace {

using web::Method;

Door const kReports{Door::Kind::permission, std::string(kReport)};
Door const kManages{Door::Kind::permission, std::string(kManage)};

std::vector<Route> activity_routes() {
    return {
        {Method::get, "/massnahmen", list_activities_page},
        {Method::get, "/massnahmen/einlesen", show_import, kManages},
        {Method::post, "/massnahmen/einlesen", check_import, kManages},
        {Method::post, "/massnahmen/einlesen/bestaetigung", confirm_import, kManages},
        {Method::get, "/massnahmen/vorlage", download_import_template, kManages},
        {Method::get, "/massnahmen/{id}", show_activity_page},
        {Method::get, "/massnahmen/neu", show_new_activity, kReports},
        {Method::post, "/massnahmen", add_activity_page, kReports},
        {Method::get, "/massnahmen/{id}/bearbeiten", show_edit_activity, kReports},
        {Method::post, "/massnahmen/{id}", save_activity, kReports},
        {Method::get, "/massnahmen/{id}/verlauf", show_activity_history},
        {Method::post, "/massnahmen/{id}/sichtbarkeit", show_activity_to, kManages},
        {Method::get, "/massnahmen/{id}/zusammenlegung", show_merge_activity, kManages},
        {Method::post, "/massnahmen/{id}/zusammenlegung", merge_activity_page, kManages},
        {Method::post, "/sachstaende/{id}/sichtbarkeit", show_report_to, kManages},
        {Method::get, "/massnahmen/{id}/sachstaende/neu", show_new_report, kReports},
        {Method::post, "/massnahmen/{id}/sachstaende", add_report, kReports},
    };
}

std::vector<Route> round_routes() {
    return {
        {Method::get, "/sachstandsrunden", list_rounds_page, kReports},
        {Method::get, "/sachstandsrunden/neu", show_new_round, kManages},
        {Method::post, "/sachstandsrunden", open_round_page, kManages},
        {Method::get, "/sachstandsrunden/{id}", show_round, kReports},
        {Method::post, "/sachstandsrunden/{id}/sichtbarkeit", publish_round_page, kManages},
        {Method::post, "/sachstandsrunden/{id}/ende", close_round_page, kManages},
        {Method::get, "/sachstandsrunden/{id}/organisationen/{organisation}", show_round_form, kReports},
        {Method::post, "/sachstandsrunden/{id}/organisationen/{organisation}", answer_round_page, kReports},
        {Method::get, "/sachstandsrunden/{id}/organisationen/{organisation}/tabelle", download_round_sheet, kReports},
        {Method::post, "/sachstandsrunden/{id}/organisationen/{organisation}/tabelle", check_round_sheet, kReports},
    };
}

std::vector<Route> open_routes() {
    return {
        {Method::get, "/plaene/{id}/druck", print_plan},
        {Method::get, "/plaene/{id}/plan.pdf", show_public_plan_pdf},
        {Method::get, "/plaene/{id}/plan-intern.pdf", show_internal_plan_pdf},
        {Method::get, "/plaene/{id}/plan.xlsx", export_plan_as_xlsx},
        {Method::get, "/plaene/{id}/plan.csv", export_plan_as_csv},
        {Method::get, "/plaene/{id}/plan.json", export_plan_as_json},
        {Method::get, "/feed.atom", feed_of_plan},
        {Method::get, "/themen/{id}/feed.atom", feed_of_topic},
        {Method::get, "/stadtbezirke/{id}/feed.atom", feed_of_district},
        {Method::get, "/api/v1/measures", list_activities_as_json},
        {Method::get, "/api/v1/measures/{id}", show_activity_as_json},
        {Method::post, "/api/v1/measures/{id}/reports", add_report_as_json, kReports},
    };
}

}  // namespace

std::vector<Route> routes() {
    auto all = activity_routes();
    for (auto more : {round_routes(), open_routes()})
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

}  // namespace lenkwerk::measures
