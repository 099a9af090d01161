#include "modules/budget/store/amounts.hpp"

namespace lenkwerk::budget::store {
namespace {

std::optional<int> year_of(storage::Row const& row, int column) {
    auto const year = row.maybe_number(column);
    return year ? std::optional{static_cast<int>(*year)} : std::nullopt;
}

// The columns of every SELECT below, in their order.
Amount amount_of(storage::Row const& row) {
    return {row.id<AmountId>(0),
            {row.id<LineId>(1), {row.text(2), row.text(3), row.text(4), row.text(5)}},
            {year_of(row, 6), year_of(row, 7), basis_of(row.text(8)).value(), row.cents(9)},
            row.text(10),
            {{row.text(11), row.number(12)}, row.text(13), row.text(14)},
            row.maybe_id<plan::PlanId>(15),
            row.audience(16),
            row.maybe_instant(17),
            row.number(18)};
}

}  // namespace

std::vector<Amount> standing_amounts(storage::Reader const& reader, Viewer const& viewer) {
    return reader.all(R"(
        SELECT a.id, l.id, l.holder, l.order_number, l.account, l.label, a.from_year, a.to_year, a.basis, a.cents, a.statement,
               a.source_kind, a.source_id, a.source_label, a.source_address, a.plan_id, a.audience, a.ended_at, a.version
        FROM budget_amounts a JOIN budget_lines l ON l.id = a.line_id
        WHERE a.ended_at IS NULL AND may_see($1, a.audience)
        ORDER BY l.order_number, l.account, l.holder, l.label, a.from_year, a.to_year, a.id)",
                      {viewer}, amount_of);
}

std::vector<Amount> amounts_of_line(storage::Reader const& reader, Viewer const& viewer, LineId line) {
    return reader.all(R"(
        SELECT a.id, l.id, l.holder, l.order_number, l.account, l.label, a.from_year, a.to_year, a.basis, a.cents, a.statement,
               a.source_kind, a.source_id, a.source_label, a.source_address, a.plan_id, a.audience, a.ended_at, a.version
        FROM budget_amounts a JOIN budget_lines l ON l.id = a.line_id
        WHERE a.line_id = $1 AND may_see($2, a.audience)
        ORDER BY CASE WHEN a.ended_at IS NULL THEN 0 ELSE 1 END, a.from_year, a.to_year, a.id)",
                      {line, viewer}, amount_of);
}

std::vector<Amount> amounts_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan) {
    return reader.all(R"(
        SELECT a.id, l.id, l.holder, l.order_number, l.account, l.label, a.from_year, a.to_year, a.basis, a.cents, a.statement,
               a.source_kind, a.source_id, a.source_label, a.source_address, a.plan_id, a.audience, a.ended_at, a.version
        FROM budget_amounts a JOIN budget_lines l ON l.id = a.line_id
        WHERE a.plan_id = $1 AND a.ended_at IS NULL AND may_see($2, a.audience)
        ORDER BY l.order_number, l.account, l.holder, l.label, a.from_year, a.to_year, a.id)",
                      {plan, viewer}, amount_of);
}

std::vector<Amount> amounts_of_source(storage::Reader const& reader, Viewer const& viewer, Subject const& source) {
    return reader.all(R"(
        SELECT a.id, l.id, l.holder, l.order_number, l.account, l.label, a.from_year, a.to_year, a.basis, a.cents, a.statement,
               a.source_kind, a.source_id, a.source_label, a.source_address, a.plan_id, a.audience, a.ended_at, a.version
        FROM budget_amounts a JOIN budget_lines l ON l.id = a.line_id
        WHERE a.source_kind = $1 AND a.source_id = $2 AND a.ended_at IS NULL AND may_see($3, a.audience)
        ORDER BY l.order_number, l.account, l.holder, l.label, a.from_year, a.to_year, a.id)",
                      {source.kind, source.id, viewer}, amount_of);
}

std::optional<Amount> find_amount(storage::Reader const& reader, Viewer const& viewer, AmountId id) {
    return reader.first(R"(
        SELECT a.id, l.id, l.holder, l.order_number, l.account, l.label, a.from_year, a.to_year, a.basis, a.cents, a.statement,
               a.source_kind, a.source_id, a.source_label, a.source_address, a.plan_id, a.audience, a.ended_at, a.version
        FROM budget_amounts a JOIN budget_lines l ON l.id = a.line_id
        WHERE a.id = $1 AND may_see($2, a.audience))",
                        {id, viewer}, amount_of);
}

LineId keep_line(storage::Transaction& tx, LineFacts const& facts) {
    auto const known =
        tx.first("SELECT id FROM budget_lines WHERE holder = $1 AND order_number = $2 AND account = $3 AND label = $4",
                 {facts.holder, facts.order, facts.account, facts.label},
                 [](storage::Row const& row) { return row.id<LineId>(0); });
    if (known) return *known;
    return {tx.insert(
        "INSERT INTO budget_lines (holder, order_number, account, label) VALUES ($1, $2, $3, $4) RETURNING id",
        {facts.holder, facts.order, facts.account, facts.label})};
}

AmountId insert_amount(storage::Transaction& tx, Amount const& amount) {
    auto const& facts = amount.facts;
    return {tx.insert(
        R"(
        INSERT INTO budget_amounts (line_id, from_year, to_year, basis, statement, cents, source_kind, source_id, source_label,
                                    source_address, plan_id, audience, ended_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL, 1) RETURNING id)",
        {amount.line.id, facts.from, facts.to, word(facts.basis), amount.statement, facts.cents,
         amount.source.subject.kind, amount.source.subject.id, amount.source.label, amount.source.address, amount.plan,
         amount.audience})};
}

bool update_amount(storage::Transaction& tx, Amount const& amount) {
    auto const& facts = amount.facts;
    return tx.change(R"(
        UPDATE budget_amounts SET line_id = $3, from_year = $4, to_year = $5, basis = $6, statement = $7, cents = $8, plan_id = $9,
               ended_at = $10, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {amount.id, amount.version, amount.line.id, facts.from, facts.to, word(facts.basis),
                      amount.statement, facts.cents, amount.plan, amount.ended_at}) == 1;
}

void show_amounts(storage::Transaction& tx, Subject const& source, Audience const& audience) {
    tx.change(
        "UPDATE budget_amounts SET audience = $3, version = version + 1 WHERE source_kind = $1 AND source_id = $2",
        {source.kind, source.id, audience});
}

}  // namespace lenkwerk::budget::store
