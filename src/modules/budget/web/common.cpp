#include "modules/budget/web/common.hpp"

#include "modules/budget/commands/amounts.hpp"

namespace lenkwerk::budget {
namespace {

std::string first_column(store::Amount const& amount, Show show) {
    return show == Show::line ? line_name(amount.line.facts) : amount.source.label;
}

html::Url first_address(store::Amount const& amount, Show show) {
    return show == Show::line ? line_address(amount.line.id) : html::Url::checked(amount.source.address);
}

void basis_cell(html::Writer& w, web::Visit& visit, store::Amount const& amount) {
    auto const is_open = amount.facts.basis == Basis::not_stated;
    if (is_open)
        ui::badge(w, basis_text(visit, amount.facts.basis), ui::Tone::warning);
    else
        w.text(basis_text(visit, amount.facts.basis));
    if (!amount.statement.empty())
        w.put(R"(<br><span class="lw-muted">{}</span>)",
              visit.text("budget.amount.stated_by", {{"statement", amount.statement}}));
    auto const may_state = visit.actor().may(kEdit) && !amount.ended_at && (is_open || !amount.statement.empty());
    if (may_state)
        w.put(R"(<br><a class="kern-link" href="/haushalt/betraege/{}/grundlage">{}</a>)", amount.id,
              visit.text("budget.amount.state_basis"));
}

std::string_view word(NoSum why_not) {
    switch (why_not) {
        case NoSum::basis_not_stated: return "basis_not_stated";
        case NoSum::period_open: return "period_open";
        case NoSum::nothing_there: break;
    }
    return "nothing_there";
}

}  // namespace

html::Url line_address(LineId id) { return html::Url::checked(fmt::format("/haushalt/{}", id.value)); }

std::string line_name(LineFacts const& line) {
    if (line.order.empty() || line.account.empty())
        return line.order.empty() && line.account.empty() ? line.label : line.order + line.account;
    return line.order + " · " + line.account;
}

std::string period_text(web::Visit& visit, AmountFacts const& amount) {
    if (!amount.from && !amount.to) return visit.text("budget.period.none");
    if (!amount.to) return visit.text("budget.period.since", {{"from", std::to_string(*amount.from)}});
    if (!amount.from) return visit.text("budget.period.until", {{"to", std::to_string(*amount.to)}});
    if (*amount.from == *amount.to) return std::to_string(*amount.from);
    return visit.text("budget.period.years",
                      {{"from", std::to_string(*amount.from)}, {"to", std::to_string(*amount.to)}});
}

std::string basis_text(web::Visit& visit, Basis basis) {
    return visit.text(fmt::format("budget.basis.{}", budget::word(basis)));
}

void amount_table(html::Writer& w, web::Visit& visit, std::string const& caption,
                  std::span<store::Amount const> amounts, Show show) {
    auto const first = visit.text(show == Show::line ? "budget.column.line" : "budget.column.source");
    ui::Table table(w, {caption,
                        {{first},
                         {visit.text("budget.column.label")},
                         {visit.text("budget.column.period")},
                         {visit.text("budget.column.amount"), ui::Align::number},
                         {visit.text("budget.column.basis")}},
                        true});
    for (auto const& amount : amounts)
        table.row([&](ui::Row& row) {
            row.link(first_column(amount, show), first_address(amount, show));
            row.cell([&](html::Writer& cell) {
                cell.text(amount.line.facts.label);
                if (amount.ended_at) ui::badge(cell, visit.text("budget.amount.ended"), ui::Tone::neutral);
            });
            row.text(period_text(visit, amount.facts));
            row.text(visit.locale().money(amount.facts.cents));
            row.cell([&](html::Writer& cell) { basis_cell(cell, visit, amount); });
        });
    table.end();
}

void sum_line(html::Writer& w, web::Visit& visit, std::span<store::Amount const> amounts) {
    std::vector<AmountFacts> standing;
    for (auto const& amount : amounts)
        if (!amount.ended_at) standing.push_back(amount.facts);
    auto const sum = sum_of(standing);
    if (sum.cents)
        w.put(R"(<p><strong>{}</strong></p>)",
              visit.text("budget.sum.value", {{"money", visit.locale().money(*sum.cents)}}));
    else if (sum.why_not != NoSum::nothing_there)
        w.put(R"(<p class="lw-muted">{}</p>)", visit.text(fmt::format("budget.sum.{}", word(sum.why_not))));
}

}  // namespace lenkwerk::budget
