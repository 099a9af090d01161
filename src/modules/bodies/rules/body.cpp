#include "modules/bodies/rules/body.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lenkwerk::bodies {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestSeat = 120;

bool is_one_of(auto const& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool are_of(auto const& known, std::vector<std::string> const& words) {
    return std::all_of(words.begin(), words.end(), [&](auto const& word) { return is_one_of(known, word); });
}

void keep_once(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

template <class Has>
std::vector<Share> shares(auto const& known, std::vector<std::string> const& wanted,
                          std::span<MemberDraft const> members, Has has) {
    std::vector<Share> found;
    for (auto const word : known) {
        auto const count =
            std::count_if(members.begin(), members.end(), [&](auto const& member) { return has(member, word); });
        bool const is_wanted = is_one_of(wanted, word);
        if (count > 0 || is_wanted) found.push_back({std::string(word), static_cast<int>(count), is_wanted});
    }
    return found;
}

}  // namespace

bool is_of_the_plan(std::string_view kind) {
    return kind == "steering_group" || kind == "working_group" || kind == "assembly";
}

Outcome<BodyDraft> check_body(BodyDraft draft) {
    draft.name = text::squeeze(draft.name);
    keep_once(draft.wanted_sectors);
    keep_once(draft.wanted_perspectives);
    Problems problems;
    if (draft.name.empty()) problems.push_back({"bodies.body.name_missing", "name"});
    if (text::length(draft.name) > kLongestName)
        problems.push_back({"bodies.body.name_too_long", "name", {{"most", std::int64_t{kLongestName}}}});
    if (!is_one_of(kBodyKinds, draft.kind)) problems.push_back({"bodies.body.kind_unknown", "kind"});
    if (!are_of(kSectors, draft.wanted_sectors)) problems.push_back({"bodies.body.sector_unknown", "wanted_sectors"});
    if (!are_of(kPerspectives, draft.wanted_perspectives))
        problems.push_back({"bodies.body.perspective_unknown", "wanted_perspectives"});
    if (draft.quorum_percent < 0 || draft.quorum_percent > 99)
        problems.push_back({"bodies.body.quorum_out_of_range", "quorum_percent"});
    if (!problems.empty()) return problems;
    return draft;
}

Outcome<MemberDraft> check_member(MemberDraft draft) {
    draft.name = text::squeeze(draft.name);
    draft.organisation = text::squeeze(draft.organisation);
    draft.deputy = text::squeeze(draft.deputy);
    keep_once(draft.perspectives);
    Problems problems;
    if (draft.name.empty()) problems.push_back({"bodies.member.name_missing", "name"});
    for (auto const& [text, field] :
         {std::pair{draft.name, "name"}, {draft.organisation, "organisation"}, {draft.deputy, "deputy"}})
        if (text::length(text) > kLongestSeat)
            problems.push_back({"bodies.member.too_long", field, {{"most", std::int64_t{kLongestSeat}}}});
    if (!is_one_of(kFunctions, draft.function)) problems.push_back({"bodies.member.function_unknown", "function"});
    if (!is_one_of(kSectors, draft.sector)) problems.push_back({"bodies.member.sector_missing", "sector"});
    if (!are_of(kPerspectives, draft.perspectives))
        problems.push_back({"bodies.member.perspective_unknown", "perspectives"});
    if (draft.term.last && *draft.term.last < draft.term.first)
        problems.push_back({"bodies.member.term_reversed", "last"});
    if (!problems.empty()) return problems;
    return draft;
}

bool Composition::has_gaps() const {
    auto const is_gap = [](Share const& share) { return share.is_gap(); };
    return std::any_of(sectors.begin(), sectors.end(), is_gap) ||
           std::any_of(perspectives.begin(), perspectives.end(), is_gap);
}

Composition composition(BodyDraft const& body, std::span<MemberDraft const> members, Day today) {
    std::vector<MemberDraft> seated;
    std::copy_if(members.begin(), members.end(), std::back_inserter(seated),
                 [&](auto const& member) { return member.term.contains(today) && member.function != "guest"; });
    Composition found;
    found.members = static_cast<int>(seated.size());
    found.sectors = shares(kSectors, body.wanted_sectors, seated,
                           [](auto const& member, auto word) { return member.sector == word; });
    found.perspectives = shares(kPerspectives, body.wanted_perspectives, seated,
                                [](auto const& member, auto word) { return is_one_of(member.perspectives, word); });
    return found;
}

}  // namespace lenkwerk::bodies
