#pragma once
// Measures as programs read them and report on them: one function a route; routes.cpp lists them.
#include "platform/web/visit.hpp"

namespace lenkwerk::measures {

web::Response list_activities_as_json(web::Visit& visit);
web::Response show_activity_as_json(web::Visit& visit);
web::Response add_report_as_json(web::Visit& visit);

}  // namespace lenkwerk::measures
