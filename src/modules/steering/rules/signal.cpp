#include "modules/steering/rules/signal.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lenkwerk::steering {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 5000;
constexpr std::size_t kLongestReason = 1000;

void limit(Problems& problems, std::string const& text, std::string const& field, std::size_t most) {
    if (text::length(text) > most)
        problems.push_back({"steering.signal.too_long", field, {{"most", static_cast<std::int64_t>(most)}}});
}

}  // namespace

Outcome<SignalDraft> check_signal(SignalDraft draft) {
    draft.title = text::squeeze(draft.title);
    draft.text = text::trim(draft.text);
    Problems problems;
    if (draft.title.empty()) problems.push_back({"steering.signal.title_missing", "title"});
    limit(problems, draft.title, "title", kLongestTitle);
    limit(problems, draft.text, "text", kLongestText);
    if (!problems.empty()) return problems;
    return draft;
}

Outcome<ReactionDraft> check_reaction(ReactionDraft draft, Day filed_on, Day today) {
    draft.reason = text::trim(draft.reason);
    Problems problems;
    if (std::find(kReactions.begin(), kReactions.end(), draft.kind) == kReactions.end())
        problems.push_back({"steering.signal.reaction_unknown", "kind"});
    if (draft.reason.empty()) problems.push_back({"steering.signal.reason_missing", "reason"});
    limit(problems, draft.reason, "reason", kLongestReason);
    if (draft.day < filed_on || draft.day > today) problems.push_back({"steering.signal.day_out_of_range", "day"});
    if (!problems.empty()) return problems;
    return draft;
}

}  // namespace lenkwerk::steering
