#pragma once
// Organisations as programs read them.
#include "platform/web/visit.hpp"

namespace lenkwerk::people {

web::Response list_organisations_as_json(web::Visit& visit);

}  // namespace lenkwerk::people
