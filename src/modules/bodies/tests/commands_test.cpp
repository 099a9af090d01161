#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/module.hpp"
#include "modules/bodies/store/sessions.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "town/world.hpp"

namespace lenkwerk::bodies {
namespace {

using Keys = std::vector<std::string>;

template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

Day const kToday = Day::of(2026, 11, 23);
SeriesDraft const kQuarterly{Day::of(2026, 12, 10), 3, 14 * 60, 120, "Rathaus"};

class BodyCommands : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(
            GetParam(),
            std::vector{people::module(), plan::module(), places::module(), measures::module(), bodies::module()});
        id = *office([](auto& tx) { return add_body(tx, {"Lenkungskreis", "steering_group"}); });
    }
    std::vector<store::Session> sessions() {
        return world->read([&](auto& reader) { return store::sessions_of(reader, Viewer::everything(), id); });
    }
    std::unique_ptr<town::World> world;
    BodyId id;
};
LENKWERK_ON_BOTH_DATABASES(BodyCommands);

TEST_P(BodyCommands, a_body_has_one_name_and_reports_to_another) {
    EXPECT_EQ(keys(office([](auto& tx) { return add_body(tx, {"Lenkungskreis", "assembly"}); })),
              Keys{"bodies.body.name_taken"});
    EXPECT_EQ(keys(office([](auto& tx) { return add_body(tx, {"AG 1", "working_group", BodyId{99}}); })),
              Keys{"bodies.body.reports_to_unknown"});
    EXPECT_TRUE(office([&](auto& tx) { return add_body(tx, {"AG 1", "working_group", id}); }));
    EXPECT_EQ(keys(office([](auto& tx) { return close_body(tx, BodyId{99}); })), Keys{"bodies.body.unknown"});
    EXPECT_EQ(keys(world->write(town::member(), [&](auto& tx) { return close_body(tx, id); })), Keys{"access.denied"});
}

TEST_P(BodyCommands, members_are_added_and_edited) {
    MemberDraft seat{"Leitung Ordnungsamt", "member", "administration", {}, "", "", {kToday}};
    auto const member = *office([&](auto& tx) { return add_member(tx, {id, seat}); });
    seat.deputy = "Vertretung";
    EXPECT_TRUE(office([&](auto& tx) { return edit_member(tx, member, seat, 1); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return edit_member(tx, member, seat, 1); })), Keys{"form.changed_meanwhile"});
    EXPECT_EQ(keys(office([&](auto& tx) { return edit_member(tx, MembershipId{99}, seat, 1); })),
              Keys{"bodies.member.unknown"});
}

TEST_P(BodyCommands, a_series_keeps_its_sessions_planned_ahead_and_plans_none_twice) {
    auto const series = *office([&](auto& tx) { return start_series(tx, id, kQuarterly, kToday); });
    EXPECT_EQ(sessions().size(), 4u);
    EXPECT_EQ(*office([](auto& tx) { return plan_ahead(tx, kToday); }), 0);
    EXPECT_EQ(*office([](auto& tx) { return plan_ahead(tx, Day::of(2026, 12, 11)); }), 1);
    ASSERT_TRUE(office([&](auto& tx) { return end_series(tx, series, Day::of(2027, 12, 31)); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return end_series(tx, series, kToday); })), Keys{"bodies.series.unknown"});
}

TEST_P(BodyCommands, a_session_is_invited_and_then_held_on_its_day) {
    ASSERT_TRUE(office([&](auto& tx) { return start_series(tx, id, kQuarterly, kToday); }));
    auto const next = sessions().back().id;
    EXPECT_EQ(keys(office([&](auto& tx) { return close_session(tx, next, kToday); })),
              Keys{"bodies.session.lies_ahead"});
    EXPECT_EQ(keys(office([&](auto& tx) { return note_session_held(tx, next, kToday); })),
              Keys{"bodies.session.ends_with_verdicts"});
    ASSERT_TRUE(office([&](auto& tx) { return invite_to_session(tx, next); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return invite_to_session(tx, next); })),
              Keys{"bodies.session.state_out_of_order"});
    EXPECT_TRUE(office([&](auto& tx) { return close_session(tx, next, Day::of(2026, 12, 10)); }));
    EXPECT_EQ(keys(office([](auto& tx) { return cancel_session(tx, SessionId{99}); })), Keys{"bodies.session.unknown"});
}

}  // namespace
}  // namespace lenkwerk::bodies
