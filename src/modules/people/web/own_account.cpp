// The own account: roles, sessions, password.
#include "modules/people/commands/passwords.hpp"
#include "modules/people/commands/sessions.hpp"
#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/grants.hpp"
#include "modules/people/store/sessions.hpp"
#include "modules/people/web/pages.hpp"
#include "modules/people/web/words.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/session.hpp"

namespace lenkwerk::people {
namespace {

std::string own_token_hash(web::Visit& visit) { return web::hash_of_token(web::session_token(visit.request())); }

void show_roles(html::Writer& w, web::Visit& visit, AccountId id) {
    w.put("<h2>{}</h2>", visit.text("people.own.roles"));
    auto const grants = store::grants_of(visit.reader(), id);
    if (grants.empty())
        return ui::empty_state(w, {visit.text("people.own.no_roles"), visit.text("people.own.no_roles_text")});
    ui::Table table(w, {visit.text("people.own.roles"),
                        {{visit.text("people.field.role")}, {visit.text("people.field.period")}},
                        true});
    for (auto const& grant : grants)
        table.row([&](ui::Row& row) {
            row.text(role_name(visit, grant));
            row.text(period_text(visit.locale(), grant.period));
        });
    table.end();
}

void show_sessions(html::Writer& w, web::Visit& visit, AccountId id) {
    w.put("<h2>{}</h2><p>{}</p>", visit.text("people.own.sessions"), visit.text("people.own.sessions_text"));
    auto const own = store::find_session(visit.reader(), own_token_hash(visit), visit.now());
    ui::Table table(
        w, {visit.text("people.own.sessions"),
            {{visit.text("people.own.device")}, {visit.text("people.own.opened_at")}, {visit.text("people.own.ends")}},
            true});
    for (auto const& session : store::sessions_of(visit.reader(), id, visit.now()))
        table.row([&](ui::Row& row) {
            row.text(session.device.empty() ? visit.text("people.own.device_unknown") : session.device);
            row.text(visit.locale().moment(session.opened_at));
            row.cell([&](html::Writer& cell) {
                if (own && own->id == session.id)
                    return ui::badge(cell, visit.text("people.own.this_session"), ui::Tone::info);
                auto const action = html::Url::checked(fmt::format("/konto/sitzungen/{}/ende", session.id.value));
                ui::button_form(cell, visit,
                                {visit.text("people.own.end_session"), action, std::nullopt, session.device});
            });
        });
    table.end();
    ui::button_form(
        w, visit,
        {.label = visit.text("people.own.end_all"), .action = html::Url{"/konto/sitzungen/ende"}, .weighty = true});
}

web::Response show(web::Visit& visit, web::Form const& form, int status) {
    auto const account = store::find_account(visit.reader(), visit.actor().account().value());
    auto const title = visit.text("people.own.title");
    return web::page(visit, {.title = title, .status = status, .indexed = false}, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = account->name + " · " + account->email});
        show_roles(w, visit, account->id);
        show_sessions(w, visit, account->id);
        w.put("<h2>{}</h2>", visit.text("people.own.password"));
        ui::form(w, visit, form, {.action = html::Url{"/konto/passwort"}}, [&](ui::OpenForm const& open) {
            ui::text_field(open, {{.name = "current", .label = visit.text("people.field.current_password")},
                                  ui::TextKind::password,
                                  200,
                                  "current-password"});
            ui::text_field(open, {{.name = "password",
                                   .label = visit.text("people.field.new_password"),
                                   .hint = visit.text("people.new_password.hint")},
                                  ui::TextKind::new_password,
                                  200,
                                  "new-password"});
            ui::submit_row(open, {.label = visit.text("people.own.change_password")});
        });
    });
}

}  // namespace

web::Response show_own_account(web::Visit& visit) { return show(visit, {}, 200); }

web::Response change_own_password(web::Visit& visit) {
    auto const account = store::find_account(visit.reader(), visit.actor().account().value());
    auto const stored = store::find_credentials(visit.reader(), account->email);
    auto const password = visit.form().raw("password");
    if (!access::is_password(visit.form().raw("current"), stored->password_hash))
        return show(visit, web::Form(visit.form(), password_current_wrong()), 422);
    if (auto const checked = check_password(password, account->name, account->email); !checked)
        return show(visit, web::Form(visit.form(), checked.problems()), 422);
    auto const hash = access::hash_password(password);
    auto const changed = visit.perform([&](auto& tx) { return change_password(tx, hash, own_token_hash(visit)); });
    if (!changed) return show(visit, web::Form(visit.form(), changed.problems()), 422);
    auto answer = web::Response::see_other("/konto");
    return web::announce(answer, visit.request(), "people.own.password_changed");
}

web::Response end_own_session(web::Visit& visit) {
    auto const id = visit.id<SessionId>("id");
    auto const ended = visit.perform([&](auto& tx) { return end_session(tx, id); });
    if (!ended) throw web::NotFound{};
    return web::Response::see_other("/konto");
}

web::Response end_own_sessions(web::Visit& visit) {
    auto const ended = visit.perform([&](auto& tx) { return end_all_sessions(tx); });
    if (!ended) throw web::Forbidden{};
    auto answer = web::Response::see_other("/anmelden");
    return web::end_session(answer, visit.request());
}

}  // namespace lenkwerk::people
