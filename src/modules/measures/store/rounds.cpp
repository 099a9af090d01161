#include "modules/measures/store/rounds.hpp"

namespace lenkwerk::measures::store {
namespace {

// id, plan_id, title, deadline, opened_at, closed_at, period_first, period_last
Round round_of(storage::Row const& row) {
    auto const first = row.maybe_day(6);
    return {row.id<StatusRoundId>(0),
            row.id<plan::PlanId>(1),
            row.text(2),
            row.day(3),
            row.instant(4),
            row.maybe_instant(5),
            first ? std::optional{Period{*first, row.maybe_day(7)}} : std::nullopt};
}

}  // namespace

std::vector<Round> rounds_of(storage::Reader const& reader, plan::PlanId plan) {
    return reader.all(R"(
        SELECT id, plan_id, title, deadline, opened_at, closed_at, period_first, period_last
        FROM measures_rounds WHERE plan_id = $1 ORDER BY id DESC)",
                      {plan}, round_of);
}

std::optional<Round> find_round(storage::Reader const& reader, StatusRoundId id) {
    return reader.first(R"(
        SELECT id, plan_id, title, deadline, opened_at, closed_at, period_first, period_last FROM measures_rounds WHERE id = $1)",
                        {id}, round_of);
}

std::vector<Answer> answers_of(storage::Reader const& reader, StatusRoundId id) {
    return reader.all(R"(
        SELECT r.organisation_id, o.name, r.answered_at
        FROM measures_round_organisations r JOIN people_organisation_names o ON o.id = r.organisation_id
        WHERE r.round_id = $1 ORDER BY o.name, o.id)",
                      {id}, [](storage::Row const& row) {
                          return Answer{row.id<people::OrganisationId>(0), row.text(1), row.maybe_instant(2)};
                      });
}

StatusRoundId insert_round(storage::Transaction& tx, plan::PlanId plan, RoundDraft const& draft) {
    auto const first = draft.period ? std::optional{draft.period->first} : std::nullopt;
    auto const last = draft.period ? draft.period->last : std::nullopt;
    return {tx.insert(R"(
        INSERT INTO measures_rounds (plan_id, title, deadline, opened_at, period_first, period_last)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)",
                      {plan, draft.title, draft.deadline, tx.now(), first, last})};
}

void ask_organisation(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation) {
    tx.change(
        "INSERT INTO measures_round_organisations (round_id, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        {id, organisation});
}

bool is_asked(storage::Reader const& reader, StatusRoundId id, people::OrganisationId organisation) {
    return reader.exists("SELECT 1 FROM measures_round_organisations WHERE round_id = $1 AND organisation_id = $2",
                         {id, organisation});
}

bool note_answer(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation) {
    return tx.change(R"(
        UPDATE measures_round_organisations SET answered_at = COALESCE(answered_at, $3), answered_by = $4
        WHERE round_id = $1 AND organisation_id = $2)",
                     {id, organisation, tx.now(), tx.actor().signature()}) == 1;
}

void close_round(storage::Transaction& tx, StatusRoundId id) {
    tx.change("UPDATE measures_rounds SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL", {id, tx.now()});
    tx.change("DELETE FROM measures_round_drafts WHERE round_id = $1", {id});
}

std::vector<people::OrganisationId> responsible_organisations(storage::Reader const& reader, plan::PlanId plan) {
    return reader.all(R"(
        SELECT DISTINCT responsible_id FROM measures_current_activities
        WHERE plan_id = $1 AND phase NOT IN ('done', 'stopped') ORDER BY responsible_id)",
                      {plan}, [](storage::Row const& row) { return row.id<people::OrganisationId>(0); });
}

std::map<people::OrganisationId, std::int64_t> open_activities(storage::Reader const& reader, plan::PlanId plan) {
    std::map<people::OrganisationId, std::int64_t> counts;
    reader.each(R"(
        SELECT responsible_id, count(*) FROM measures_current_activities
        WHERE plan_id = $1 AND phase NOT IN ('done', 'stopped') GROUP BY responsible_id)",
                {plan}, [&](storage::Row const& row) { counts[row.id<people::OrganisationId>(0)] = row.number(1); });
    return counts;
}

std::map<ActivityId, ReportDraft> drafts_of(storage::Reader const& reader, StatusRoundId id,
                                            people::OrganisationId organisation) {
    std::map<ActivityId, ReportDraft> drafts;
    reader.each(R"(
        SELECT d.activity_id, d.phase, d.text, d.evidence, d.audience
        FROM measures_round_drafts d JOIN measures_current_activities a ON a.id = d.activity_id
        WHERE d.round_id = $1 AND a.responsible_id = $2)",
                {id, organisation}, [&](storage::Row const& row) {
                    drafts[row.id<ActivityId>(0)] = {phase_of(row.text(1)).value(), row.text(2), row.text(3),
                                                     row.audience(4)};
                });
    return drafts;
}

void put_draft(storage::Transaction& tx, StatusRoundId id, ActivityId activity, ReportDraft const& draft) {
    tx.change(R"(
        INSERT INTO measures_round_drafts (round_id, activity_id, phase, text, evidence, audience, saved_at, saved_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (round_id, activity_id) DO UPDATE SET phase = excluded.phase, text = excluded.text, evidence = excluded.evidence,
               audience = excluded.audience, saved_at = excluded.saved_at, saved_by = excluded.saved_by)",
              {id, activity, word(draft.phase), draft.text, draft.evidence, draft.audience, tx.now(),
               tx.actor().signature()});
}

void remove_draft(storage::Transaction& tx, StatusRoundId id, ActivityId activity) {
    tx.change("DELETE FROM measures_round_drafts WHERE round_id = $1 AND activity_id = $2", {id, activity});
}

}  // namespace lenkwerk::measures::store
