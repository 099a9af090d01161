#include "platform/city.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/mail/smtp.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::mail {

namespace {

Sender sender_of(Settings const& settings) { return {settings.mail_from, settings.city_name}; }

// A machine that dies between the server's yes and our note of it sends the mail again: under the same Message-ID, so that the
// reader's program can tell.
void send(City& city, Job const& job) {
    MailId const id{nlohmann::json::parse(job.payload).at("mail").get<std::int64_t>()};
    auto const settings = city.settings();
    if (settings->smtp_url.empty())
        return;  // it waits on the outbox page, and here until there is a server (send_waiting)
    auto const found = city.database().read([&](storage::Reader& reader) { return outgoing(reader, id); });
    if (!found) return;
    auto const sender = sender_of(*settings);
    auto const message = mime(found->mail, sender,
                              "mail-" + std::to_string(id.value) + "-" + std::to_string(found->written_at.milliseconds),
                              city.clock().now());
    try {
        deliver(smtp_server(settings->smtp_url, settings->smtp_user, settings->smtp_password), sender.address,
                found->mail.to, message);
    } catch (MailRefused const& refusal) {
        city.database().keep(city.clock(),
                             [&](storage::Upkeep& upkeep) { settle_refused(upkeep, id, refusal.what()); });
        return;
    }
    city.database().keep(city.clock(), [&](storage::Upkeep& upkeep) { settle_sent(upkeep, id); });
}

void send_waiting(City& city, Job const&) {
    if (city.settings()->smtp_url.empty()) return;
    auto const actor = access::Actor::system("job:mail.send_waiting");
    city.database().keep(city.clock(), [&](storage::Upkeep& upkeep) {
        for (auto const id : waiting(upkeep)) {
            auto const number = std::to_string(id.value);
            jobs::insert(upkeep, actor, {.kind = "mail.send", .payload = "{\"mail\":" + number + "}", .key = number});
        }
    });
}

void forget(City& city, Job const&) { city.database().keep(city.clock(), forget_settled); }

}  // namespace

std::vector<JobHandler> jobs() {
    return {{"mail.send", send}, {"mail.send_waiting", send_waiting}, {"mail.forget", forget}};
}

std::vector<Schedule> schedules() {
    return {{"mail.send_waiting", "every 15 minutes"}, {"mail.forget", "daily 03:30"}};
}

std::vector<access::Permission> permissions() {
    using access::Role;
    return {{std::string(kRead), {{Role::administrator}, {Role::office}}},
            {std::string(kReadConfidential), {{Role::administrator}}}};
}

}  // namespace lenkwerk::mail
