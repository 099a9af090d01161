// Signing in and out. The answer to a wrong password and to an unknown address is the same, in words and in time.
#include "modules/people/commands/sessions.hpp"
#include "modules/people/rules/account.hpp"
#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/sessions.hpp"
#include "modules/people/web/device.hpp"
#include "modules/people/web/pages.hpp"
#include "platform/access/password.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/session.hpp"

namespace lenkwerk::people {
namespace {

// Only an own page, so that no link can send anybody elsewhere after signing in.
std::string own_page(std::string const& wanted) {
    bool const own = wanted.size() > 1 && wanted[0] == '/' && wanted[1] != '/' && wanted[1] != '\\';
    return own ? wanted : "/";
}

web::Response show(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("people.sign_in.title");
    return web::page(visit, {.title = title, .width = web::Width::reading, .status = status, .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .lead = visit.text("people.sign_in.lead")});
                         ui::form(w, visit, form, {.action = html::Url{"/anmelden"}}, [&](ui::OpenForm const& open) {
                             w.put(R"(<input type="hidden" name="weiter" value="{}">)", form.value("weiter"));
                             ui::text_field(open, {{.name = "email", .label = visit.text("people.field.email")},
                                                   ui::TextKind::email,
                                                   254,
                                                   "username"});
                             ui::text_field(open, {{.name = "password", .label = visit.text("people.field.password")},
                                                   ui::TextKind::password,
                                                   200,
                                                   "current-password"});
                             ui::submit_row(open, {.label = visit.text("people.sign_in.submit")});
                         });
                         w.put(R"(<p><a class="kern-link" href="/passwort-vergessen">{}</a></p>)",
                               visit.text("people.sign_in.forgotten"));
                     });
}

web::Response refuse_sign_in(web::Visit& visit, Problems problems, int status) {
    return show(visit, web::Form(visit.form(), std::move(problems)), status);
}

Attempt attempt_of(web::Visit& visit, std::string const& email) {
    return {web::hash_of_token("account " + email), web::hash_of_token("address " + visit.request().remote_address)};
}

std::string minutes_until(Instant until, Instant now) {
    return std::to_string(std::chrono::ceil<std::chrono::minutes>(until - now).count());
}

}  // namespace

web::Response show_sign_in(web::Visit& visit) {
    web::Form form;
    form.preset("weiter", own_page(visit.request().query.text("weiter")));
    return show(visit, form, 200);
}

web::Response sign_in(web::Visit& visit) {
    auto const email = folded_email(visit.form().text("email"));
    auto const attempt = attempt_of(visit, email);
    if (auto const until = blocked_until(visit.reader(), attempt, visit.now()))
        return refuse_sign_in(
            visit, refuse("people.sign_in.blocked", "", {{"minutes", minutes_until(*until, visit.now())}}), 429);
    auto const credentials = store::find_credentials(visit.reader(), email);
    bool const active = credentials && credentials->state == AccountState::active;
    if (!access::is_password(visit.form().raw("password"), active ? credentials->password_hash : std::nullopt)) {
        (void)visit.perform([&](auto& tx) { return note_failed_sign_in(tx, attempt); });
        return refuse_sign_in(visit, sign_in_wrong(), 422);
    }
    auto const token = web::new_token();
    NewSession const session{credentials->id, web::hash_of_token(token),
                             device_of(visit.request().header("user-agent")), attempt};
    auto const opened = visit.perform([&](auto& tx) { return open_session(tx, session); });
    if (!opened) return refuse_sign_in(visit, opened.problems(), 422);
    auto answer = web::Response::see_other(own_page(visit.form().text("weiter")));
    return web::start_session(answer, visit.request(), token);
}

web::Response sign_out(web::Visit& visit) {
    auto const session =
        store::find_session(visit.reader(), web::hash_of_token(web::session_token(visit.request())), visit.now());
    // A session that is over already needs no end: leaving twice is no fault.
    if (session) (void)visit.perform([&](auto& tx) { return end_session(tx, session->id); });
    auto answer = web::Response::see_other("/");
    return web::end_session(answer, visit.request());
}

}  // namespace lenkwerk::people
