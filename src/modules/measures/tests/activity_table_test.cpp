#include "modules/measures/rules/activity_table.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::measures {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;  // key and field

class ActivityTable : public testing::Test {
protected:
    ActivityTable() {
        names.topics = {{"1.2", plan::TopicId{12}}, {"licht", plan::TopicId{12}}};
        names.organisations = {{"ordnungsamt", people::OrganisationId{1}}, {"polizei", people::OrganisationId{2}}};
        names.districts = {{"nord", places::DistrictId{5}}};
        names.goals = {{"mehr licht", plan::GoalId{3}}};
        ActivityDraft known;
        known.topic = plan::TopicId{12};
        known.title = "Rückschnitt";
        known.responsible = people::OrganisationId{1};
        known.phase = Phase::running;
        names.activities = {{ActivityId{7}, known}};
        words = {{{"läuft", Phase::running}, {"erledigt", Phase::done}, {"idee", Phase::idea}},
                 {{"laufende arbeit", Kind::ongoing}},
                 {{"öffentlich", Visibility::everyone}}};
    }
    Outcome<ActivityRow> read(Cells const& cells) { return read_activity_row(cells, names, words); }
    Found problems(Cells const& cells) {
        Found found;
        auto const row = read(cells);
        for (auto const& problem : row.problems()) found.emplace_back(problem.key, problem.field);
        return found;
    }
    // A new activity with one cell of its own.
    Cells with(std::string const& column, std::string const& text) {
        Cells cells{{"topic", "1.2"}, {"title", "Neue Leuchten"}, {"responsible", "Polizei"}};
        cells[column] = text;
        return cells;
    }

    KnownNames names;
    TableWords words;
};

TEST_F(ActivityTable, reads_a_new_activity) {
    auto const row = *read({{"topic", " LICHT"},
                            {"title", "Neue  Leuchten"},
                            {"responsible", "polizei"},
                            {"collaborators", "Ordnungsamt;\nPolizei"},
                            {"districts", "Nord"},
                            {"goals", "Mehr Licht"},
                            {"kind", "Laufende Arbeit"},
                            {"phase", "Läuft"},
                            {"start", "1.3.2027"},
                            {"end", "2027-05-31"},
                            {"audience", "Öffentlich"}});
    EXPECT_FALSE(row.known);
    EXPECT_TRUE(row.changes);
    EXPECT_EQ(row.draft.title, "Neue Leuchten");
    EXPECT_EQ(row.draft.collaborators, std::vector{people::OrganisationId{1}});
    EXPECT_EQ(row.draft.planned_start, Day::of(2027, 3, 1));
    EXPECT_EQ(row.draft.planned_end, Day::of(2027, 5, 31));
    EXPECT_EQ(row.draft.kind, Kind::ongoing);
    EXPECT_EQ(row.draft.audience, Audience::everyone());
}

TEST_F(ActivityTable, knows_an_activity_by_number_and_by_title) {
    auto const by_number = *read({{"number", "7"}, {"title", "Rückschnitt im Park"}});
    EXPECT_EQ(by_number.known, ActivityId{7});
    EXPECT_TRUE(by_number.changes);
    EXPECT_EQ(by_number.draft.responsible, people::OrganisationId{1});
    auto const by_title = *read({{"topic", "1.2"}, {"title", "rückschnitt"}, {"responsible", "Ordnungsamt"}});
    EXPECT_EQ(by_title.known, ActivityId{7});
    EXPECT_FALSE((*read({{"number", "7"}})).changes);
}

TEST_F(ActivityTable, names_each_cell_that_it_does_not_understand) {
    EXPECT_EQ(problems(with("topic", "9.9")), (Found{{"measures.table.topic_unknown", "topic"}}));
    EXPECT_EQ(problems(with("responsible", "Zirkus")), (Found{{"measures.table.organisation_unknown", "responsible"}}));
    EXPECT_EQ(problems(with("collaborators", "Polizei; Zirkus; Zoo")),
              (Found{{"measures.table.organisation_unknown", "collaborators"},
                     {"measures.table.organisation_unknown", "collaborators"}}));
    EXPECT_EQ(problems(with("districts", "Süd")), (Found{{"measures.table.district_unknown", "districts"}}));
    EXPECT_EQ(problems(with("goals", "Mehr Schatten")), (Found{{"measures.table.goal_unknown", "goals"}}));
    EXPECT_EQ(problems(with("kind", "Spaß")), (Found{{"measures.table.kind_unknown", "kind"}}));
    EXPECT_EQ(problems(with("audience", "Alle")), (Found{{"measures.table.audience_unknown", "audience"}}));
    EXPECT_EQ(problems(with("start", "im März")), (Found{{"measures.table.day_unreadable", "start"}}));
    EXPECT_EQ(problems(with("start", "31.02.2027")), (Found{{"measures.table.day_unreadable", "start"}}));
    EXPECT_EQ(problems(with("number", "99")), (Found{{"measures.table.unknown", "number"}}));
    EXPECT_EQ(problems(with("phase", "Erledigt")), (Found{{"measures.table.begins_over", "phase"}}));
    EXPECT_EQ(problems({{"number", "7"}, {"phase", "Idee"}}), (Found{{"measures.table.phase_by_report", "phase"}}));
}

TEST_F(ActivityTable, says_what_is_missing_at_the_column_of_the_table) {
    EXPECT_EQ(problems({{"title", "Nur ein Titel"}}),
              (Found{{"measures.activity.topic_missing", "topic"},
                     {"measures.activity.responsible_missing", "responsible"}}));
    auto cells = with("start", "01.05.2027");
    cells["end"] = "01.04.2027";
    EXPECT_EQ(problems(cells), (Found{{"measures.activity.period_reversed", "end"}}));
}

}  // namespace
}  // namespace lenkwerk::measures
