// The form by which the office says whether an amount is meant per year or in total.
#include "modules/budget/commands/amounts.hpp"
#include "modules/budget/rules/refusals.hpp"
#include "modules/budget/web/common.hpp"
#include "modules/budget/web/pages.hpp"
#include "platform/web/api.hpp"

namespace lenkwerk::budget {
namespace {

store::Amount amount_at(web::Visit& visit) {
    auto const amount = store::find_amount(visit.reader(), visit.viewer(), visit.id<AmountId>("id"));
    if (!amount || amount->ended_at) throw web::NotFound{};
    return *amount;
}

void basis_fields(ui::OpenForm const& open, web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const basis : kBases) choices.push_back({std::string(word(basis)), basis_text(visit, basis)});
    ui::choices(open, {{.name = "basis", .label = visit.text("budget.field.basis")}, choices});
    ui::text_field(open, {{.name = "statement",
                           .label = visit.text("budget.field.statement"),
                           .hint = visit.text("budget.field.statement_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::text,
                          300});
}

web::Response show_form(web::Visit& visit, web::Form form, int status) {
    auto const amount = amount_at(visit);
    auto const line = line_address(amount.line.id);
    form.preset("basis", std::string(word(amount.facts.basis))).preset("statement", amount.statement);
    auto const title = visit.text("budget.amount.state_basis");
    web::Frame const frame{.title = title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = {{visit.text("budget.list.title"), html::Url{"/haushalt"}},
                                           {line_name(amount.line.facts), line}},
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    auto const action = html::Url::checked(fmt::format("/haushalt/betraege/{}/grundlage", amount.id.value));
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {title,
                        visit.text("budget.amount.of_period", {{"money", visit.locale().money(amount.facts.cents)},
                                                               {"period", period_text(visit, amount.facts)}}),
                        visit.text("budget.amount.state_basis_lead")});
        ui::form(w, visit, form, {.action = action, .version = amount.version}, [&](ui::OpenForm const& open) {
            basis_fields(open, visit);
            ui::submit_row(open, {.label = visit.text("budget.amount.save_basis"), .cancel = line});
        });
    });
}

}  // namespace

web::Response show_basis_form(web::Visit& visit) { return show_form(visit, {}, 200); }

web::Response save_basis(web::Visit& visit) {
    auto const id = amount_at(visit).id;
    auto const& form = visit.form();
    auto const is_json = web::is_api(visit.request().path);
    auto const basis = basis_of(form.text("basis"));
    auto answer = visit.submit(
        [&](auto& tx) -> Outcome<LineId> {
            if (!basis) return basis_unknown();
            return state_basis(tx, {id, *basis, form.text("statement"), web::version_of(form)});
        },
        [&](LineId line) {
            return is_json ? fmt::format("/api/v1/budget-lines/{}", line.value)
                           : std::string(line_address(line).text());
        });
    if (answer && is_json) return *std::move(answer);
    if (answer) return web::announce(*answer, visit.request(), "budget.amount.basis_saved");
    auto const status = web::status_of(answer.problems());
    if (is_json) return web::refused(visit.locale(), answer.problems(), status);
    return show_form(visit, web::Form(form, answer.problems()), status);
}

}  // namespace lenkwerk::budget
