// What "amend" and "extend" carry: written at the session, in the plan once it is closed, with the decision in the topic's history.
#include "modules/plan/plan.hpp"
#include "modules/steering/commands/topic_changes.hpp"
#include "modules/steering/commands/verdicts.hpp"
#include "modules/steering/store/topic_changes.hpp"
#include "modules/steering/tests/town_of_the_lake.hpp"
#include "town/browsers.hpp"

#include <algorithm>

namespace lenkwerk::steering {
namespace {

class TopicChanges : public SteeringTest {
protected:
    // An invited session with "extend" on the first field and nothing new on the others.
    void SetUp() override {
        SteeringTest::SetUp();
        if (IsSkipped()) return;
        invite();
        for (auto const& part : made(Form::body).fields) fields.push_back({part.id});
        ASSERT_TRUE(office([&](auto& tx) {
            std::vector<VerdictDraft> verdicts{{fields[0], "extend", "Mehr für Ältere."}};
            for (std::size_t i = 1; i < fields.size(); ++i) verdicts.push_back({fields[i], "unchanged"});
            return give_verdicts(tx, session, verdicts);
        }));
        world->clock().advance(std::chrono::minutes{1});
    }
    std::vector<plan::TopicLine> outline() {
        return world->read([&](auto& reader) {
            return plan::outline(reader, Viewer::everything(), *plan::plan_of_topic(reader, fields[0]));
        });
    }
    plan::TopicLine topic(std::string_view number) {
        auto const all = outline();
        return *std::ranges::find(all, number, &plan::TopicLine::number);
    }
    TopicChange change(ChangeKind kind, std::string_view number, std::string const& title,
                       std::string const& text = "") {
        return {.field = fields[0],
                .kind = kind,
                .topic = topic(number).id,
                .title = title,
                .text = text,
                .seen = world->clock().now()};
    }
    Outcome<Done> write(TopicChange const& change) {
        return office([&](auto& tx) { return write_change(tx, session, change); });
    }
    Outcome<Done> close() {
        return office([&](auto& tx) { return close_session(tx, session, line().day, "Lenkungskreis, Beschluss"); });
    }
    std::string at(std::string_view rest = "") const { return fmt::format("/sitzungen/{}{}", session.value, rest); }
    std::vector<plan::TopicId> fields;
};
LENKWERK_ON_BOTH_DATABASES(TopicChanges);

TEST_P(TopicChanges, come_into_the_plan_when_the_session_is_closed) {
    auto const schools = topic("1.1.1");
    EXPECT_TRUE(write(change(ChangeKind::retire, "1.1.1", "", "Geht in 1.1.2 auf.")));
    EXPECT_TRUE(write(change(ChangeKind::reword, "1.1.2", "Streit schlichten")));
    EXPECT_TRUE(write(change(ChangeKind::add, "1.2", "Sicher im Verkehr")));
    EXPECT_EQ(topic("1.1.1").title, schools.title) << "nothing changes before the decision";
    ASSERT_TRUE(close());
    EXPECT_EQ(topic("1.1.1").title, "Streit schlichten") << "the neighbour moved up, and was worded anew all the same";
    EXPECT_EQ(topic("1.1.1").state, "confirmed");
    EXPECT_EQ(topic("1.2.2").title, "Sicher im Verkehr");
    EXPECT_EQ(topic("1.2.2").audience, topic("1.2").audience);
    town::Browsers browsers(world->city());
    auto const history = browsers.of(town::office()).get(fmt::format("/themen/{}/verlauf", topic("1.2.2").id.value));
    EXPECT_TRUE(history.contains("Lenkungskreis, Beschluss")) << history.body;
}

TEST_P(TopicChanges, are_needed_by_amend_and_extend_and_go_with_another_verdict) {
    EXPECT_EQ(keys(close()), Keys{"steering.change.missing"});
    EXPECT_EQ(line().state, "invited") << "the closing is undone as a whole";
    ASSERT_TRUE(write(change(ChangeKind::add, "1", "Neu")));
    ASSERT_TRUE(office([&](auto& tx) { return give_verdicts(tx, session, {{fields[0], "unchanged"}}); }));
    EXPECT_TRUE(close());
    EXPECT_FALSE(std::ranges::any_of(outline(), [](auto const& line) { return line.title == "Neu"; }));
}

TEST_P(TopicChanges, are_refused_where_they_do_not_fit) {
    auto foreign = change(ChangeKind::reword, "2.1", "Mehr Licht");
    EXPECT_EQ(keys(write(foreign)), Keys{"steering.change.topic_unknown"});
    foreign.field = fields[1];
    EXPECT_EQ(keys(write(foreign)), Keys{"steering.change.without_verdict"});
    EXPECT_EQ(keys(write(change(ChangeKind::reword, "1.1.1", topic("1.1.1").title))),
              Keys{"plan.topic.nothing_changes"});
    EXPECT_EQ(keys(write(change(ChangeKind::retire, "1.1", "", "x"))), Keys{"plan.topic.has_children"});
    EXPECT_EQ(
        keys(world->write(town::member(body.value), [&](auto& tx) { return write_change(tx, session, foreign); })),
        Keys{"access.denied"});
    EXPECT_EQ(keys(office([&](auto& tx) { return withdraw_change(tx, session, 99); })),
              Keys{"steering.change.unknown"});
}

TEST_P(TopicChanges, are_refused_where_the_topic_was_changed_meanwhile) {
    auto const first = change(ChangeKind::reword, "1.1.1", "Wege zur Schule");
    ASSERT_TRUE(write(first));
    world->clock().advance(std::chrono::minutes{1});
    town::Browsers browsers(world->city());
    auto office_browser = browsers.of(town::office());
    auto const page = fmt::format("/themen/{}", first.topic.value);
    office_browser.get(page + "/bearbeiten");
    ASSERT_EQ(office_browser
                  .post(page, {{"title", "Schulweg"},
                               {"audience", "public"},
                               {"seen", std::to_string(world->clock().now().milliseconds)}})
                  .status,
              303);
    EXPECT_EQ(keys(close()), Keys{"plan.topic.changed_meanwhile"});
    EXPECT_EQ(topic("1.1.1").title, "Schulweg");
}

TEST_P(TopicChanges, are_written_on_pages_that_begin_with_how_the_topic_reads) {
    town::Browsers browsers(world->city());
    auto office_browser = browsers.of(town::office());
    EXPECT_TRUE(office_browser.get(at()).contains("Noch fehlt, was sich im Plan ändert."));
    auto const choice = at(fmt::format("/aenderungen/neu?feld={}", fields[0].value));
    EXPECT_TRUE(office_browser.get(choice).contains("Mehr für Ältere.")) << "the verdict stands above";
    auto const schools = topic("1.1.1");
    auto const form = office_browser.get(fmt::format("{}&thema={}&art=reword", choice, schools.id.value));
    EXPECT_TRUE(form.contains("value=\"Schulwege\""));
    auto const sent = [&](std::string const& title) {
        return std::vector<std::pair<std::string, std::string>>{
            {"field", std::to_string(fields[0].value)},
            {"topic", std::to_string(schools.id.value)},
            {"kind", "reword"},
            {"seen", std::to_string(world->clock().now().milliseconds)},
            {"title", title}};
    };
    EXPECT_EQ(office_browser.post(at("/aenderungen"), sent("")).status, 422);
    office_browser.get(choice);
    auto const written = office_browser.follow(office_browser.post(at("/aenderungen"), sent("Wege zur Schule")));
    EXPECT_TRUE(written.contains("Wege zur Schule") && written.contains("<del")) << written.body;
    EXPECT_EQ(office_browser.post(at("/aenderungen/1/ende")).status, 303);
    EXPECT_FALSE(office_browser.get(at()).contains("Wege zur Schule"));
    EXPECT_EQ(office_browser.post(at("/aenderungen/1/ende")).status, 404);
    EXPECT_EQ(office_browser.get(at(fmt::format("/aenderungen/neu?feld={}", fields[1].value))).status, 404);
    EXPECT_EQ(browsers.of(town::member(body.value)).get(choice).status, 403);
    EXPECT_EQ(browsers.visitor().get(choice).status, 303);
}

}  // namespace
}  // namespace lenkwerk::steering
