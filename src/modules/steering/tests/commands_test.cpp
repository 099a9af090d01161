#include "modules/steering/commands/signals.hpp"
#include "modules/steering/store/findings.hpp"
#include "modules/steering/store/signals.hpp"
#include "modules/steering/tests/town_of_the_lake.hpp"

namespace lenkwerk::steering {
namespace {

class SteeringCommands : public SteeringTest {
protected:
    plan::TopicId field(std::size_t number) { return {made(Form::body).fields.at(number).id}; }
    template <class Command> auto as(access::Actor const& actor, Command command) {
        return world->write(actor, command);
    }
};
LENKWERK_ON_BOTH_DATABASES(SteeringCommands);

TEST_P(SteeringCommands, members_note_findings_that_are_not_public_yet) {
    FindingDraft const draft{field(0), "diversity", "Text", "Quelle", Audience::everyone()};
    ASSERT_TRUE(as(town::member(body.value), [&](auto& tx) { return note_finding(tx, draft, kToday); }));
    EXPECT_EQ(made(Form::body).fields[0].findings_of("diversity").size(), 1U);
    EXPECT_TRUE(made(Form::everyone).fields[0].findings_of("diversity").empty());
    EXPECT_EQ(keys(as(town::department(), [&](auto& tx) { return note_finding(tx, draft, kToday); })),
              Keys{"access.denied"});
}

TEST_P(SteeringCommands, a_finding_belongs_to_a_field_and_can_be_withdrawn) {
    FindingDraft const nowhere{plan::TopicId{999}, "diversity", "Text", "Quelle"};
    EXPECT_EQ(keys(office([&](auto& tx) { return note_finding(tx, nowhere, kToday); })),
              Keys{"steering.finding.field_unknown"});
    auto const id =
        *office([&](auto& tx) { return note_finding(tx, {field(0), "diversity", "Text", "Quelle"}, kToday); });
    EXPECT_EQ(keys(as(town::member(body.value), [&](auto& tx) { return withdraw_finding(tx, id); })),
              Keys{"access.denied"});
    ASSERT_TRUE(office([&](auto& tx) { return withdraw_finding(tx, id); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return withdraw_finding(tx, id); })), Keys{"steering.finding.unknown"});
}

TEST_P(SteeringCommands, members_file_signals_for_their_own_body) {
    SignalDraft const storm{body, "Sturm", ""};
    EXPECT_TRUE(as(town::member(body.value), [&](auto& tx) { return file_signal(tx, storm, kToday); }));
    EXPECT_EQ(keys(as(town::member(body.value + 1), [&](auto& tx) { return file_signal(tx, storm, kToday); })),
              Keys{"access.denied"});
    EXPECT_EQ(keys(office([&](auto& tx) { return file_signal(tx, {bodies::BodyId{999}, "Sturm", ""}, kToday); })),
              Keys{"steering.signal.body_unknown"});
}

TEST_P(SteeringCommands, the_first_reaction_counts) {
    auto const id = *office([&](auto& tx) { return file_signal(tx, {body, "Sturm", ""}, kToday - 3); });
    ReactionDraft const reaction{"decision", "Bäume werden geprüft.", kToday};
    EXPECT_EQ(keys(as(town::member(body.value), [&](auto& tx) { return react_to_signal(tx, id, reaction, kToday); })),
              Keys{"access.denied"});
    ASSERT_TRUE(office([&](auto& tx) { return react_to_signal(tx, id, reaction, kToday); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return react_to_signal(tx, id, reaction, kToday); })),
              Keys{"steering.signal.answered"});
    EXPECT_EQ(keys(office([&](auto& tx) { return react_to_signal(tx, SignalId{999}, reaction, kToday); })),
              Keys{"steering.signal.unknown"});
}

TEST_P(SteeringCommands, the_office_publishes_a_signal_and_takes_it_back) {
    auto const id = *office([&](auto& tx) { return file_signal(tx, {body, "Sturm", ""}, kToday); });
    auto const seen = [&] {
        return world->read([&](auto& reader) { return store::find_signal(reader, Viewer::visitor(), id).has_value(); });
    };
    EXPECT_FALSE(seen());
    ASSERT_TRUE(office([&](auto& tx) { return show_signal(tx, id, Audience::everyone()); }));
    EXPECT_TRUE(seen());
    ASSERT_TRUE(office([&](auto& tx) { return show_signal(tx, id, Audience::administration()); }));
    EXPECT_FALSE(seen());
    EXPECT_EQ(keys(as(town::member(body.value), [&](auto& tx) { return show_signal(tx, id, Audience::everyone()); })),
              Keys{"access.denied"});
}

}  // namespace
}  // namespace lenkwerk::steering
