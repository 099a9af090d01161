#pragma once
// What a paper says now that differs from what was stored when it was imported before.
#include "modules/council/rules/paper_draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council {

enum class PaperChange { added, removed, changed };

// One place that differs. `what` is paper, consultation, field, topic, budget or deviation; `which` names the thing (body, number,
// order and years; empty for the paper itself); `member` what of it ("title"; empty where the whole thing was added or removed).
struct PaperDifference {
    PaperChange change;
    std::string what, which, member;
    std::string before, after;  // as the paper writes them; days as 2023-02-09
    Lines lines;                // of the paper as it is now; of the stored one where the thing was removed
    bool operator==(PaperDifference const&) const = default;
};

// In the order of the paper as it is now, then what was removed. Lines alone make no difference.
std::vector<PaperDifference> differences(PaperDraft const& stored, PaperDraft const& now);

}  // namespace lenkwerk::council
