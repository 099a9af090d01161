// A whole table of activities in one transaction.
#include "modules/measures/commands/activities.hpp"
#include "modules/measures/rules/refusals.hpp"
#include "modules/measures/store/activities.hpp"

namespace lenkwerk::measures {
namespace {

Problems import_row(storage::Transaction& tx, ActivityRow const& row, Day today) {
    if (!row.known) {
        auto const added = add_activity(tx, row.draft, today);
        return added ? Problems{} : added.problems();
    }
    auto const activity = store::find_activity(tx, {Viewer::everything()}, *row.known);
    if (!activity) return activity_unknown();
    auto const edited = edit_activity(tx, {*row.known, row.draft, activity->version});
    return edited ? Problems{} : edited.problems();
}

}  // namespace

Outcome<ImportCounts> import_activities(storage::Transaction& tx, std::vector<ActivityRow> const& rows, Day today) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    ImportCounts counts;
    Problems problems;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].changes) {
            ++counts.same;
            continue;
        }
        for (auto& problem : import_row(tx, rows[i], today)) {
            problem.field = fmt::format("{}.{}", i, problem.field);
            problems.push_back(std::move(problem));
        }
        ++(rows[i].known ? counts.changed : counts.added);
    }
    if (!problems.empty()) return problems;
    return counts;
}

}  // namespace lenkwerk::measures
