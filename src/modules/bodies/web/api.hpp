#pragma once
// Bodies and sessions as programs read them: one function a route; routes.cpp lists them.
#include "platform/web/visit.hpp"

namespace lenkwerk::bodies {

web::Response list_bodies_as_json(web::Visit& visit);
web::Response show_body_as_json(web::Visit& visit);
web::Response show_session_as_json(web::Visit& visit);

}  // namespace lenkwerk::bodies
