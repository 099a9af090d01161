#include "modules/bodies/commands/agenda.hpp"
#include "modules/bodies/module.hpp"
#include "modules/bodies/store/agenda.hpp"
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

TEST(AgendaItem, says_what_is_wrong_with_it) {
    EXPECT_TRUE(check_agenda_item({"Haushalt", ""}));
    EXPECT_EQ(keys(check_agenda_item({" ", std::string(5001, 'x')})),
              (Keys{"bodies.agenda.title_missing", "bodies.agenda.too_long"}));
    EXPECT_EQ(keys(check_agenda_item({std::string(201, 'x'), ""})), Keys{"bodies.agenda.too_long"});
}

class Agendas : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                              bodies::module()});
        auto const body = *office([](auto& tx) { return add_body(tx, {"Lenkungskreis", "steering_group"}); });
        session = *office(
            [&](auto& tx) { return add_session(tx, body, {SessionKind::regular, kToday, 14 * 60, 120, "Rathaus"}); });
    }
    AgendaItemId added(std::string title) {
        return *office([&](auto& tx) {
            return add_agenda_item(tx, session, {title, "", Audience::everyone(), Subject{"lab", 3}});
        });
    }
    std::vector<store::AgendaItem> items(Viewer const& viewer = Viewer::everything()) {
        return world->read([&](auto& reader) { return store::agenda_of(reader, viewer, session); });
    }
    std::optional<town::World> world;
    SessionId session;
};
LENKWERK_ON_BOTH_DATABASES(Agendas);

TEST_P(Agendas, keep_their_order_without_gaps) {
    std::vector<AgendaItemId> ids;
    for (auto const* title : {"eins", "zwei", "drei"}) ids.push_back(added(title));
    ASSERT_TRUE(office([&](auto& tx) { return raise_agenda_item(tx, ids[2]); }));
    ASSERT_TRUE(office([&](auto& tx) { return remove_agenda_item(tx, ids[0]); }));
    ASSERT_TRUE(office([&](auto& tx) { return raise_agenda_item(tx, ids[2]); })) << "the first stays where it is";
    auto const found = items();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].facts.title, "drei");
    EXPECT_EQ(found[0].position, 1);
    EXPECT_EQ(found[1].position, 2);
    EXPECT_EQ(found[0].facts.subject, (Subject{"lab", 3}));
}

TEST_P(Agendas, are_the_office_s_and_close_with_the_session) {
    auto const id = added("eins");
    AgendaItemDraft const draft{"anders", "", Audience::body(1)};
    EXPECT_EQ(keys(world->write(town::member(), [&](auto& tx) { return add_agenda_item(tx, session, draft); })),
              Keys{"access.denied"});
    EXPECT_EQ(keys(office([&](auto& tx) { return edit_agenda_item(tx, AgendaItemId{99}, draft, 1); })),
              Keys{"bodies.agenda.unknown"});
    EXPECT_TRUE(office([&](auto& tx) { return edit_agenda_item(tx, id, draft, 1); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return edit_agenda_item(tx, id, draft, 1); })),
              Keys{"form.changed_meanwhile"});
    EXPECT_TRUE(items(Viewer::visitor()).empty());
    ASSERT_TRUE(office([&](auto& tx) { return cancel_session(tx, session); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return remove_agenda_item(tx, id); })), Keys{"bodies.agenda.closed"});
    EXPECT_EQ(keys(office([&](auto& tx) { return add_agenda_item(tx, SessionId{99}, draft); })),
              Keys{"bodies.session.unknown"});
}

}  // namespace
}  // namespace lenkwerk::bodies
