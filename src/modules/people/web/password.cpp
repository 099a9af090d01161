// A new password by a mailed link.
#include "modules/people/commands/passwords.hpp"
#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/sessions.hpp"
#include "modules/people/web/pages.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/session.hpp"

namespace lenkwerk::people {
namespace {

web::Response show_request(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("people.password_request.title");
    return web::page(
        visit, {.title = title, .width = web::Width::reading, .status = status, .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .lead = visit.text("people.password_request.lead")});
            ui::form(w, visit, form, {.action = html::Url{"/passwort-vergessen"}}, [&](ui::OpenForm const& open) {
                ui::text_field(open, {{.name = "email", .label = visit.text("people.field.email")},
                                      ui::TextKind::email,
                                      254,
                                      "username"});
                ui::submit_row(
                    open, {.label = visit.text("people.password_request.submit"), .cancel = html::Url{"/anmelden"}});
            });
        });
}

std::optional<store::Account> account_behind(web::Visit& visit) {
    auto const hash = web::hash_of_token(visit.parameter("token"));
    auto const id = store::account_of_password_link(visit.reader(), hash, visit.now());
    return id ? store::find_account(visit.reader(), *id) : std::nullopt;
}

web::Response show_new(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("people.new_password.title");
    auto const account = account_behind(visit);
    return web::page(
        visit, {.title = title, .width = web::Width::reading, .status = status, .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w,
                        {.title = title,
                         .lead = account ? visit.text("people.new_password.lead", {{"email", account->email}}) : ""});
            if (!account) {
                ui::empty_state(w, {visit.text("people.new_password.void"), visit.text("people.new_password.void_text"),
                                    visit.text("people.password_request.title"), "/passwort-vergessen"});
                return;
            }
            auto const action = html::Url::checked("/passwort/" + html::part(visit.parameter("token")).text());
            ui::form(w, visit, form, {.action = action}, [&](ui::OpenForm const& open) {
                ui::text_field(open, {{.name = "password",
                                       .label = visit.text("people.field.new_password"),
                                       .hint = visit.text("people.new_password.hint")},
                                      ui::TextKind::new_password,
                                      200,
                                      "new-password"});
                ui::submit_row(open, {.label = visit.text("people.new_password.submit")});
            });
        });
}

}  // namespace

web::Response show_password_request(web::Visit& visit) { return show_request(visit, {}, 200); }

web::Response request_password(web::Visit& visit) {
    auto const email = visit.form().text("email");
    if (!is_email(folded_email(email)))
        return show_request(visit, web::Form(visit.form(), account_email_invalid()), 422);
    (void)visit.perform([&](auto& tx) { return request_password_link(tx, email); });
    auto answer = web::Response::see_other("/anmelden");
    return web::announce(answer, visit.request(), "people.password_request.sent");
}

web::Response show_new_password(web::Visit& visit) { return show_new(visit, {}, 200); }

web::Response set_new_password(web::Visit& visit) {
    auto const account = account_behind(visit);
    if (!account) return show_new(visit, {}, 410);
    auto const password = visit.form().raw("password");
    if (auto const checked = check_password(password, account->name, account->email); !checked)
        return show_new(visit, web::Form(visit.form(), checked.problems()), 422);
    auto const hash = access::hash_password(password);
    auto const token_hash = web::hash_of_token(visit.parameter("token"));
    auto const set = visit.perform([&](auto& tx) { return set_password_by_link(tx, token_hash, hash); });
    if (!set) return show_new(visit, web::Form(visit.form(), set.problems()), 422);
    auto answer = web::Response::see_other("/anmelden");
    return web::announce(answer, visit.request(), "people.new_password.set");
}

}  // namespace lenkwerk::people
