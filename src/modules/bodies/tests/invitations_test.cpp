#include "modules/bodies/commands/invitations.hpp"
#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/people/people.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/log/log.hpp"
#include "platform/mail/outbox.hpp"
#include "town/world.hpp"

namespace lenkwerk::bodies {
namespace {

Day const kToday = Day::of(2026, 11, 23);
SeriesDraft const kQuarterly{Day::of(2026, 12, 10), 3, 14 * 60, 120, "Rathaus"};

TEST(SessionSpan, keeps_the_clock_of_the_city_on_days_on_which_clocks_change) {
    i18n::Locale const locale("de", "Europe/Berlin");
    auto const start = [&](Day day, int minute) {
        return iso(span_of({SessionKind::regular, day, minute, 60, ""}, locale).start);
    };
    EXPECT_EQ(start(Day::of(2026, 12, 10), 14 * 60), "2026-12-10T13:00:00.000Z");
    EXPECT_EQ(start(Day::of(2027, 3, 28), 14 * 60), "2027-03-28T12:00:00.000Z");
    EXPECT_EQ(start(Day::of(2026, 10, 25), 14 * 60), "2026-10-25T13:00:00.000Z");
    EXPECT_EQ(start(Day::of(2026, 10, 25), 60), "2026-10-24T23:00:00.000Z");
}

class Invitations : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                              bodies::module()});
        body = *office([](auto& tx) { return add_body(tx, {"Lenkungskreis", "steering_group"}); });
        for (auto const* email : {"a@verein.example", "b@verein.example"})
            ASSERT_TRUE(office([&](auto& tx) {
                auto const account = *people::account_for(tx, "Sitz", email);
                return add_member(tx, {body, {"Sitz", "member", "administration", {}, "", "", {kToday}}, account});
            }));
        ASSERT_TRUE(office([&](auto& tx) { return start_series(tx, body, kQuarterly, kToday); }));
        session =
            world->read([&](auto& reader) { return store::regular_from(reader, Viewer::everything(), body, kToday); })
                ->id;
        mails();
    }
    // What was written since the last call, by recipient.
    std::vector<mail::OutboxEntry> mails() {
        jobs::Runner{world->city()}.run_due();
        auto found = world->read([](storage::Reader const& reader) { return mail::outbox(reader).items; });
        std::erase_if(found, [&](auto const& entry) { return entry.id <= last; });
        if (!found.empty()) last = found.front().id;
        return found;
    }
    std::string calendar_of(mail::MailId id) {
        return world->read(
            [&](storage::Reader const& reader) { return mail::outgoing(reader, id)->mail.attachments.at(0).content; });
    }
    std::optional<town::World> world;
    BodyId body;
    SessionId session;
    mail::MailId last;
};
LENKWERK_ON_BOTH_DATABASES(Invitations);

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_P(Invitations, go_to_every_member_once_with_the_entry_for_the_calendar) {
    ASSERT_TRUE(office([&](auto& tx) { return invite_to_session(tx, session); }));
    auto const found = mails();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].subject, "Einladung: Lenkungskreis am 10. Dezember 2026");
    EXPECT_TRUE(has(found[0].text, "14:00 Uhr")) << found[0].text;
    EXPECT_TRUE(has(found[0].text, fmt::format("/sitzungen/{}\n", session.value)));
    auto const calendar = calendar_of(found[0].id);
    for (auto const* line :
         {"METHOD:REQUEST", "SEQUENCE:1", "DTSTART;TZID=Europe/Berlin:20261210T140000", "LOCATION:Rathaus"})
        EXPECT_TRUE(has(calendar, line)) << line << calendar;
    EXPECT_TRUE(mails().empty()) << "the job ran once";
}

TEST_P(Invitations, say_what_has_changed_and_replace_the_entry) {
    ASSERT_TRUE(office([&](auto& tx) {
        return edit_session(tx, session, {SessionKind::regular, Day::of(2026, 12, 10), 14 * 60, 120, "Stadthaus"}, 1);
    }));
    EXPECT_TRUE(mails().empty()) << "nobody was invited yet";
    ASSERT_TRUE(office([&](auto& tx) { return invite_to_session(tx, session); }));
    mails();
    ASSERT_TRUE(office([&](auto& tx) {
        return edit_session(tx, session, {SessionKind::regular, Day::of(2026, 12, 17), 15 * 60, 120, "Rathaus"}, 3);
    }));
    auto const moved = mails();
    ASSERT_EQ(moved.size(), 2U);
    EXPECT_EQ(moved[0].subject, "Geändert: Lenkungskreis am 17. Dezember 2026");
    EXPECT_TRUE(has(calendar_of(moved[0].id), "SEQUENCE:3"));
    ASSERT_TRUE(office([&](auto& tx) { return cancel_session(tx, session); }));
    auto const off = mails();
    ASSERT_EQ(off.size(), 2U);
    EXPECT_TRUE(has(calendar_of(off[0].id), "METHOD:CANCEL") && has(calendar_of(off[0].id), "STATUS:CANCELLED"));
}

TEST_P(Invitations, are_for_those_who_belong_to_the_body_on_the_day) {
    auto const gone = world->read([&](auto& reader) { return store::members_of(reader, body); }).front();
    auto facts = gone.facts;
    facts.term.last = Day::of(2026, 12, 9);
    ASSERT_TRUE(office([&](auto& tx) { return edit_member(tx, gone.id, facts, gone.version); }));
    ASSERT_TRUE(office([&](auto& tx) { return invite_to_session(tx, session); }));
    EXPECT_EQ(mails().size(), 1U);
}

TEST_P(Invitations, sessions_are_planned_ahead_every_night) {
    world->clock().advance(std::chrono::days{100});
    jobs::Runner runner{world->city()};
    runner.look_at_schedules();
    world->clock().advance(std::chrono::days{1});
    runner.look_at_schedules();
    runner.run_due();
    auto const planned =
        world->read([&](auto& reader) { return store::sessions_of(reader, Viewer::everything(), body); });
    EXPECT_EQ(planned.size(), 5U);
}

}  // namespace
}  // namespace lenkwerk::bodies
