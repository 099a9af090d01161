#include "modules/council/rules/paper_differences.hpp"

#include <map>
#include <utility>

namespace lenkwerk::council {
namespace {

struct Member {
    std::string name, text;
};

// A finding as names and texts, so that all kinds compare alike.
struct Thing {
    std::string what, which;
    std::vector<Member> members;
    Lines lines;
};

std::string text_of(std::optional<FoundText> const& found) { return found ? found->value : std::string(); }
std::string day_of(std::optional<Day> const& day) { return day ? day->iso() : std::string(); }
std::string year_of(std::optional<int> const& year) { return year ? std::to_string(*year) : std::string(); }

Thing thing_of(PaperDraft const& draft) {
    auto const publicity = draft.is_public ? (draft.is_public->value ? "public" : "not_public") : "";
    return {"paper",
            "",
            {{"number", text_of(draft.number)},
             {"date", draft.date ? draft.date->value.iso() : ""},
             {"division", text_of(draft.division)},
             {"title", text_of(draft.title)},
             {"urgency", text_of(draft.urgency)},
             {"public", publicity},
             {"draft_resolution", text_of(draft.draft_resolution)},
             {"staff", text_of(draft.staff_effects)},
             {"financial", text_of(draft.financial_effects)},
             {"climate", text_of(draft.climate_effects)},
             {"competence", text_of(draft.competence)}},
            {}};
}

Thing thing_of(DraftConsultation const& one) {
    return {"consultation",
            one.body,
            {{"order", std::to_string(one.order)}, {"date", day_of(one.date)}, {"role", one.role}},
            one.lines};
}
Thing thing_of(DraftField const& one) {
    return {"field", one.number, {{"title", one.title}, {"subtitle", one.subtitle}}, one.lines};
}
Thing thing_of(DraftTopic const& one) {
    return {"topic",
            one.number,
            {{"title", one.title}, {"field", one.field}, {"parent", one.parent.value_or("")}},
            one.lines};
}
Thing thing_of(DraftBudgetAmount const& one) {
    auto which = one.order + " " + one.account + " " + year_of(one.from) + "–" + year_of(one.to);
    auto const basis = one.basis == Basis::per_year ? "per_year" : one.basis == Basis::total ? "total" : "not_stated";
    return {
        "budget",
        std::move(which),
        {{"holder", one.holder}, {"label", one.label}, {"basis", basis}, {"cents", std::to_string(one.amount.value)}},
        one.lines};
}
Thing thing_of(DraftDeviation const& one) {
    return {"deviation", "", {{"reason", one.reason.value_or("")}}, one.lines};
}

using Key =
    std::pair<std::string, std::pair<std::string, int>>;  // what, which, and its how-manieth: a body can come twice

std::vector<std::pair<Key, Thing>> things_of(PaperDraft const& draft) {
    std::vector<std::pair<Key, Thing>> found;
    std::map<std::pair<std::string, std::string>, int> seen;
    auto const add = [&](Thing thing) {
        auto const times = seen[{thing.what, thing.which}]++;
        Key key{thing.what, {thing.which, times}};
        found.emplace_back(std::move(key), std::move(thing));
    };
    add(thing_of(draft));
    for (auto const& one : draft.consultations) add(thing_of(one));
    for (auto const& one : draft.fields) add(thing_of(one));
    for (auto const& one : draft.topics) add(thing_of(one));
    for (auto const& one : draft.budget) add(thing_of(one));
    if (draft.deviation) add(thing_of(*draft.deviation));
    return found;
}

void compare(std::vector<PaperDifference>& found, Thing const& before, Thing const& now) {
    for (std::size_t i = 0; i < now.members.size(); ++i) {
        auto const& [name, text] = now.members[i];
        auto const& old = before.members[i].text;
        if (text == old) continue;
        found.push_back({PaperChange::changed, now.what, now.which, name, old, text, now.lines});
    }
}

// All that a thing says, its texts beside each other.
std::string said_by(Thing const& thing) {
    std::string said;
    for (auto const& member : thing.members) said += (said.empty() || member.text.empty() ? "" : " · ") + member.text;
    return said;
}

}  // namespace

std::vector<PaperDifference> differences(PaperDraft const& stored, PaperDraft const& now) {
    auto const before = things_of(stored);
    std::map<Key, Thing const*> open;
    for (auto const& [key, thing] : before) open.emplace(key, &thing);
    std::vector<PaperDifference> found;
    for (auto const& [key, thing] : things_of(now)) {
        auto const old = open.find(key);
        if (old == open.end()) {
            found.push_back({PaperChange::added, thing.what, thing.which, "", "", said_by(thing), thing.lines});
            continue;
        }
        compare(found, *old->second, thing);
        open.erase(old);
    }
    for (auto const& [key, thing] : before) {
        if (open.contains(key))
            found.push_back({PaperChange::removed, thing.what, thing.which, "", said_by(thing), "", thing.lines});
    }
    return found;
}

}  // namespace lenkwerk::council
