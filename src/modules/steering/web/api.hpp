#pragma once
// The overview as programs read it: the public form, or ?form=body for who may.
#include "platform/web/visit.hpp"

namespace lenkwerk::steering {

web::Response show_overview_as_json(web::Visit& visit);

}  // namespace lenkwerk::steering
