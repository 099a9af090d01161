#include "modules/measures/rules/round.hpp"
#include "modules/measures/rules/table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk::measures {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;  // key and field

Day const kNow = Day::of(2026, 11, 23);

template <class T> Found found(Outcome<T> const& refused) {
    Found names;
    for (auto const& problem : refused.problems()) names.emplace_back(problem.key, problem.field);
    return names;
}

TEST(Round, says_what_is_wrong_with_it_all_at_once) {
    RoundDraft draft{"  ", kNow - 1, Period{kNow, kNow - 1}};
    EXPECT_EQ(found(check_round(draft, kNow)), (Found{{"measures.round.title_missing", "title"},
                                                      {"measures.round.deadline_passed", "deadline"},
                                                      {"measures.round.period_reversed", "period_last"}}));
    draft = {std::string(201, 'x'), kNow};
    EXPECT_EQ(found(check_round(draft, kNow)), (Found{{"measures.round.title_too_long", "title"}}));
    draft = {" Zur  Sitzung ", kNow, Period{kNow - 90, kNow}};
    EXPECT_EQ(check_round(draft, kNow)->title, "Zur Sitzung");
}

TEST(Round, asks_nobody_who_has_nothing_to_report) {
    using Id = people::OrganisationId;
    std::vector<Id> const responsible{Id{1}, Id{2}};
    EXPECT_EQ(asked({}, responsible), responsible);
    EXPECT_EQ(asked({Id{3}, Id{2}}, responsible), std::vector{Id{2}});
    EXPECT_TRUE(asked({Id{3}}, responsible).empty());
}

TEST(Round, an_answer_is_late_from_the_day_after_the_deadline) {
    EXPECT_EQ(answer_state(kNow, kNow, kNow + 9), AnswerState::answered);
    EXPECT_EQ(answer_state(kNow + 1, kNow, kNow + 9), AnswerState::answered_late);
    EXPECT_EQ(answer_state({}, kNow, kNow), AnswerState::waiting);
    EXPECT_EQ(answer_state({}, kNow, kNow + 1), AnswerState::overdue);
}

std::map<ActivityId, KnownActivity> const kOpen{{ActivityId{7}, {Kind::measure, Phase::running}},
                                                {ActivityId{8}, {Kind::ongoing, Phase::planned}}};
TableWords const kWords{{{"läuft", Phase::running}, {"erledigt", Phase::done}, {"geplant", Phase::planned}}, {}, {}};

TEST(ReportRow, says_nothing_where_nothing_was_written) {
    EXPECT_FALSE(*read_report_row({{"number", "7"}}, kOpen, kWords));
    EXPECT_FALSE(*read_report_row({{"number", "7"}, {"phase", "Läuft"}}, kOpen, kWords));
    auto const row = *read_report_row({{"number", "8"}, {"phase", "läuft"}, {"text", "Begonnen."}}, kOpen, kWords);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->activity, ActivityId{8});
    EXPECT_EQ(row->report.phase, Phase::running);
}

TEST(ReportRow, names_the_cell_that_is_wrong) {
    EXPECT_EQ(found(read_report_row({{"text", "x"}}, kOpen, kWords)), (Found{{"measures.table.not_open", "number"}}));
    EXPECT_EQ(found(read_report_row({{"number", "9"}}, kOpen, kWords)), (Found{{"measures.table.not_open", "number"}}));
    EXPECT_EQ(found(read_report_row({{"number", "sieben"}}, kOpen, kWords)),
              (Found{{"measures.table.number_unreadable", "number"}}));
    EXPECT_EQ(found(read_report_row({{"number", "7"}, {"phase", "fast fertig"}}, kOpen, kWords)),
              (Found{{"measures.table.phase_unknown", "phase"}}));
    EXPECT_EQ(found(read_report_row({{"number", "7"}, {"phase", "erledigt"}, {"text", "Fertig."}}, kOpen, kWords)),
              (Found{{"measures.report.evidence_missing", "evidence"}}));
    EXPECT_EQ(found(read_report_row({{"number", "8"}, {"phase", "läuft"}}, kOpen, kWords)),
              (Found{{"measures.report.text_missing", "text"}}));
    EXPECT_EQ(table_row_twice(4).front().key, "measures.table.twice");
}

TEST(Audience, of_a_part_is_never_wider_than_that_of_the_whole) {
    std::vector<Audience> const all{Audience::everyone(), Audience::administration(), Audience::any_body(),
                                    Audience::body(3)};
    for (auto const& whole : all)
        for (auto const& part : all) {
            auto const both = narrower(whole, part);
            EXPECT_LE(both.visibility(), whole.visibility());
            EXPECT_LE(both.visibility(), part.visibility());
            EXPECT_TRUE(both == whole || both == part);
        }
}

}  // namespace
}  // namespace lenkwerk::measures
