#pragma once
// What the office and the organisations do with activities.
#include "modules/measures/rules/activity_table.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::measures {

inline constexpr std::string_view kManage = "measures.manage";
inline constexpr std::string_view kReport = "measures.report_status";

// By the office for anybody, by an organisation for itself.
Outcome<ActivityId> add_activity(storage::Transaction& tx, ActivityDraft const& draft, Day today);

struct ActivityEdit {
    ActivityId id;
    ActivityDraft draft;  // its phase is not read: phases change by status reports
    std::int64_t version = 0;
};
// Who may see it is for the office alone; an organisation edits the rest of its own.
Outcome<Done> edit_activity(storage::Transaction& tx, ActivityEdit const& edit);
// What a table of activities says (rules/activity_table.hpp), for the office: all rows or none. Problems carry the place of the row
// among `rows` in their field: "3.topic".
struct ImportCounts {
    int added = 0, changed = 0, same = 0;
};
Outcome<ImportCounts> import_activities(storage::Transaction& tx, std::vector<ActivityRow> const& rows, Day today);

// `from` is stopped and points to `into`.
Outcome<Done> merge_activities(storage::Transaction& tx, ActivityId from, ActivityId into, std::string const& reason,
                               Day today);
// Publishing, and taking it back.
Outcome<Done> show_activity(storage::Transaction& tx, ActivityId id, Audience const& audience);

}  // namespace lenkwerk::measures
