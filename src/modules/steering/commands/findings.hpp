#pragma once
// What members and office do with findings.
#include "modules/steering/ids.hpp"
#include "modules/steering/rules/finding.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::steering {

inline constexpr std::string_view kManage = "steering.manage";          // withdraws, publishes, answers
inline constexpr std::string_view kContribute = "steering.contribute";  // notes findings, files signals

// Publishing is for the office.
Outcome<FindingId> note_finding(storage::Transaction& tx, FindingDraft const& draft, Day today);
Outcome<Done> withdraw_finding(storage::Transaction& tx, FindingId id);

}  // namespace lenkwerk::steering
