#include "modules/bodies/commands/invitations.hpp"

#include "modules/people/people.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/mail/outbox.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace lenkwerk::bodies {
namespace {

constexpr int kDayMinutes = 24 * 60;
constexpr int kClocksChangedBy = 3 * 60;  // Europe changes its clocks at night, before three

// What is the same for all who are called.
struct Call {
    City& city;
    store::Body const& body;
    store::Session const& session;
    std::string news;  // what happened: invited, moved, cancelled

    std::string address() const { return fmt::format("{}/sitzungen/{}", city.settings()->base_url, session.id.value); }
    bool is_off() const { return session.state == SessionState::cancelled; }
};

// "plan.stadt.example" of "https://plan.stadt.example/": what makes the entry's name unique in the world.
std::string host_of(std::string_view url) {
    auto const from = url.find("://");
    auto const host = from == std::string_view::npos ? url : url.substr(from + 3);
    return std::string(host.substr(0, host.find('/')));
}

documents::CalendarEvent event_of(City& city, store::Body const& body, store::Session const& session,
                                  i18n::Locale const& locale) {
    auto const settings = city.settings();
    documents::CalendarEvent event{.uid = fmt::format("session-{}@{}", session.id.value, host_of(settings->base_url)),
                                   .sequence = static_cast<int>(session.sequence),
                                   .when = span_of(session.facts, locale),
                                   .summary = body.facts.name,
                                   .location = session.facts.place,
                                   .address = fmt::format("{}/sitzungen/{}", settings->base_url, session.id.value),
                                   .cancelled = session.state == SessionState::cancelled,
                                   .changed_at = city.clock().now()};
    if (mail::is_address(settings->mail_from)) event.organizer = "mailto:" + settings->mail_from;
    return event;
}

std::string calendar_of(Call const& call, i18n::Locale const& locale) {
    auto const method = call.is_off() ? documents::CalendarMethod::cancel : documents::CalendarMethod::request;
    return documents::icalendar({.time_zone = call.city.settings()->time_zone,
                                 .method = method,
                                 .events = {event_of(call.city, call.body, call.session, locale)}});
}

mail::Mail letter(Call const& call, std::string const& to, i18n::Locale const& locale) {
    MessageArguments const arguments{{"body", call.body.facts.name},
                                     {"day", locale.day(call.session.facts.day, i18n::DayStyle::words)},
                                     {"time", clock_of(call.session.facts.start_minute)},
                                     {"place", call.session.facts.place},
                                     {"link", call.address()},
                                     {"city", call.city.settings()->city_name}};
    auto const method = call.is_off() ? "CANCEL" : "REQUEST";
    return {.to = to,
            .subject = locale.text(fmt::format("bodies.mail.{}_subject", call.news), arguments),
            .text = locale.text(fmt::format("bodies.mail.{}", call.news), arguments),
            .attachments = {{"sitzung.ics", fmt::format("{}; method={}", documents::kCalendarType, method),
                             calendar_of(call, locale)}}};
}

std::int64_t write_letters(storage::Transaction& tx, Call const& call) {
    std::set<access::AccountId> called;
    for (auto const& contact : people::contacts(tx, {"body", call.body.id.value}, call.session.facts.day))
        if (called.insert(contact.account).second)
            mail::write(tx, letter(call, contact.email, call.city.locale(contact.language)));
    return static_cast<std::int64_t>(called.size());
}

}  // namespace

std::string calendar_entry(City& city, store::Body const& body, store::Session const& session,
                           i18n::Locale const& locale) {
    return documents::icalendar(
        {.time_zone = city.settings()->time_zone, .events = {event_of(city, body, session, locale)}});
}

documents::TimedSpan span_of(SessionDraft const& session, i18n::Locale const& locale) {
    using std::chrono::minutes;
    auto const start = session.start_minute >= kClocksChangedBy
                           ? locale.start_of(session.day + 1) - minutes{kDayMinutes - session.start_minute}
                           : locale.start_of(session.day) + minutes{session.start_minute};
    return {start, start + minutes{session.minutes}};
}

void send_invitations(City& city, Job const& job) {
    auto const payload = nlohmann::json::parse(job.payload);
    SessionId const id{payload.at("session").get<std::int64_t>()};
    city.database().write(
        access::Actor::system("job:bodies.send_invitations"), city.clock(), [&](storage::Transaction& tx) {
            auto const session = store::find_session(tx, Viewer::everything(), id);
            jobs::done(tx, job);
            if (!session || session->state == SessionState::planned) return;
            auto const body = store::find_body(tx, session->body).value();
            auto const called = write_letters(tx, {city, body, *session, payload.at("news")});
            tx.record({"bodies.members_called", {"session", id.value}, fmt::format(R"({{"mails":{}}})", called)});
        });
}

}  // namespace lenkwerk::bodies
