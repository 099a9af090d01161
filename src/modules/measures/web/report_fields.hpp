#pragma once
// The fields of one status report, on its own page.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

void report_fields(ui::OpenForm const& open, web::Visit& visit, Kind kind);
StatusInput report_of(web::Visit& visit, ActivityId activity);

}  // namespace lenkwerk::measures
