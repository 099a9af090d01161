#include "modules/council/store/papers.hpp"

namespace lenkwerk::council::store {
namespace {

// The columns of every SELECT below, in their order.
Paper paper_of(storage::Row const& row) {
    PaperFacts facts;
    facts.number = row.text(1), facts.title = row.text(2), facts.division = row.text(3), facts.urgency = row.text(4);
    facts.date = row.maybe_day(5);
    if (auto const flag = row.maybe_number(6)) facts.is_public = *flag != 0;
    facts.draft_resolution = row.text(7), facts.staff_effects = row.text(8), facts.financial_effects = row.text(9);
    facts.climate_effects = row.text(10), facts.reasons = row.text(11), facts.competence = row.text(12);
    facts.deviation = {row.flag(13), row.text(14)};
    return {row.id<PaperId>(0), std::move(facts), row.maybe_id<plan::PlanId>(15),
            row.audience(16),   row.instant(17),  row.number(18)};
}

}  // namespace

std::vector<Paper> list_papers(storage::Reader const& reader, Viewer const& viewer) {
    return reader.all(R"(
        SELECT id, number, title, division, urgency, date, is_public, draft_resolution, staff_effects, financial_effects, climate_effects,
               reasons, competence, deviates, deviation_reason, plan_id, audience, imported_at, version
        FROM council_papers WHERE may_see($1, audience) ORDER BY COALESCE(date, '') DESC, id DESC)",
                      {viewer}, paper_of);
}

std::vector<PaperTitle> papers_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan) {
    return reader.all(R"(
        SELECT id, number, title FROM council_papers
        WHERE plan_id = $1 AND may_see($2, audience) ORDER BY COALESCE(date, '') DESC, id DESC)",
                      {plan, viewer},
                      [](storage::Row const& row) { return PaperTitle{row.id<PaperId>(0), row.text(1), row.text(2)}; });
}

std::optional<Paper> find_paper(storage::Reader const& reader, Viewer const& viewer, PaperId id) {
    return reader.first(R"(
        SELECT id, number, title, division, urgency, date, is_public, draft_resolution, staff_effects, financial_effects, climate_effects,
               reasons, competence, deviates, deviation_reason, plan_id, audience, imported_at, version
        FROM council_papers WHERE id = $1 AND may_see($2, audience))",
                        {id, viewer}, paper_of);
}

std::optional<Paper> paper_numbered(storage::Reader const& reader, Viewer const& viewer, std::string const& number) {
    return reader.first(R"(
        SELECT id, number, title, division, urgency, date, is_public, draft_resolution, staff_effects, financial_effects, climate_effects,
               reasons, competence, deviates, deviation_reason, plan_id, audience, imported_at, version
        FROM council_papers WHERE number = $1 AND may_see($2, audience))",
                        {number, viewer}, paper_of);
}

PaperId insert_paper(storage::Transaction& tx, Paper const& paper) {
    auto const& facts = paper.facts;
    return {tx.insert(
        R"(
        INSERT INTO council_papers (number, title, division, urgency, date, is_public, draft_resolution, staff_effects, financial_effects,
                                    climate_effects, reasons, competence, deviates, deviation_reason, plan_id, audience, imported_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1) RETURNING id)",
        {facts.number, facts.title, facts.division, facts.urgency, facts.date, facts.is_public, facts.draft_resolution,
         facts.staff_effects, facts.financial_effects, facts.climate_effects, facts.reasons, facts.competence,
         facts.deviation.deviates, facts.deviation.reason, paper.plan, paper.audience, tx.now()})};
}

bool update_paper(storage::Transaction& tx, Paper const& paper) {
    auto const& facts = paper.facts;
    return tx.change(R"(
        UPDATE council_papers SET title = $3, division = $4, urgency = $5, date = $6, is_public = $7, draft_resolution = $8,
               staff_effects = $9, financial_effects = $10, climate_effects = $11, reasons = $12, competence = $13, deviates = $14,
               deviation_reason = $15, plan_id = $16, audience = $17, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {paper.id, paper.version, facts.title, facts.division, facts.urgency, facts.date, facts.is_public,
                      facts.draft_resolution, facts.staff_effects, facts.financial_effects, facts.climate_effects,
                      facts.reasons, facts.competence, facts.deviation.deviates, facts.deviation.reason, paper.plan,
                      paper.audience}) == 1;
}

std::optional<plan::PlanId> plan_mandated_by(storage::Reader const& reader, std::string const& number) {
    return reader.first("SELECT id FROM plan_current_plans WHERE mandate_paper = $1 ORDER BY id DESC LIMIT 1", {number},
                        [](storage::Row const& row) { return row.id<plan::PlanId>(0); });
}

std::vector<Origin> topics_from(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan,
                                std::string const& paper_number) {
    return reader.all(
        R"(
        SELECT number, topic_id, title FROM plan_imported_numbers
        WHERE plan_id = $1 AND source = $2 AND may_see($3, audience) ORDER BY number)",
        {plan, paper_number, viewer},
        [](storage::Row const& row) { return Origin{row.text(0), row.id<plan::TopicId>(1), row.text(2)}; });
}

std::vector<TopicOrigin> origins_of(storage::Reader const& reader, Viewer const& viewer, plan::TopicId topic) {
    return reader.all(
        R"(
        SELECT p.id, p.number, n.number FROM plan_imported_numbers n JOIN council_papers p ON p.number = n.source
        WHERE n.topic_id = $1 AND may_see($2, n.audience) AND may_see($2, p.audience) ORDER BY p.id)",
        {topic, viewer},
        [](storage::Row const& row) { return TopicOrigin{row.id<PaperId>(0), row.text(1), row.text(2)}; });
}

}  // namespace lenkwerk::council::store
