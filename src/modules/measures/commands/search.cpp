#include "modules/measures/commands/search.hpp"

namespace lenkwerk::measures {
namespace {

std::string address_of(ActivityId id) { return fmt::format("/massnahmen/{}", id.value); }

}  // namespace

void index_report(storage::Transaction& tx, store::Activity const& activity, store::Report const& report) {
    tx.index({{"status_report", report.id.value},
              narrower(activity.facts.audience, report.facts.audience),
              activity.facts.title,
              report.facts.text,
              address_of(activity.id)});
}

void index_activity(storage::Transaction& tx, store::Activity const& activity) {
    auto const& facts = activity.facts;
    tx.index(
        {{"activity", activity.id.value}, facts.audience, facts.title, facts.description, address_of(activity.id)});
    for (auto const& report : store::reports_of(tx, {Viewer::everything()}, activity.id))
        index_report(tx, activity, report);
}

}  // namespace lenkwerk::measures
