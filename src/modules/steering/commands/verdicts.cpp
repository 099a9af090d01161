#include "modules/steering/commands/verdicts.hpp"

#include "modules/bodies/bodies.hpp"
#include "modules/steering/rules/refusals.hpp"
#include "modules/steering/store/overviews.hpp"
#include "modules/steering/store/verdicts.hpp"

#include <set>

namespace lenkwerk::steering {
namespace {

struct Sitting {
    bodies::SessionLine session;
    std::set<plan::TopicId> fields;  // of its frozen overview
};

// A session that was invited with an overview and is not closed yet.
Outcome<Sitting> sitting(storage::Transaction& tx, bodies::SessionId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const session = bodies::session(tx, Viewer::everything(), id);
    auto const frozen = store::find_frozen(tx, id, Form::body);
    if (!session || !frozen || session->state != "invited") return verdict_not_now();
    Sitting found{*session, {}};
    for (auto const& field : frozen->overview.fields)
        if (!field.number.empty()) found.fields.insert({field.id});
    return found;
}

void add_at_field(Problems& to, Problems const& more, plan::TopicId field) {
    for (auto problem : more) {
        problem.field = name_of(field, problem.field);
        to.push_back(std::move(problem));
    }
}

bool is_known(storage::Transaction& tx, VerdictDraft const& verdict) {
    return !verdict.group || bodies::body(tx, *verdict.group);
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
            store::put_verdict(tx, session, *checked);
    }
    if (!problems.empty()) return problems;
    tx.record(
        {"steering.verdicts_given", {"session", session.value}, fmt::format(R"({{"fields":{}}})", verdicts.size())});
    return Done{};
}

Outcome<Done> close_session(storage::Transaction& tx, bodies::SessionId session, Day today) {
    auto const now = sitting(tx, session);
    if (!now) return now.problems();
    std::set<plan::TopicId> missing = now->fields;
    for (auto const& verdict : store::verdicts_of(tx, Viewer::everything(), session)) missing.erase(verdict.field);
    if (!missing.empty()) return verdict_missing();
    return bodies::hold(tx, session, today);
}

}  // namespace lenkwerk::steering
