#pragma once
// The fields of a status report, alone on its page or as a line of a status round: then every name begins with "42.".
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

void report_fields(ui::OpenForm const& open, web::Visit& visit, Kind kind, std::string const& prefix);
StatusInput report_of(web::Visit& visit, ActivityId activity, std::string const& prefix);

}  // namespace lenkwerk::measures
