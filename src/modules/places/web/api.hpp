#pragma once
// Districts as programs read them.
#include "platform/web/visit.hpp"

namespace lenkwerk::places {

web::Response list_districts_as_json(web::Visit& visit);
web::Response show_district_as_json(web::Visit& visit);

}  // namespace lenkwerk::places
