#pragma once
// The pages of places.
#include "platform/web/visit.hpp"

namespace lenkwerk::places {

web::Response list_districts_page(web::Visit& visit);
web::Response show_district(web::Visit& visit);

}  // namespace lenkwerk::places
