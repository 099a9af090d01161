#include "modules/council/store/papers.hpp"

namespace lenkwerk::council::store {
namespace {

std::optional<ConsultationResult> result_of(std::optional<std::string> const& word) {
    return word ? consultation_result_of(*word) : std::nullopt;
}

// The columns of every SELECT of steps below, in their order.
Step step_of(storage::Row const& row) {
    return {row.id<ConsultationId>(0),
            row.id<PaperId>(1),
            {row.text(2), row.maybe_day(4), row.text(5), result_of(row.maybe_text(6))},
            row.maybe_id<bodies::BodyId>(3),
            row.text(7)};
}

std::optional<std::string_view> word_of(std::optional<ConsultationResult> result) {
    return result ? std::optional(word(*result)) : std::nullopt;
}

}  // namespace

std::vector<Step> steps_of(storage::Reader const& reader, PaperId paper) {
    return reader.all(R"(
        SELECT id, paper_id, body, body_id, date, role, result, note FROM council_consultations WHERE paper_id = $1
        ORDER BY position, id)",
                      {paper}, step_of);
}

std::vector<Consultation> sequence_of(storage::Reader const& reader, PaperId paper) {
    return reader.all(
        "SELECT body, date, role, result FROM council_consultations WHERE paper_id = $1 ORDER BY position, id", {paper},
        [](storage::Row const& row) {
            return Consultation{row.text(0), row.maybe_day(1), row.text(2), result_of(row.maybe_text(3))};
        });
}

std::vector<Step> all_steps(storage::Reader const& reader, Viewer const& viewer) {
    return reader.all(R"(
        SELECT c.id, c.paper_id, c.body, c.body_id, c.date, c.role, c.result, c.note
        FROM council_consultations c JOIN council_papers p ON p.id = c.paper_id
        WHERE may_see($1, p.audience) ORDER BY c.paper_id, c.position, c.id)",
                      {viewer}, step_of);
}

std::vector<Step> steps_of_body(storage::Reader const& reader, Viewer const& viewer, bodies::BodyId body) {
    return reader.all(R"(
        SELECT c.id, c.paper_id, c.body, c.body_id, c.date, c.role, c.result, c.note
        FROM council_consultations c JOIN council_papers p ON p.id = c.paper_id
        WHERE c.body_id = $1 AND may_see($2, p.audience) ORDER BY COALESCE(c.date, '') DESC, c.id DESC)",
                      {body, viewer}, step_of);
}

ConsultationId insert_step(storage::Transaction& tx, Step const& step, int position) {
    auto const& facts = step.facts;
    return {tx.insert(
        R"(
        INSERT INTO council_consultations (paper_id, position, body, body_id, date, role, result, note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)",
        {step.paper, position, facts.body, step.body_id, facts.date, facts.role, word_of(facts.result), step.note})};
}

void update_step(storage::Transaction& tx, Step const& step, int position) {
    auto const& facts = step.facts;
    tx.change(R"(
        UPDATE council_consultations SET position = $2, body = $3, body_id = $4, date = $5, role = $6, result = $7, note = $8
        WHERE id = $1)",
              {step.id, position, facts.body, step.body_id, facts.date, facts.role, word_of(facts.result), step.note});
}

void remove_step(storage::Transaction& tx, ConsultationId id) {
    tx.change("DELETE FROM council_consultations WHERE id = $1", {id});
}

std::optional<bodies::BodyId> body_named(storage::Reader const& reader, std::string const& name) {
    return reader.first("SELECT id FROM bodies_body_names WHERE name = $1", {name},
                        [](storage::Row const& row) { return row.id<bodies::BodyId>(0); });
}

}  // namespace lenkwerk::council::store
