#include "modules/measures/commands/reports.hpp"
#include "modules/measures/module.hpp"
#include "modules/measures/store/reports.hpp"
#include "modules/people/module.hpp"
#include "modules/people/people.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "town/world.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace lenkwerk::measures {
namespace {

using Keys = std::vector<std::string>;

template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

Day const kToday = Day::of(2026, 11, 23);

class MeasureCommands : public town::StoreTest {
protected:
    template <class Command> auto as(access::Actor const& actor, Command command) {
        return world->write(actor, command);
    }
    template <class Command> auto office(Command command) { return as(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(
            GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module()});
        insert_organisations();
        plan = *office([](auto& tx) {
            return plan::import_plan(
                tx, {"Masterplan", "", "1-26", "1-26", kToday, {{"1", "", "Prävention", ""}}, Audience::everyone()});
        });
        topic = world->read([&](auto& reader) { return plan::outline(reader, Viewer::everything(), plan).front().id; });
    }
    // Number 1 and 2, as the town's department and partner say; planted as a city's folder would.
    void insert_organisations() {
        auto const path = std::filesystem::temp_directory_path() / fmt::format("lenkwerk_measures_{}", ::getpid());
        std::filesystem::create_directories(path);
        std::ofstream(path / "organisations.json") << R"({"organisations": [
            {"key": "amt", "name": "Ordnungsamt", "kind": "administration"},
            {"key": "polizei", "name": "Polizei", "kind": "police"}]})";
        SeedFolder folder{path.string(), kToday};
        office([&](auto& tx) { people::module().seeds.front().plant(tx, folder); });
        std::filesystem::remove_all(path);
    }
    ActivityDraft cutting_back() {
        ActivityDraft draft;
        draft.topic = topic;
        draft.title = "Rückschnitt";
        draft.responsible = people::OrganisationId{1};
        draft.phase = Phase::running;
        return draft;
    }
    ActivityId added(ActivityDraft const& draft) {
        return *office([&](auto& tx) { return add_activity(tx, draft, kToday - 100); });
    }
    std::optional<store::Activity> seen(Viewer const& viewer, ActivityId id,
                                        std::vector<people::OrganisationId> own = {}) {
        return world->read([&](auto& reader) { return store::find_activity(reader, {viewer, own}, id); });
    }
    std::unique_ptr<town::World> world;
    plan::PlanId plan;
    plan::TopicId topic;
};
LENKWERK_ON_BOTH_DATABASES(MeasureCommands);

TEST_P(MeasureCommands, an_activity_is_seen_by_whom_it_is_for) {
    auto const id = added(cutting_back());
    EXPECT_FALSE(seen(Viewer::visitor(), id));
    EXPECT_TRUE(seen(Viewer::insider({}), id));
    EXPECT_TRUE(seen(Viewer::visitor(), id, {people::OrganisationId{1}}));
    EXPECT_FALSE(seen(Viewer::visitor(), id, {people::OrganisationId{11}}));
    EXPECT_EQ(keys(as(town::department(), [&](auto& tx) { return show_activity(tx, id, Audience::everyone()); })),
              Keys{"access.denied"});
    ASSERT_TRUE(office([&](auto& tx) { return show_activity(tx, id, Audience::everyone()); }));
    EXPECT_TRUE(seen(Viewer::visitor(), id));
}

TEST_P(MeasureCommands, an_organisation_edits_its_own_but_does_not_publish) {
    auto const id = added(cutting_back());
    auto draft = cutting_back();
    draft.title = "Rückschnitt im Park";
    EXPECT_EQ(keys(as(town::department(2), [&](auto& tx) { return edit_activity(tx, {id, draft, 1}); })),
              Keys{"access.denied"});
    EXPECT_TRUE(as(town::department(1), [&](auto& tx) { return edit_activity(tx, {id, draft, 1}); }));
    EXPECT_EQ(keys(as(town::department(1), [&](auto& tx) { return edit_activity(tx, {id, draft, 1}); })),
              Keys{"form.changed_meanwhile"});
    draft.audience = Audience::everyone();
    EXPECT_EQ(keys(as(town::department(1), [&](auto& tx) { return edit_activity(tx, {id, draft, 2}); })),
              Keys{"measures.activity.publishing_is_for_the_office"});
}

