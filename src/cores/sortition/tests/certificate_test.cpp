#include <gtest/gtest.h>

#include "cores/sortition/input/read.hpp"
#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"

namespace lenkwerk::sortition::proof {
namespace {

// Young women are scarce: three levels, several panels.
std::string const kQuotas =
    "feature,value,min,max\nsex,f,2,2\nsex,m,2,2\nage,young,2,3\nage,old,1,2\narea,north,1,3\narea,south,1,3\n";
std::string const kPeople =
    "id,sex,age,area\np1,f,young,north\np2,f,old,south\np3,f,old,north\np4,f,old,south\np5,m,young,south\n"
    "p6,m,young,north\np7,m,old,south\np8,m,old,north\np9,m,young,south\n";

struct Proof : testing::Test {
    Quotas quotas = *input::read_quotas({"quotas.csv", kQuotas});
    People people = *input::read_people({"people.csv", kPeople}, quotas);

    Certificate certificate(Objective objective = Objective::leximin) const {
        SelectionRequest const request{{4}, objective, "seed"};
        return certify(*select(people, quotas, request), people, request);
    }
    bool proves(Certificate const& claim) const { return verify(claim, people, quotas).proven; }
};

TEST_F(Proof, of_every_optimal_objective_is_accepted) {
    for (auto const objective : {Objective::leximin, Objective::maximin, Objective::nash, Objective::goldilocks}) {
        auto const verdict = verify(certificate(objective), people, quotas);
        EXPECT_TRUE(verdict.proven) << name_of(objective) << ": " << verdict.objection;
        EXPECT_LE(verdict.gap, kGapTolerance);
    }
}

TEST_F(Proof, is_not_claimed_by_the_greedy_method) { EXPECT_FALSE(proves(certificate(Objective::legacy))); }

TEST_F(Proof, survives_the_file) {
    auto const written = to_json(certificate());
    auto const read = from_json(written);
    ASSERT_TRUE(read);
    EXPECT_EQ(to_json(*read), written);
    EXPECT_TRUE(proves(*read));
}

TEST_F(Proof, fails_when_one_probability_is_changed) {
    for (std::size_t i = 0; i < people.members.size(); ++i) {
        auto claim = certificate();
        claim.probabilities[i].second += 1e-6;
        EXPECT_FALSE(proves(claim)) << i;
    }
}

TEST_F(Proof, fails_when_one_weight_is_changed) {
    auto const whole = certificate();
    for (std::size_t i = 0; i < whole.panels.size(); ++i) {
        auto claim = whole;
        claim.panels[i].weight += 1e-6;
        EXPECT_FALSE(proves(claim)) << i;
        // Also where another weight makes up for it, so that the sum still is 1.
        claim.panels[i == 0 ? 1 : 0].weight -= 1e-6;
        EXPECT_FALSE(proves(claim)) << i;
    }
}

TEST_F(Proof, fails_when_one_panel_is_changed) {
    auto const whole = certificate();
    for (std::size_t i = 0; i < whole.panels.size(); ++i) {
        auto claim = whole;
        claim.panels[i].panel = whole.panels[(i + 1) % whole.panels.size()].panel;
        EXPECT_FALSE(proves(claim)) << i;
        claim = whole;
        claim.panels[i].panel.pop_back();
        EXPECT_FALSE(proves(claim)) << i;
    }
}

TEST_F(Proof, fails_for_a_lottery_that_is_not_optimal) {
    auto claim = certificate();
    claim.panels = {{claim.panels.front().panel, 1}};
    claim.probabilities.clear();
    auto const grouped = group(people, quotas, claim.rules);
    auto const chances = chances_of(*grouped, claim.panels);
    for (std::size_t type = 0; type < chances.size(); ++type) {
        for (int const person : grouped->types[type].people) {
            claim.probabilities.emplace_back(people.members[static_cast<std::size_t>(person)].id, chances[type]);
        }
    }
    EXPECT_FALSE(proves(claim));
    // Nor where the levels are made to fit the chances: the duals give it away.
    for (auto& level : claim.levels) level.value = chances_of(*grouped, claim.panels).front();
    EXPECT_FALSE(proves(claim));
}

TEST_F(Proof, fails_when_a_level_is_missing_doubled_or_without_its_dual) {
    auto const whole = certificate();
    ASSERT_GT(whole.levels.size(), 1U);
    for (std::size_t i = 0; i < whole.levels.size(); ++i) {
        auto claim = whole;
        claim.levels.erase(claim.levels.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(proves(claim)) << i;
        claim = whole;
        claim.levels.push_back(whole.levels[i]);
        EXPECT_FALSE(proves(claim)) << i;
        claim = whole;
        claim.levels[i].dual.clear();
        EXPECT_FALSE(proves(claim)) << i;
    }
}

TEST_F(Proof, fails_against_other_people_or_other_quotas) {
    auto const claim = certificate();
    auto fewer = people;
    fewer.members.pop_back();
    EXPECT_FALSE(verify(claim, fewer, quotas).proven);
    auto stricter = quotas;
    stricter.rows[4].max = 1;
    EXPECT_FALSE(verify(claim, people, stricter).proven);
}

TEST(Certificate, that_cannot_be_read_is_refused) {
    for (auto const* text : {"", "{}", "[1,2]", "{\"format\": \"lenkwerk sortition certificate 1\"}", "not json"}) {
        auto const read = from_json(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.problems().front().key, "sortition.certificate.unreadable") << text;
    }
}

}  // namespace
}  // namespace lenkwerk::sortition::proof
