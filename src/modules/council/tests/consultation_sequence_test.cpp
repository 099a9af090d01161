#include "modules/council/rules/consultation_sequence.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::council {
namespace {

using enum ConsultationResult;

std::vector<Consultation> three_bodies() {
    return {{"Ortsbeirat Nordend", Day::of(2024, 11, 11), "Empfehlung"},
            {"Haupt- und Finanzausschuss", Day::of(2024, 11, 27), "Empfehlung"},
            {"Stadtverordnetenversammlung", Day::of(2024, 12, 5), "Beschluss"}};
}

std::vector<std::string> keys_of(Problems const& problems) {
    std::vector<std::string> found;
    for (auto const& problem : problems) found.push_back(problem.key);
    return found;
}

TEST(ConsultationSequence, waits_for_the_first_body_that_has_not_dealt_with_the_paper) {
    auto steps = three_bodies();
    EXPECT_EQ(position(steps).progress, Progress::not_begun);
    steps[0].result = amended;
    steps[1].result = postponed;
    auto const now = position(steps);
    EXPECT_EQ(now.progress, Progress::under_way);
    EXPECT_EQ(now.dealt, 1U);
    EXPECT_EQ(now.next, 1U);
}

TEST(ConsultationSequence, is_over_when_the_deciding_body_has_decided_either_way) {
    for (auto result : {as_recommended, amended, rejected}) {
        auto steps = three_bodies();
        steps[2].result = result;
        EXPECT_EQ(position(steps).progress, Progress::decided);
        EXPECT_FALSE(position(steps).next);
    }
    auto steps = three_bodies();
    steps[2].result = referred;
    EXPECT_EQ(position(steps).progress, Progress::under_way);
    steps[0].result = withdrawn;
    EXPECT_EQ(position(steps).progress, Progress::withdrawn);
}

TEST(ConsultationSequence, knows_the_words_for_deciding) {
    for (auto role : {"Beschluss", "Entscheidung", "Beschlussfassung", "beschließend", "zur Entscheidung",
                      "Vorberatung/Beschluss"}) {
        EXPECT_TRUE(decides(role)) << role;
    }
    for (auto role : {"Empfehlung", "Beschlussempfehlung", "Kenntnisnahme", "Anhörung", "Vorberatung", ""})
        EXPECT_FALSE(decides(role)) << role;
}

TEST(ConsultationSequence, says_what_is_not_in_order) {
    EXPECT_TRUE(check_sequence(three_bodies(), {}).empty());
    EXPECT_TRUE(check_sequence(three_bodies(), {true, "um die Sitzung zu erreichen"}).empty());
    EXPECT_EQ(keys_of(check_sequence({}, {})), std::vector<std::string>{"council.sequence.empty"});
    auto steps = three_bodies();
    steps[0].date = Day::of(2024, 12, 6);
    EXPECT_EQ(keys_of(check_sequence(steps, {true, ""})),
              (std::vector<std::string>{"council.sequence.after_decision", "council.sequence.deviation_unreasoned"}));
    steps.pop_back();
    EXPECT_EQ(keys_of(check_sequence(steps, {})), std::vector<std::string>{"council.sequence.undecided"});
}

TEST(ConsultationSequence, takes_no_result_ahead_of_the_meeting_or_after_the_end) {
    auto steps = three_bodies();
    auto const today = Day::of(2024, 12, 31);
    EXPECT_EQ(check_result(steps, 2, Day::of(2024, 12, 4)).problems().front().key, "council.result.ahead");
    EXPECT_TRUE(check_result(steps, 2, today));
    steps[2].result = rejected;
    EXPECT_EQ(check_result(steps, 0, today).problems().front().key, "council.result.sequence_over");
    EXPECT_TRUE(check_result(steps, 2, today)) << "a result can be corrected";
}

RC_GTEST_PROP(ConsultationSequence, is_over_or_waits_for_a_body_that_has_not_dealt_with_it, ()) {
    auto steps = three_bodies();
    for (auto& step : steps) {
        auto const choice = *rc::gen::inRange<std::size_t>(0, kConsultationResults.size() + 1);
        if (choice < kConsultationResults.size()) step.result = kConsultationResults[choice];
    }
    auto const now = position(steps);
    RC_ASSERT(now.dealt <= steps.size());
    auto const is_over = now.progress == Progress::decided || now.progress == Progress::withdrawn;
    RC_ASSERT(!(is_over && now.next));
    RC_ASSERT(!now.next || !steps[*now.next].result || steps[*now.next].result == postponed);
}

TEST(ConsultationResultWord, comes_back_as_the_result_it_was) {
    for (auto result : kConsultationResults) EXPECT_EQ(consultation_result_of(word(result)), result);
    EXPECT_FALSE(consultation_result_of("zugestimmt"));
}

}  // namespace
}  // namespace lenkwerk::council
