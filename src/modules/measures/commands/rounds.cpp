#include "modules/measures/commands/rounds.hpp"

#include "base/text.hpp"
#include "modules/measures/rules/refusals.hpp"
#include "modules/measures/store/reports.hpp"

namespace lenkwerk::measures {
namespace {

storage::Event event(std::string verb, StatusRoundId id, std::string details = "{}") {
    return {"measures." + std::move(verb), {"status_round", id.value}, std::move(details)};
}

std::string details_of(people::OrganisationId organisation) {
    return fmt::format(R"({{"organisation":{}}})", organisation.value);
}

// The round, if it can still be answered.
Outcome<store::Round> open_one(storage::Transaction& tx, StatusRoundId id) {
    auto const round = store::find_round(tx, id);
    if (!round) return round_unknown();
    if (round->closed_at) return round_closed();
    return *round;
}

// Whether this organisation answers this round, by this actor.
Problems problems_of_answering(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation) {
    if (!tx.actor().may(kReport, {"organisation", organisation.value})) return refuse("access.denied");
    if (auto const round = open_one(tx, id); !round) return round.problems();
    return store::is_asked(tx, id, organisation) ? Problems{} : round_not_asked();
}

Problems at_line(Problems problems, ActivityId activity) {
    for (auto& problem : problems) problem.field = prefix_of(activity) + problem.field;
    return problems;
}

// The activity of the line, if it is the organisation's.
Outcome<store::Activity> activity_of(storage::Transaction& tx, people::OrganisationId organisation,
                                     StatusInput const& line) {
    auto activity = store::find_activity(tx, {Viewer::everything()}, line.activity);
    if (activity && activity->facts.responsible == organisation) return *std::move(activity);
    return at_line(activity_unknown(), line.activity);
}

// Nothing was written and the phase is as it was.
bool is_silent(store::Activity const& activity, StatusInput const& line) {
    return text::trim(line.report.text).empty() && text::trim(line.report.evidence).empty() &&
           line.report.phase == activity.facts.phase;
}

Problems report_line(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation,
                     StatusInput line) {
    auto const activity = activity_of(tx, organisation, line);
    if (!activity) return activity.problems();
    if (is_silent(*activity, line)) return {};
    line.round = id;
    auto const reported = report_status(tx, line);
    return reported ? Problems{} : at_line(reported.problems(), line.activity);
}

}  // namespace

std::string prefix_of(ActivityId id) { return fmt::format("a{}-", id.value); }

Outcome<StatusRoundId> open_round(storage::Transaction& tx, plan::PlanId plan, RoundDraft const& draft, Day today) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const checked = check_round(draft, today);
    if (!checked) return checked.problems();
    auto const organisations = asked(checked->organisations, store::responsible_organisations(tx, plan));
    if (organisations.empty()) return round_nobody_to_ask();
    auto const id = store::insert_round(tx, plan, *checked);
    for (auto const organisation : organisations) {
        store::ask_organisation(tx, id, organisation);
        tx.enqueue({"measures.ask_for_status",
                    fmt::format(R"({{"round":{},"organisation":{}}})", id.value, organisation.value)});
    }
    tx.record(event("round_opened", id, fmt::format(R"({{"organisations":{}}})", organisations.size())));
    return id;
}

Outcome<Done> save_answer(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation,
                          std::vector<StatusInput> const& lines) {
    if (auto problems = problems_of_answering(tx, id, organisation); !problems.empty()) return problems;
    for (auto const& line : lines) {
        auto const activity = activity_of(tx, organisation, line);
        if (!activity) return activity.problems();
        if (is_silent(*activity, line))
            store::remove_draft(tx, id, line.activity);
        else
            store::put_draft(tx, id, line.activity, line.report);
    }
    tx.record(event("round_draft_saved", id, details_of(organisation)));
    return Done{};
}

Outcome<Done> answer_round(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation,
                           std::vector<StatusInput> const& lines) {
    if (auto problems = problems_of_answering(tx, id, organisation); !problems.empty()) return problems;
    Problems problems;
    for (auto const& line : lines) {
        auto found = report_line(tx, id, organisation, line);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    if (!problems.empty()) return problems;
    for (auto const& line : lines) store::remove_draft(tx, id, line.activity);
    store::note_answer(tx, id, organisation);
    tx.record(event("round_answered", id, details_of(organisation)));
    return Done{};
}

Outcome<int> publish_round(storage::Transaction& tx, StatusRoundId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (!store::find_round(tx, id)) return round_unknown();
    int published = 0;
    for (auto const& report : store::reports_of_round(tx, {Viewer::everything()}, id)) {
        if (report.facts.audience == Audience::everyone()) continue;
        if (!store::find_activity(tx, {Viewer::visitor()}, report.activity)) continue;
        if (auto const shown = show_report(tx, report.id, Audience::everyone()); !shown) return shown.problems();
        ++published;
    }
    if (published == 0) return round_nothing_to_publish();
    return published;
}

Outcome<Done> close_round(storage::Transaction& tx, StatusRoundId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (auto const round = open_one(tx, id); !round) return round.problems();
    store::close_round(tx, id);
    tx.record(event("round_closed", id));
    return Done{};
}

}  // namespace lenkwerk::measures
