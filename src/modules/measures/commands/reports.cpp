#include "modules/measures/commands/reports.hpp"

#include "base/text.hpp"
#include "modules/measures/rules/refusals.hpp"
#include "modules/measures/store/reports.hpp"

namespace lenkwerk::measures {
namespace {

storage::Event event(std::string verb, Subject subject, std::string details = "{}") {
    return {"measures." + std::move(verb), std::move(subject), std::move(details)};
}

Subject round_subject(StatusRoundId id) { return {"status_round", id.value}; }

// The round, if it can still be answered.
Outcome<store::Round> open_one(storage::Transaction& tx, StatusRoundId id) {
    auto const round = store::find_round(tx, id);
    if (!round) return round_unknown();
    if (round->closed_at) return round_closed();
    return *round;
}

Problems at_line(Problems problems, ActivityId activity) {
    for (auto& problem : problems) problem.field = fmt::format("{}.{}", activity.value, problem.field);
    return problems;
}

}  // namespace

Outcome<StatusReportId> report_status(storage::Transaction& tx, StatusInput const& input) {
    auto activity = store::find_activity(tx, {Viewer::everything()}, input.activity);
    if (!activity) return activity_unknown();
    if (!tx.actor().may(kReport, {"organisation", activity->facts.responsible.value})) return refuse("access.denied");
    auto const checked = check_report(input.report, activity->facts.kind);
    if (!checked) return checked.problems();
    auto const id = store::insert_report(tx, {{}, input.activity, tx.now(), "", input.day, *checked, input.round});
    activity->facts.phase = checked->phase;
    activity->last_report = std::max(activity->last_report, input.day);
    store::put_version(tx, *activity);
    tx.index({{"status_report", id.value},
              checked->audience,
              activity->facts.title,
              checked->text,
              fmt::format("/massnahmen/{}", input.activity.value)});
    tx.record(event("status_reported", {"activity", input.activity.value},
                    fmt::format(R"({{"report":{},"phase":"{}"}})", id.value, word(checked->phase))));
    return id;
}

Outcome<Done> show_report(storage::Transaction& tx, StatusReportId id, Audience const& audience) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (!store::set_report_audience(tx, id, audience)) return Done{};
    tx.record(
        event(audience == Audience::everyone() ? "report_published" : "report_hidden", {"status_report", id.value}));
    return Done{};
}

Outcome<StatusRoundId> open_round(storage::Transaction& tx, plan::PlanId plan, std::string const& title, Day deadline,
                                  Day today) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (text::trim(title).empty()) return round_title_missing();
    if (deadline < today) return round_deadline_passed();
    auto const asked = store::responsible_organisations(tx, plan);
    if (asked.empty()) return round_nobody_to_ask();
    auto const id = store::insert_round(tx, plan, text::squeeze(title), deadline);
    for (auto const organisation : asked) {
        store::ask_organisation(tx, id, organisation);
        tx.enqueue({"measures.ask_for_status",
                    fmt::format(R"({{"round":{},"organisation":{}}})", id.value, organisation.value)});
    }
    tx.record(event("round_opened", round_subject(id), fmt::format(R"({{"organisations":{}}})", asked.size())));
    return id;
}

Outcome<Done> answer_round(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation,
                           std::vector<StatusInput> const& lines) {
    if (!tx.actor().may(kReport, {"organisation", organisation.value})) return refuse("access.denied");
    if (auto const round = open_one(tx, id); !round) return round.problems();
    Problems problems;
    for (auto line : lines) {
        if (text::trim(line.report.text).empty()) continue;
        line.round = id;
        auto const reported = report_status(tx, line);
        if (reported) continue;
        auto found = at_line(reported.problems(), line.activity);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    if (!problems.empty()) return problems;
    if (!store::note_answer(tx, id, organisation)) return round_not_asked();
    tx.record(event("round_answered", round_subject(id), fmt::format(R"({{"organisation":{}}})", organisation.value)));
    return Done{};
}

Outcome<Done> close_round(storage::Transaction& tx, StatusRoundId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (auto const round = open_one(tx, id); !round) return round.problems();
    store::close_round(tx, id);
    tx.record(event("round_closed", round_subject(id)));
    return Done{};
}

}  // namespace lenkwerk::measures
