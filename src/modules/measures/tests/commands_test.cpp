#include "modules/measures/commands/reports.hpp"
#include "modules/measures/tests/town.hpp"

namespace lenkwerk::measures {
namespace {

using MeasureCommands = MeasureTown;
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

TEST_P(MeasureCommands, a_report_of_an_earlier_day_does_not_turn_the_activity_back) {
    auto const id = added(cutting_back());
    ASSERT_TRUE(office([&](auto& tx) { return report_status(tx, {id, {Phase::stopped, "Zu teuer.", ""}, kToday}); }));
    ASSERT_TRUE(
        office([&](auto& tx) { return report_status(tx, {id, {Phase::running, "Nachgetragen.", ""}, kToday - 9}); }));
    EXPECT_EQ(seen(Viewer::everything(), id)->facts.phase, Phase::stopped);
    EXPECT_EQ(seen(Viewer::everything(), id)->last_report, kToday);
}

TEST_P(MeasureCommands, search_finds_no_report_for_who_may_not_see_its_activity) {
    auto const id = added(cutting_back());
    auto const report = *office([&](auto& tx) {
        return report_status(tx, {id, {Phase::running, "Brombeeren geschnitten.", "", Audience::everyone()}, kToday});
    });
    auto const found = [&] {
        return world->read([](auto& reader) {
            return reader.number(
                "SELECT count(*) FROM search_documents WHERE subject_kind = 'status_report' AND may_see('public', "
                "audience)");
        });
    };
    EXPECT_EQ(found(), 0);
    ASSERT_TRUE(office([&](auto& tx) { return show_activity(tx, id, Audience::everyone()); }));
    EXPECT_EQ(found(), 1);
    ASSERT_TRUE(office([&](auto& tx) { return show_report(tx, report, Audience::administration()); }));
    EXPECT_EQ(found(), 0);
    EXPECT_EQ(keys(office([](auto& tx) { return show_report(tx, StatusReportId{99}, Audience::everyone()); })),
              Keys{"measures.report.unknown"});
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

}  // namespace
}  // namespace lenkwerk::measures
