// One account: its name and address, its roles, and whether it may sign in.
#include "modules/people/commands/accounts.hpp"
#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/grants.hpp"
#include "modules/people/store/organisations.hpp"
#include "modules/people/web/pages.hpp"
#include "modules/people/web/words.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"

#include <charconv>

namespace lenkwerk::people {
namespace {

constexpr std::array kRoles{"member",  "lead",   "councillor", "department",
                            "partner", "office", "auditor",    "administrator"};

html::Url address_of(AccountId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/verwaltung/personen/{}{}", id.value, rest));
}

store::Account found(web::Visit& visit) {
    auto const account = store::find_account(visit.reader(), visit.id<AccountId>("id"));
    if (!account) throw web::NotFound{};
    return *account;
}

std::vector<ui::Choice> role_choices(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const* role : kRoles) choices.push_back({role, visit.text(std::string("people.role.") + role)});
    return choices;
}

std::vector<ui::Choice> organisation_choices(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const& organisation : store::list_organisations(visit.reader()))
        if (!organisation.closed_at)
            choices.push_back({fmt::format("organisation:{}", organisation.id.value), organisation.facts.name});
    return choices;
}

void show_roles(html::Writer& w, web::Visit& visit, store::Account const& account) {
    w.put("<h2>{}</h2>", visit.text("people.account.roles"));
    auto const grants = store::grants_of(visit.reader(), account.id);
    if (grants.empty())
        ui::empty_state(w, {visit.text("people.account.no_roles"), visit.text("people.account.no_roles_text")});
    if (grants.empty()) return;
    ui::Table table(
        w,
        {visit.text("people.account.roles"),
         {{visit.text("people.field.role")}, {visit.text("people.field.period")}, {visit.text("people.account.act")}},
         true});
    for (auto const& grant : grants)
        table.row([&](ui::Row& row) {
            row.text(role_name(visit, grant));
            row.text(period_text(visit.locale(), grant.period));
            if (!grant.period.contains(visit.today()) && grant.period.first <= visit.today()) return row.empty();
            row.cell([&](html::Writer& cell) {
                auto const action = address_of(account.id, fmt::format("/rollen/{}/ende", grant.id.value));
                ui::button_form(cell, visit,
                                {visit.text("people.account.end_role"), action, std::nullopt, role_name(visit, grant)});
            });
        });
    table.end();
}

void show_role_form(html::Writer& w, web::Visit& visit, web::Form const& form, AccountId id) {
    w.put("<h2>{}</h2>", visit.text("people.account.add_role"));
    ui::form(
        w, visit, form, {.action = address_of(id, "/rollen"), .id_prefix = "role-"}, [&](ui::OpenForm const& open) {
            ui::select(open, {{.name = "role", .label = visit.text("people.field.role")}, role_choices(visit)});
            ui::select(open, {{.name = "scope",
                               .label = visit.text("people.field.scope"),
                               .hint = visit.text("people.field.scope_hint"),
                               .need = ui::Need::optional},
                              organisation_choices(visit)});
            ui::day_field(open, {{.name = "first", .label = visit.text("people.field.first_day")}});
            ui::day_field(open,
                          {{.name = "last", .label = visit.text("people.field.last_day"), .need = ui::Need::optional}});
            ui::submit_row(open, {.label = visit.text("people.account.add_role")});
        });
}

void show_facts_form(html::Writer& w, web::Visit& visit, web::Form const& form, store::Account const& account) {
    ui::FormFrame const frame{.action = address_of(account.id), .version = account.version};
    ui::form(w, visit, form, frame, [&](ui::OpenForm const& open) {
        ui::text_field(open, {{.name = "name", .label = visit.text("people.field.name")}, ui::TextKind::text, 120});
        ui::text_field(open, {{.name = "email", .label = visit.text("people.field.email")}, ui::TextKind::email, 254});
        ui::submit_row(open, {.label = visit.text("people.account.save"), .cancel = html::Url{"/verwaltung/personen"}});
    });
}

