#include "modules/steering/rules/finding.hpp"

#include "base/text.hpp"
#include "modules/steering/rules/overview.hpp"

#include <algorithm>

namespace lenkwerk::steering {
namespace {

constexpr std::size_t kLongestText = 1000;
constexpr std::size_t kLongestSource = 300;

}  // namespace

Outcome<FindingDraft> check_finding(FindingDraft draft) {
    draft.text = text::trim(draft.text);
    draft.source = text::squeeze(draft.source);
    Problems problems;
    if (std::find(kPerspectives.begin(), kPerspectives.end(), draft.perspective) == kPerspectives.end())
        problems.push_back({"steering.finding.perspective_unknown", "perspective"});
    if (draft.text.empty()) problems.push_back({"steering.finding.text_missing", "text"});
    if (text::length(draft.text) > kLongestText)
        problems.push_back({"steering.finding.too_long", "text", {{"most", std::int64_t{kLongestText}}}});
    if (draft.source.empty()) problems.push_back({"steering.finding.source_missing", "source"});
    if (text::length(draft.source) > kLongestSource)
        problems.push_back({"steering.finding.too_long", "source", {{"most", std::int64_t{kLongestSource}}}});
    if (!problems.empty()) return problems;
    return draft;
}

}  // namespace lenkwerk::steering
