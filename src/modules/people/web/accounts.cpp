// The list of accounts and a new one, for office and administrator.
#include "modules/people/commands/accounts.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/web/pages.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"

namespace lenkwerk::people {
namespace {

ui::Tone tone_of(AccountState state) {
    switch (state) {
        case AccountState::invited: return ui::Tone::info;
        case AccountState::active: return ui::Tone::good;
        case AccountState::disabled: return ui::Tone::neutral;
    }
    throw std::logic_error("unknown state of an account");
}

void show_table(html::Writer& w, web::Visit& visit, std::vector<store::Account> const& accounts) {
    ui::Table table(
        w, {visit.text("people.accounts.title"),
            {{visit.text("people.field.name")}, {visit.text("people.field.email")}, {visit.text("people.field.state")}},
            true});
    for (auto const& account : accounts)
        table.row([&](ui::Row& row) {
            row.link(account.name, html::Url::checked(fmt::format("/verwaltung/personen/{}", account.id.value)));
            row.text(account.email);
            row.cell([&](html::Writer& cell) {
                ui::badge(cell, visit.text(fmt::format("people.state.{}", word(account.state))),
                          tone_of(account.state));
            });
        });
    table.end();
}

web::Response show_new(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("people.new_account.title");
    std::vector<web::Crumb> const above{{visit.text("people.accounts.title"), html::Url{"/verwaltung/personen"}}};
    return web::page(
        visit, {.title = title, .breadcrumbs = above, .width = web::Width::reading, .status = status, .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .lead = visit.text("people.new_account.lead")});
            ui::form(w, visit, form, {.action = html::Url{"/verwaltung/personen"}}, [&](ui::OpenForm const& open) {
                ui::text_field(open, {{.name = "name",
                                       .label = visit.text("people.field.name"),
                                       .hint = visit.text("people.new_account.name_hint")},
                                      ui::TextKind::text,
                                      120});
                ui::text_field(
                    open, {{.name = "email", .label = visit.text("people.field.email")}, ui::TextKind::email, 254});
                ui::submit_row(open, {.label = visit.text("people.new_account.submit"),
                                      .cancel = html::Url{"/verwaltung/personen"}});
            });
        });
}

}  // namespace

web::Response list_accounts_page(web::Visit& visit) {
    auto const cursor = visit.request().query.maybe_text("ab");
    auto const accounts = store::list_accounts(visit.reader(), cursor);
    auto const title = visit.text("people.accounts.title");
    return web::page(
        visit, {.title = title, .current = "/verwaltung/personen", .indexed = false}, [&](html::Writer& w) {
            ui::heading(
                w,
                {.title = title,
                 .lead = visit.text("people.accounts.lead"),
                 .actions = {{visit.text("people.new_account.title"), html::Url{"/verwaltung/personen/neu"}, "add"}}});
            if (accounts.items.empty()) return ui::empty_state(w, {visit.text("people.accounts.empty")});
            show_table(w, visit, accounts.items);
            ui::pagination(w, visit.locale(), {html::Url{"/verwaltung/personen"}, accounts.next, !cursor});
        });
}

web::Response show_new_account(web::Visit& visit) { return show_new(visit, {}, 200); }

web::Response add_account(web::Visit& visit) {
    AccountDraft const draft{visit.form().text("name"), visit.form().text("email"), visit.locale().tag()};
    auto answer = visit.submit([&](auto& tx) { return invite(tx, draft); },
                               [](AccountId id) { return fmt::format("/verwaltung/personen/{}", id.value); });
    if (!answer) return show_new(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "people.new_account.done");
}

}  // namespace lenkwerk::people