void show_state(html::Writer& w, web::Visit& visit, store::Account const& account) {
    bool const disabled = account.state == AccountState::disabled;
    w.put("<h2>{}</h2>", visit.text("people.account.state"));
    ui::button_form(w, visit,
                    {.label = visit.text(disabled ? "people.account.enable" : "people.account.disable"),
                     .action = address_of(account.id, disabled ? "/freigabe" : "/sperre"),
                     .more_for_screen_readers = account.name,
                     .weighty = !disabled});
}

struct Forms {
    web::Form facts = {}, role = {};
    Problems problems = {};  // of the acts without fields
};

web::Response show(web::Visit& visit, Forms forms, int status) {
    auto const account = found(visit);
    forms.facts.preset("name", account.name).preset("email", account.email);
    forms.role.preset("first", visit.today().iso());
    std::vector<web::Crumb> const above{{visit.text("people.accounts.title"), html::Url{"/verwaltung/personen"}}};
    return web::page(visit, {.title = account.name, .breadcrumbs = above, .status = status, .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = account.name});
                         for (auto const& problem : forms.problems)
                             ui::notice(w, {.title = visit.locale().explain(problem), .kind = ui::NoticeKind::bad});
                         show_facts_form(w, visit, forms.facts, account);
                         show_roles(w, visit, account);
                         show_role_form(w, visit, forms.role, account.id);
                         show_state(w, visit, account);
                     });
}

// "organisation:7", "body:3", or nothing.
std::optional<Subject> scope_of(std::string const& written) {
    auto const colon = written.find(':');
    Subject scope{written.substr(0, colon), 0};
    if (colon == std::string::npos) return std::nullopt;
    auto const* end = written.data() + written.size();
    auto const read = std::from_chars(written.data() + colon + 1, end, scope.id);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{scope} : std::nullopt;
}

// An act without fields: redirects to the account, or shows it again with what stands against it.
template <class Command> web::Response act(web::Visit& visit, Command command, std::string_view done) {
    auto const id = visit.id<AccountId>("id");
    auto answer = visit.submit(command, [&](Done) { return fmt::format("/verwaltung/personen/{}", id.value); });
    if (!answer) return show(visit, {.problems = answer.problems()}, 422);
    return web::announce(*answer, visit.request(), done);
}

}  // namespace

web::Response show_account(web::Visit& visit) { return show(visit, {}, 200); }

web::Response save_account(web::Visit& visit) {
    auto const id = visit.id<AccountId>("id");
    auto const& form = visit.form();
    auto const account = found(visit);
    AccountEdit const edit{id, {form.text("name"), form.text("email"), account.language}, web::version_of(form)};
    auto answer = visit.submit([&](auto& tx) { return edit_account(tx, edit); },
                               [&](Done) { return fmt::format("/verwaltung/personen/{}", id.value); });
    if (!answer) return show(visit, {.facts = web::Form(form, answer.problems())}, 422);
    return web::announce(*answer, visit.request(), "people.account.saved");
}

web::Response disable_account_page(web::Visit& visit) {
    auto const id = visit.id<AccountId>("id");
    return act(visit, [&](auto& tx) { return disable_account(tx, id); }, "people.account.disabled");
}

web::Response enable_account_page(web::Visit& visit) {
    auto const id = visit.id<AccountId>("id");
    return act(visit, [&](auto& tx) { return enable_account(tx, id); }, "people.account.enabled");
}

web::Response add_role(web::Visit& visit) {
    auto const id = visit.id<AccountId>("id");
    auto const& form = visit.form();
    auto const first = Day::parse(form.text("first"));
    if (!first) return show(visit, {.role = web::Form(form, grant_first_day_missing())}, 422);
    GrantDraft const draft{form.text("role"), scope_of(form.text("scope")), {*first, Day::parse(form.text("last"))}};
    auto answer = visit.submit([&](auto& tx) { return grant_role(tx, id, draft); },
                               [&](GrantId) { return fmt::format("/verwaltung/personen/{}", id.value); });
    if (!answer) return show(visit, {.role = web::Form(form, answer.problems())}, 422);
    return web::announce(*answer, visit.request(), "people.account.role_added");
}

web::Response end_role_page(web::Visit& visit) {
    auto const grant = visit.id<GrantId>("grant");
    return act(visit, [&](auto& tx) { return end_role(tx, grant, visit.today()); }, "people.account.role_ended");
}

}  // namespace lenkwerk::people
