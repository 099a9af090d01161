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

web::Response show_new_report(web::Visit& visit);
web::Response add_report(web::Visit& visit);

web::Response list_rounds_page(web::Visit& visit);
web::Response open_round_page(web::Visit& visit);
web::Response show_round(web::Visit& visit);
web::Response close_round_page(web::Visit& visit);
web::Response show_round_form(web::Visit& visit);
web::Response answer_round_page(web::Visit& visit);

}  // namespace lenkwerk::measures
