#include "modules/steering/commands/verdicts.hpp"

#include "modules/steering/commands/sitting.hpp"
#include "modules/steering/commands/topic_changes.hpp"
#include "modules/steering/rules/refusals.hpp"
#include "modules/steering/store/topic_changes.hpp"
#include "modules/steering/store/verdicts.hpp"

#include <set>

namespace lenkwerk::steering {
namespace {

void add_at_field(Problems& to, Problems const& more, plan::TopicId field) {
    for (auto problem : more) {
        problem.field = name_of(field, problem.field);
        to.push_back(std::move(problem));
    }
}

bool is_known(storage::Transaction& tx, VerdictDraft const& verdict) {
    return !verdict.group || bodies::body(tx, *verdict.group);
}

// A verdict that carries no changes (any more) takes them back.
void put(storage::Transaction& tx, bodies::SessionId session, VerdictDraft const& verdict) {
    store::put_verdict(tx, session, verdict);
    if (!carries_changes(verdict.verdict)) store::remove_changes_of_field(tx, session, verdict.field);
}

}  // namespace

std::string name_of(plan::TopicId field, std::string_view part) { return fmt::format("field{}-{}", field.value, part); }

Outcome<Done> give_verdicts(storage::Transaction& tx, bodies::SessionId session,
                            std::vector<VerdictDraft> const& verdicts) {
    auto const now = sitting(tx, session);
    if (!now) return now.problems();
    Problems problems;
    for (auto const& verdict : verdicts) {
        auto const checked = check_verdict(verdict, now->session.day);
        if (!checked)
            add_at_field(problems, checked.problems(), verdict.field);
        else if (!now->fields.contains(verdict.field) || !is_known(tx, *checked))
            add_at_field(problems, verdict_field_unknown(), verdict.field);
        else
            put(tx, session, *checked);
    }
    if (!problems.empty()) return problems;
    tx.record(
        {"steering.verdicts_given", {"session", session.value}, fmt::format(R"({{"fields":{}}})", verdicts.size())});
    return Done{};
}

Outcome<Done> close_session(storage::Transaction& tx, bodies::SessionId session, Day today,
                            std::string const& decision) {
    auto const now = sitting(tx, session);
    if (!now) return now.problems();
    std::set<plan::TopicId> missing = now->fields;
    for (auto const& verdict : store::verdicts_of(tx, Viewer::everything(), session)) missing.erase(verdict.field);
    if (!missing.empty()) return verdict_missing();
    if (auto const held = bodies::hold(tx, session, today); !held) return held.problems();
    return apply_changes(tx, session, decision);
}

}  // namespace lenkwerk::steering
