#include "modules/steering/rules/verdict.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lenkwerk::steering {
namespace {

constexpr std::size_t kLongestReason = 1000;

}  // namespace

Outcome<VerdictDraft> check_verdict(VerdictDraft draft, Day session_day) {
    draft.reason = text::trim(draft.reason);
    bool const needs_work = draft.verdict == "needs_work";
    if (!needs_work) draft.group.reset(), draft.until.reset();
    Problems problems;
    if (std::find(kVerdicts.begin(), kVerdicts.end(), draft.verdict) == kVerdicts.end())
        problems.push_back({"steering.verdict.unknown", "verdict"});
    if (draft.reason.empty() && draft.verdict != "unchanged")
        problems.push_back({"steering.verdict.reason_missing", "reason"});
    if (text::length(draft.reason) > kLongestReason)
        problems.push_back({"steering.verdict.too_long", "reason", {{"most", std::int64_t{kLongestReason}}}});
    if (needs_work && !draft.group) problems.push_back({"steering.verdict.group_missing", "group"});
    if (needs_work && (!draft.until || *draft.until <= session_day))
        problems.push_back({"steering.verdict.until_missing", "until"});
    if (!problems.empty()) return problems;
    return draft;
}

}  // namespace lenkwerk::steering