TEST_P(MeasureCommands, what_an_activity_names_has_to_live) {
    auto draft = cutting_back();
    draft.topic = plan::TopicId{99};
    EXPECT_EQ(keys(office([&](auto& tx) { return add_activity(tx, draft, kToday); })),
              Keys{"measures.activity.topic_gone"});
    draft = cutting_back();
    draft.responsible = people::OrganisationId{99};
    EXPECT_EQ(keys(office([&](auto& tx) { return add_activity(tx, draft, kToday); })),
              Keys{"measures.activity.responsible_closed"});
}

TEST_P(MeasureCommands, a_report_sets_the_phase_and_makes_the_status_fresh) {
    auto const id = added(cutting_back());
    ASSERT_TRUE(as(town::department(1),
                   [&](auto& tx) { return report_status(tx, {id, {Phase::stopped, "Zu teuer.", ""}, kToday}); }));
    auto const activity = seen(Viewer::everything(), id);
    EXPECT_EQ(activity->facts.phase, Phase::stopped);
    EXPECT_EQ(activity->last_report, kToday);
    EXPECT_EQ(
        keys(office([&](auto& tx) { return report_status(tx, {ActivityId{99}, {Phase::running, "x", ""}, kToday}); })),
        Keys{"measures.activity.unknown"});
    EXPECT_EQ(keys(as(town::partner(2),
                      [&](auto& tx) { return report_status(tx, {id, {Phase::running, "x", ""}, kToday}); })),
              Keys{"access.denied"});
}

TEST_P(MeasureCommands, merged_activities_point_to_what_goes_on) {
    auto const from = added(cutting_back());
    auto const into = added(cutting_back());
    EXPECT_EQ(keys(office([&](auto& tx) { return merge_activities(tx, from, from, "doppelt", kToday); })),
              Keys{"measures.activity.target_gone"});
    ASSERT_TRUE(office([&](auto& tx) { return merge_activities(tx, from, into, "doppelt", kToday); }));
    EXPECT_EQ(seen(Viewer::everything(), from)->merged_into, into);
    EXPECT_EQ(seen(Viewer::everything(), from)->facts.phase, Phase::stopped);
}

TEST_P(MeasureCommands, a_round_asks_who_is_responsible_and_keeps_whole_answers) {
    auto const open = [&](std::string title, Day deadline) {
        return office([&](auto& tx) { return open_round(tx, plan, title, deadline, kToday); });
    };
    EXPECT_EQ(keys(open("Runde", kToday + 7)), Keys{"measures.round.nobody_to_ask"});
    auto const first = added(cutting_back());
    auto const second = added(cutting_back());
    EXPECT_EQ(keys(open(" ", kToday + 7)), Keys{"measures.round.title_missing"});
    EXPECT_EQ(keys(open("Runde", kToday - 1)), Keys{"measures.round.deadline_passed"});
    auto const round = *open("Runde", kToday + 7);
    std::vector<StatusInput> lines{{first, {Phase::running, "Läuft gut.", ""}, kToday},
                                   {second, {Phase::done, "Fertig.", ""}, kToday}};
    auto const answer = [&](access::Actor const& actor, std::int64_t organisation) {
        return as(actor,
                  [&](auto& tx) { return answer_round(tx, round, people::OrganisationId{organisation}, lines); });
    };
    auto const refused = answer(town::department(1), 1);
    EXPECT_EQ(keys(refused), Keys{"measures.report.evidence_missing"});
    EXPECT_EQ(refused.problems().front().field, fmt::format("{}.evidence", second.value));
    EXPECT_EQ(
        world->read([&](auto& reader) { return store::reports_of(reader, {Viewer::everything()}, first).size(); }), 0u);
    lines.pop_back();
    EXPECT_TRUE(answer(town::department(1), 1));
    lines.clear();
    EXPECT_EQ(keys(answer(town::partner(2), 2)), Keys{"measures.round.not_asked"});
    ASSERT_TRUE(office([&](auto& tx) { return close_round(tx, round); }));
    EXPECT_EQ(keys(answer(town::department(1), 1)), Keys{"measures.round.closed"});
    EXPECT_EQ(keys(office([](auto& tx) { return close_round(tx, StatusRoundId{99}); })),
              Keys{"measures.round.unknown"});
}

}  // namespace
}  // namespace lenkwerk::measures
