#pragma once
// The fields of one status report, on its own page.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

// The part of a report that is more than its day, out of fields that begin with `prefix`. Without a phase it stays as it is, without an
// audience it is for the administration; a word that means nothing is refused at its field.
Outcome<ReportDraft> report_draft_of(web::Fields const& fields, std::string const& prefix, Phase phase);

void report_fields(ui::OpenForm const& open, web::Visit& visit, Kind kind);
// What was sent, by a page or a program. Without a day it is of today; a day that is still to come is refused.
Outcome<StatusInput> report_of(web::Visit& visit, store::Activity const& activity);

}  // namespace lenkwerk::measures
