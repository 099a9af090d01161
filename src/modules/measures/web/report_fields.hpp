#pragma once
// The fields of one status report, on its own page.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

void report_fields(ui::OpenForm const& open, web::Visit& visit, Kind kind);
// What was sent, by a page or a program. Without a phase it stays as it is, without a day it is of today, without an audience it is for
// the administration; what is sent and means nothing is refused, and so is a day that is still to come.
Outcome<StatusInput> report_of(web::Visit& visit, store::Activity const& activity);

}  // namespace lenkwerk::measures
