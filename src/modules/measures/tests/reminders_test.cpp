#include "modules/measures/commands/reminders.hpp"

#include "modules/measures/commands/activities.hpp"
#include "modules/measures/commands/rounds.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/people/people.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/log/log.hpp"
#include "platform/mail/outbox.hpp"
#include "town/world.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace lenkwerk::measures {
namespace {

Day const kToday = Day::of(2026, 11, 23);

class StatusMail : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module()});
        insert_organisations();
        auto const account =
            *office([](auto& tx) { return people::account_for(tx, "Leitung", "leitung@stadt.example"); });
        ASSERT_TRUE(office([&](auto& tx) {
            return people::grant_membership(tx, account, "department", {"organisation", with_account.value},
                                            {kToday - 1});
        }));
        plan = *office([](auto& tx) {
            return plan::import_plan(
                tx, {"Plan", "", "1-26", "1-26", kToday, {{"1", "", "Prävention", ""}}, Audience::everyone()});
        });
        topic = world->read([&](auto& reader) { return plan::outline(reader, Viewer::everything(), plan).front().id; });
        mails();
    }
    void insert_organisations() {
        auto const path = std::filesystem::temp_directory_path() / fmt::format("lenkwerk_reminders_{}", ::getpid());
        std::filesystem::create_directories(path);
        std::ofstream(path / "organisations.json") << R"({"organisations": [
            {"key": "amt", "name": "Ordnungsamt", "kind": "administration", "email": "amt@stadt.example"},
            {"key": "verein", "name": "Verein", "kind": "association", "email": "buero@verein.example"},
            {"key": "stille", "name": "Stille", "kind": "other"}]})";
        SeedFolder folder{path.string(), kToday};
        office([&](auto& tx) { people::module().seeds.front().plant(tx, folder); });
        with_account = folder.id<people::OrganisationId>("organisation", "amt");
        without_account = folder.id<people::OrganisationId>("organisation", "verein");
        silent = folder.id<people::OrganisationId>("organisation", "stille");
        std::filesystem::remove_all(path);
    }
    ActivityId added(std::string title, people::OrganisationId responsible, int days_without_report) {
        ActivityDraft draft;
        draft.topic = topic, draft.title = std::move(title), draft.responsible = responsible,
        draft.phase = Phase::running;
        return *office([&](auto& tx) { return add_activity(tx, draft, kToday - days_without_report); });
    }
    std::vector<mail::OutboxEntry> mails() {
        jobs::Runner{world->city()}.run_due();
        auto found = world->read([](storage::Reader const& reader) { return mail::outbox(reader).items; });
        std::erase_if(found, [&](auto const& entry) { return entry.id <= last; });
        if (!found.empty()) last = found.front().id;
        return found;
    }
    void remind() {
        office([](auto& tx) { tx.enqueue({"measures.remind"}); });
    }
    std::optional<town::World> world;
    people::OrganisationId with_account, without_account, silent;
    plan::PlanId plan;
    plan::TopicId topic;
    mail::MailId last;
};
LENKWERK_ON_BOTH_DATABASES(StatusMail);

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_P(StatusMail, asks_every_organisation_of_a_round_for_all_its_activities) {
    added("Streifen", with_account, 10);
    added("Nachbarschaftsfest", without_account, 10);
    ASSERT_TRUE(office([&](auto& tx) { return open_round(tx, plan, {"Winter", kToday + 14}, kToday); }));
    auto const found = mails();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].recipient, "buero@verein.example") << "nobody has an account there";
    EXPECT_EQ(found[1].recipient, "leitung@stadt.example");
    EXPECT_EQ(found[1].subject, "Bitte um Sachstände bis 7. Dezember 2026: Winter");
    EXPECT_TRUE(has(found[1].text, fmt::format("/sachstandsrunden/1/organisationen/{}\n", with_account.value)))
        << found[1].text;
}

TEST_P(StatusMail, asks_nobody_in_a_round_that_is_closed_already) {
    added("Streifen", with_account, 10);
    auto const round = *office([&](auto& tx) { return open_round(tx, plan, {"Winter", kToday + 14}, kToday); });
    ASSERT_TRUE(office([&](auto& tx) { return close_round(tx, round); }));
    EXPECT_TRUE(mails().empty());
}

TEST_P(StatusMail, reminds_once_of_all_that_falls_on_the_day) {
    added("In sieben Tagen", with_account, 83);
    added("Seit gestern", with_account, 91);
    added("Heute nicht", with_account, 50);
    remind();
    auto const found = mails();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].subject, "2 Sachstände fehlen");
    EXPECT_TRUE(has(found[0].text, "In sieben Tagen (fällig in 7 Tagen)")) << found[0].text;
    EXPECT_TRUE(has(found[0].text, "Seit gestern (fällig seit gestern)"));
    EXPECT_FALSE(has(found[0].text, "Heute nicht"));
    remind();
    EXPECT_TRUE(mails().empty()) << "the same reminder goes out once";
}

TEST_P(StatusMail, writes_nothing_where_nobody_can_be_reached) {
    added("Streifen", silent, 91);
    remind();
    EXPECT_TRUE(mails().empty());
}

}  // namespace
}  // namespace lenkwerk::measures
