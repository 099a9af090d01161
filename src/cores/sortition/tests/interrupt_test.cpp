// Work that is ended early: what it knows it says, and of what it does not know it says that.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "cores/sortition/advice.hpp"
#include "cores/sortition/input/read.hpp"
#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/tests/tiny.hpp"
#include "cores/sortition/wording.hpp"

namespace lenkwerk::sortition {
namespace {

engine::Progress ended_at_once() {
    engine::Progress progress;
    progress.should_stop = [] { return true; };
    return progress;
}

// Ends while so many panels are looked for; the relaxation of the tiny pool below finds each of them at once.
engine::Progress ended_after_panels(int panels) {
    engine::Progress progress;
    auto seen = std::make_shared<int>(0);
    progress.tell = [seen](auto const& report) { *seen += report.work == "who can be in a panel" ? 1 : 0; };
    progress.should_stop = [seen, panels] { return *seen >= panels; };
    return progress;
}

struct Interrupt : testing::Test {
    // Two panels: 1 with 2, and 3 with 4.
    Quotas quotas = *input::read_quotas(
        {"quotas.csv", "feature,value,min,max\nsex,f,1,1\nsex,m,1,1\nage,young,1,1\nage,old,1,1\n"});
    People people = *input::read_people(
        {"people.csv", "id,sex,age,home\n1,f,young,a\n2,m,old,b\n3,f,old,c\n4,m,young,d\n"}, quotas, {{}, {"home"}});
    SelectionRequest request{.rules = {2, 1}};
};

TEST_F(Interrupt, before_there_is_a_panel_leaves_no_result) {
    for (auto const objective : {Objective::leximin, Objective::maximin, Objective::nash, Objective::goldilocks}) {
        request.objective = objective;
        auto const selection = select(people, quotas, request, ended_at_once());
        ASSERT_FALSE(selection) << name_of(objective);
        EXPECT_EQ(selection.problems().front().key, "sortition.ended_before_a_panel");
        EXPECT_NE(sentence(selection.problems().front()).find("is not known"), std::string::npos);
    }
}

TEST_F(Interrupt, while_it_looks_who_can_be_in_a_panel_leaves_the_others_undecided) {
    for (auto const objective : {Objective::leximin, Objective::maximin, Objective::nash, Objective::goldilocks}) {
        request.objective = objective;
        auto const selection = select(people, quotas, request, ended_after_panels(1));
        ASSERT_TRUE(selection) << name_of(objective);
        EXPECT_TRUE(selection->stopped);
        EXPECT_EQ(selection->undecided.size(), 2U);
        EXPECT_TRUE(selection->unselectable.empty());
        EXPECT_NEAR(std::accumulate(selection->chances.begin(), selection->chances.end(), 0.0), 2, 1e-9);
        auto const verdict = proof::verify(certify(*selection, people, request), people, quotas);
        EXPECT_FALSE(verdict.proven) << name_of(objective);
        EXPECT_TRUE(std::isfinite(verdict.gap)) << name_of(objective) << ": " << verdict.objection;
        EXPECT_NE(verdict.objection.find("of 2 people it is not known"), std::string::npos) << verdict.objection;
    }
}

TEST_F(Interrupt, a_chance_of_somebody_whom_no_level_names_is_no_proof) {
    auto const selection = select(people, quotas, request, ended_after_panels(1));
    auto claim = certify(*selection, people, request);
    claim.open->members.clear();
    claim.open->members.push_back("1");
    auto const verdict = proof::verify(claim, people, quotas);
    EXPECT_FALSE(verdict.proven);
    EXPECT_EQ(verdict.objection.find("ended early"), std::string::npos) << verdict.objection;
}

TEST_F(Interrupt, of_advice_and_reasons_says_that_they_are_not_known) {
    // Of each three, two share a value that only one may have: a half of everybody would do, but people are whole.
    auto const triangles = *input::read_quotas(
        {"quotas.csv",
         "feature,value,min,max\na,r,0,1\na,s,0,1\na,-,0,3\nb,r,0,1\nb,s,0,1\nb,-,0,3\nc,r,0,1\nc,s,0,1\n"
         "c,-,0,3\n"});
    auto const six = *input::read_people(
        {"people.csv", "id,a,b,c\n1,r,r,-\n2,r,-,r\n3,-,r,r\n4,s,s,-\n5,s,-,s\n6,-,s,s\n"}, triangles);
    auto const advice = advise(six, triangles, {3}, 3, ended_at_once());
    ASSERT_TRUE(advice);
    EXPECT_FALSE(advice->feasible);
    EXPECT_TRUE(advice->undecided);
    auto const pool = *group(people, quotas, request.rules);
    auto const excluded = explain_excluded(pool, {0}, ended_at_once());
    ASSERT_EQ(excluded.size(), 1U);
    EXPECT_FALSE(excluded.front().explained);
}

TEST_F(Interrupt, ends_the_greedy_method_and_its_failure_is_not_taken_for_impossibility) {
    request.objective = Objective::legacy;
    EXPECT_EQ(select(people, quotas, request, ended_at_once()).problems().front().key,
              "sortition.ended_before_a_panel");
    for (auto& quota : quotas.rows) quota.min = 0;
    quotas.rows[0].max = quotas.rows[2].max = 0;  // no women, no young people: one man is left for two seats
    quotas.rows[1].max = quotas.rows[3].max = 2;
    auto const selection = select(people, quotas, request);
    ASSERT_FALSE(selection);
    EXPECT_EQ(selection.problems().front().key, "sortition.legacy.no_panel");
    EXPECT_NE(sentence(selection.problems().front()).find("does not mean"), std::string::npos);
}

}  // namespace
}  // namespace lenkwerk::sortition
