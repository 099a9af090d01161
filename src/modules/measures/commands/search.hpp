#pragma once
// How search finds activities and reports: a report is found by nobody who may not see its activity.
#include "modules/measures/store/activities.hpp"
#include "modules/measures/store/reports.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::measures {

void index_report(storage::Transaction& tx, store::Activity const& activity, store::Report const& report);
// The activity, and all its reports, whose audience depends on its own.
void index_activity(storage::Transaction& tx, store::Activity const& activity);

}  // namespace lenkwerk::measures
