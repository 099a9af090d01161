#include "modules/people/commands/password_mail.hpp"

#include "modules/people/commands/passwords.hpp"
#include "modules/people/store/accounts.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/mail/outbox.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::people {
namespace {

mail::Mail letter(City& city, store::Account const& account, std::string const& token) {
    auto const settings = city.settings();
    auto const& locale = city.locale(account.language);
    MessageArguments const arguments{{"city", settings->city_name},
                                     {"link", settings->base_url + "/passwort/" + token},
                                     {"until", locale.moment(city.clock().now() + kPasswordLinkLasts)},
                                     {"again", settings->base_url + "/passwort-vergessen"}};
    bool const is_new = account.state == AccountState::invited;
    return {.to = account.email,
            .subject = locale.text("people.mail.password_subject", arguments),
            .text = locale.text(is_new ? "people.mail.first_password" : "people.mail.new_password", arguments),
            .confidential = true};
}

}  // namespace

void mail_password_link(City& city, Job const& job) {
    AccountId const id{nlohmann::json::parse(job.payload).at("account").get<std::int64_t>()};
    auto const actor = access::Actor::system("job:people.send_password_link");
    city.database().write(actor, city.clock(), [&](storage::Transaction& tx) {
        auto const account = store::find_account(tx, id);
        jobs::done(tx, job);
        if (!account || account->state == AccountState::disabled) return;
        auto const token = web::new_token();
        (void)*open_password_link(tx, id, web::hash_of_token(token));
        mail::write(tx, letter(city, *account, token));
    });
}

}  // namespace lenkwerk::people
