#include "modules/measures/commands/reminders.hpp"

#include "modules/measures/store/reports.hpp"
#include "modules/people/people.hpp"
#include "modules/plan/plan.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/mail/outbox.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace lenkwerk::measures {
namespace {

struct Reader {
    std::string email, language;
    auto operator<=>(Reader const&) const = default;
};

// Everybody once, however many roles somebody holds.
std::set<Reader> readers_of(storage::Reader const& reader, people::OrganisationId id, Day today,
                            std::string const& language) {
    std::set<Reader> readers;
    for (auto const& contact : people::contacts(reader, {"organisation", id.value}, today))
        readers.insert({contact.email, contact.language});
    if (!readers.empty()) return readers;
    auto const organisation = people::organisation(reader, id);
    if (organisation && mail::is_address(organisation->email)) readers.insert({organisation->email, language});
    return readers;
}

void write_request(City& city, storage::Transaction& tx, store::Round const& round,
                   people::OrganisationId organisation) {
    auto const settings = city.settings();
    for (auto const& reader : readers_of(tx, organisation, city.today(), settings->language)) {
        auto const& locale = city.locale(reader.language);
        MessageArguments const arguments{{"round", round.title},
                                         {"day", locale.day(round.deadline, i18n::DayStyle::words)},
                                         {"city", settings->city_name},
                                         {"link", fmt::format("{}/sachstandsrunden/{}/organisationen/{}",
                                                              settings->base_url, round.id.value, organisation.value)}};
        mail::write(tx, {.to = reader.email,
                         .subject = locale.text("measures.mail.round_subject", arguments),
                         .text = locale.text("measures.mail.round", arguments)});
    }
}

struct Due {
    store::Line line;
    int days = 0;  // from the due date: negative before it
};
using DueByOrganisation = std::map<people::OrganisationId, std::vector<Due>>;

DueByOrganisation due_today(storage::Reader const& reader, plan::PlanSummary const& plan, Day today) {
    FreshnessLimits const limits{plan.due_after, plan.overdue_after, plan.stale_after};
    auto const reminded = store::reminded_on(reader, today);
    DueByOrganisation due;
    for (auto& line : store::of_plan(reader, {Viewer::everything()}, plan.id)) {
        auto const days = reminder(line.phase, line.last_report, today, limits);
        if (days && !reminded.contains(line.id)) due[line.responsible].push_back({std::move(line), *days});
    }
    return due;
}

std::string line_of(i18n::Locale const& locale, std::string const& base_url, Due const& due) {
    auto const key = due.days < 0 ? "measures.mail.due_in" : "measures.mail.due_since";
    return locale.text(key, {{"title", due.line.title},
                             {"days", std::int64_t{std::abs(due.days)}},
                             {"link", fmt::format("{}/massnahmen/{}", base_url, due.line.id.value)}});
}

void write_reminder(City& city, storage::Transaction& tx, people::OrganisationId organisation,
                    std::vector<Due> const& due, Day today) {
    auto const settings = city.settings();
    for (auto const& reader : readers_of(tx, organisation, today, settings->language)) {
        auto const& locale = city.locale(reader.language);
        std::string lines;
        for (auto const& one : due) lines += line_of(locale, settings->base_url, one) + "\n\n";
        MessageArguments const arguments{
            {"count", static_cast<std::int64_t>(due.size())}, {"lines", lines}, {"city", settings->city_name}};
        mail::write(tx, {.to = reader.email,
                         .subject = locale.text("measures.mail.reminder_subject", arguments),
                         .text = locale.text("measures.mail.reminder", arguments)});
    }
}

void remind_of_plan(City& city, storage::Transaction& tx, plan::PlanSummary const& plan, Day today) {
    std::int64_t reminded = 0;
    for (auto const& [organisation, due] : due_today(tx, plan, today)) {
        write_reminder(city, tx, organisation, due, today);
        for (auto const& one : due) store::note_reminder(tx, one.line.id, today);
        reminded += static_cast<std::int64_t>(due.size());
    }
    if (reminded > 0)
        tx.record({"measures.reminded", {"plan", plan.id.value}, fmt::format(R"({{"activities":{}}})", reminded)});
}

}  // namespace

void ask_for_status(City& city, Job const& job) {
    auto const payload = nlohmann::json::parse(job.payload);
    StatusRoundId const id{payload.at("round").get<std::int64_t>()};
    people::OrganisationId const organisation{payload.at("organisation").get<std::int64_t>()};
    city.database().write(access::Actor::system("job:measures.ask_for_status"), city.clock(),
                          [&](storage::Transaction& tx) {
                              auto const round = store::find_round(tx, id);
                              jobs::done(tx, job);
                              if (!round || round->closed_at) return;
                              write_request(city, tx, *round, organisation);
                              tx.record({"measures.organisation_asked",
                                         {"status_round", id.value},
                                         fmt::format(R"({{"organisation":{}}})", organisation.value)});
                          });
}

void remind_of_status(City& city, Job const& job) {
    auto const today = city.today();
    city.database().write(access::Actor::system("job:measures.remind"), city.clock(), [&](storage::Transaction& tx) {
        jobs::done(tx, job);
        if (auto const plan = plan::current_plan(tx, Viewer::everything())) remind_of_plan(city, tx, *plan, today);
    });
}

}  // namespace lenkwerk::measures
