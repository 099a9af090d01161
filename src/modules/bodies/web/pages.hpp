#pragma once
// The pages of bodies.
#include "platform/web/visit.hpp"

namespace lenkwerk::bodies {

web::Response list_bodies_page(web::Visit& visit);
web::Response show_body(web::Visit& visit);

}  // namespace lenkwerk::bodies
