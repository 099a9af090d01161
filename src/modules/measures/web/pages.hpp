#pragma once
// The pages of measures: one function a route; routes.cpp lists them.
#include "platform/web/visit.hpp"

namespace lenkwerk::measures {

web::Response list_activities_page(web::Visit& visit);
web::Response show_activity_page(web::Visit& visit);
web::Response show_new_activity(web::Visit& visit);
web::Response add_activity_page(web::Visit& visit);
web::Response show_edit_activity(web::Visit& visit);
web::Response save_activity(web::Visit& visit);

web::Response show_activity_history(web::Visit& visit);
web::Response show_activity_to(web::Visit& visit);
web::Response show_merge_activity(web::Visit& visit);
web::Response merge_activity_page(web::Visit& visit);
web::Response show_report_to(web::Visit& visit);

web::Response show_new_report(web::Visit& visit);
web::Response add_report(web::Visit& visit);

web::Response list_rounds_page(web::Visit& visit);
web::Response show_new_round(web::Visit& visit);
web::Response open_round_page(web::Visit& visit);
web::Response show_round(web::Visit& visit);
web::Response publish_round_page(web::Visit& visit);
web::Response close_round_page(web::Visit& visit);
web::Response show_round_form(web::Visit& visit);
web::Response answer_round_page(web::Visit& visit);
web::Response download_round_sheet(web::Visit& visit);
web::Response check_round_sheet(web::Visit& visit);

web::Response show_import(web::Visit& visit);
web::Response check_import(web::Visit& visit);
web::Response confirm_import(web::Visit& visit);
web::Response download_import_template(web::Visit& visit);

web::Response print_plan(web::Visit& visit);
web::Response show_public_plan_pdf(web::Visit& visit);
web::Response show_internal_plan_pdf(web::Visit& visit);
web::Response export_plan_as_xlsx(web::Visit& visit);
web::Response export_plan_as_csv(web::Visit& visit);
web::Response export_plan_as_json(web::Visit& visit);
web::Response feed_of_plan(web::Visit& visit);
web::Response feed_of_topic(web::Visit& visit);
web::Response feed_of_district(web::Visit& visit);

}  // namespace lenkwerk::measures
