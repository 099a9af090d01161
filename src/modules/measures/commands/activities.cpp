#include "modules/measures/commands/activities.hpp"

#include "modules/measures/commands/reports.hpp"
#include "modules/measures/commands/search.hpp"
#include "modules/measures/rules/refusals.hpp"
#include "modules/measures/store/activities.hpp"
#include "modules/people/people.hpp"
#include "modules/plan/plan.hpp"

namespace lenkwerk::measures {
namespace {

storage::Event event(std::string verb, ActivityId id, std::string details = "{}") {
    return {"measures." + std::move(verb), {"activity", id.value}, std::move(details)};
}

std::optional<store::Activity> load(storage::Transaction& tx, ActivityId id) {
    return store::find_activity(tx, {Viewer::everything()}, id);
}

Subject scope(people::OrganisationId id) { return {"organisation", id.value}; }

// What must hold of a draft beyond its own words: that what it names exists and is alive.
Outcome<ActivityDraft> admissible(storage::Transaction& tx, ActivityDraft const& draft) {
    auto checked = check_activity(draft);
    if (!checked) return checked;
    auto const topic = plan::topic(tx, Viewer::everything(), checked->topic);
    if (!topic || topic->state == "retired") return activity_topic_gone();
    if (!people::is_open(tx, checked->responsible)) return activity_responsible_closed();
    return checked;
}

// The same draft; a publication by somebody who is not of the office is refused.
Problems problems_of_audience(storage::Transaction& tx, Audience const& before, Audience const& after) {
    return before == after || tx.actor().may(kManage) ? Problems{} : activity_publishing_is_for_the_office();
}

}  // namespace

Outcome<ActivityId> add_activity(storage::Transaction& tx, ActivityDraft const& draft, Day today) {
    // Its own words first: who has not chosen an organisation yet learns that, and not that others' are out of reach.
    if (auto const words = check_activity(draft); !words) return words.problems();
    if (!tx.actor().may(kManage, scope(draft.responsible)) && !tx.actor().may(kReport, scope(draft.responsible)))
        return refuse("access.denied");
    auto const checked = admissible(tx, draft);
    if (!checked) return checked.problems();
    if (auto problems = problems_of_audience(tx, Audience::administration(), checked->audience); !problems.empty())
        return problems;
    auto const id = store::insert_activity(tx, *plan::plan_of_topic(tx, checked->topic), *checked, today);
    index_activity(tx, load(tx, id).value());
    tx.record(event("activity_added", id));
    return id;
}

Outcome<Done> edit_activity(storage::Transaction& tx, ActivityEdit const& edit) {
    auto activity = load(tx, edit.id);
    if (!activity) return activity_unknown();
    if (!tx.actor().may(kReport, scope(activity->facts.responsible))) return refuse("access.denied");
    if (activity->version != edit.version) return refuse("form.changed_meanwhile");
    auto draft = edit.draft;
    draft.phase = activity->facts.phase;
    draft.demo = activity->facts.demo;
    auto const checked = admissible(tx, draft);
    if (!checked) return checked.problems();
    if (auto problems = problems_of_audience(tx, activity->facts.audience, checked->audience); !problems.empty())
        return problems;
    activity->facts = *checked;
    store::put_version(tx, *activity);
    index_activity(tx, *activity);
    tx.record(event("activity_edited", edit.id));
    return Done{};
}

Outcome<Done> merge_activities(storage::Transaction& tx, ActivityId from, ActivityId into, std::string const& reason,
                               Day today) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const target = load(tx, into);
    if (from == into || !target || target->facts.phase == Phase::stopped) return activity_target_gone();
    ReportDraft const report{Phase::stopped, reason, "", target->facts.audience};
    if (auto const stopped = report_status(tx, {from, report, today}); !stopped) return stopped.problems();
    auto activity = load(tx, from);
    activity->merged_into = into;
    store::put_version(tx, *activity);
    tx.record(event("activity_merged", from, fmt::format(R"({{"into":{}}})", into.value)));
    return Done{};
}

Outcome<Done> show_activity(storage::Transaction& tx, ActivityId id, Audience const& audience) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto activity = load(tx, id);
    if (!activity) return activity_unknown();
    if (activity->facts.audience == audience) return Done{};
    activity->facts.audience = audience;
    store::put_version(tx, *activity);
    index_activity(tx, *activity);
    tx.record(event(audience == Audience::everyone() ? "activity_published" : "activity_hidden", id));
    return Done{};
}

}  // namespace lenkwerk::measures
