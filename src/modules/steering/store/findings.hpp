#pragma once
// Findings of the perspectives as they are kept.
#include "modules/steering/ids.hpp"
#include "modules/steering/rules/finding.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::steering::store {

struct KnownFinding {
    FindingId id;
    FindingDraft facts;
    Day day;
};
// Those that were not withdrawn, by field and day.
std::vector<KnownFinding> findings(storage::Reader const& reader, Viewer const& viewer);
std::optional<KnownFinding> find_finding(storage::Reader const& reader, FindingId id);
FindingId insert_finding(storage::Transaction& tx, FindingDraft const& draft, Day day);
void withdraw_finding(storage::Transaction& tx, FindingId id);

}  // namespace lenkwerk::steering::store
