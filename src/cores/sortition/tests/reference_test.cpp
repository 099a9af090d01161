#include "cores/sortition/tests/reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"

namespace lenkwerk::sortition {
namespace {

class Instances : public testing::TestWithParam<std::string> {};

Selection selected(tests::Reference const& instance, Objective objective) {
    auto selection = select(instance.people, instance.quotas, {instance.rules, objective, "seed"});
    EXPECT_TRUE(selection) << instance.name;
    return std::move(*selection);
}

proof::Verdict verdict_on(tests::Reference const& instance, Selection const& selection, Objective objective) {
    auto const certificate = certify(selection, instance.people, {instance.rules, objective, "seed"});
    return proof::verify(certificate, instance.people, instance.quotas);
}

double least_of(std::map<std::string, double> const& chances) {
    double least = 1;
    for (auto const& [id, chance] : chances) least = chance > 1e-6 ? std::min(least, chance) : least;
    return least;
}

TEST_P(Instances, leximin_gives_everybody_the_reference_chance_and_proves_it) {
    auto const instance = tests::reference(GetParam());
    auto const selection = selected(instance, Objective::leximin);
    auto const verdict = verdict_on(instance, selection, Objective::leximin);
    EXPECT_TRUE(verdict.proven) << verdict.objection;
    double worst = 0;
    for (std::size_t person = 0; person < instance.people.members.size(); ++person) {
        if (instance.expected.empty()) break;
        double const expected = instance.expected.at(instance.people.members[person].id);
        worst = std::max(worst, std::abs(expected - selection.chances[person]));
    }
    EXPECT_LE(worst, instance.tolerance);
}

TEST_P(Instances, maximin_reaches_the_same_smallest_chance) {
    auto const instance = tests::reference(GetParam());
    if (instance.expected.empty()) return;
    auto const selection = selected(instance, Objective::maximin);
    auto const verdict = verdict_on(instance, selection, Objective::maximin);
    EXPECT_TRUE(verdict.proven) << verdict.objection;
    EXPECT_NEAR(selection.fairness.minimum, least_of(instance.expected), instance.tolerance);
}

std::string test_name(testing::TestParamInfo<std::string> const& info) { return info.param; }

INSTANTIATE_TEST_SUITE_P(Reference, Instances, testing::ValuesIn(tests::reference_names()), test_name);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Instances);

TEST(Reference, is_there_to_compare_with) {
    auto const names = tests::reference_names();
    if (names.empty()) GTEST_SKIP() << "NO REFERENCE DATA: set LENKWERK_SHARED or put it at ../shared beside the clone";
    EXPECT_EQ(names.size(), 20U);
    auto const has_result = [](auto const& name) { return !tests::reference(name).expected.empty(); };
    EXPECT_EQ(std::ranges::count_if(names, has_result), 19);
}

}  // namespace
}  // namespace lenkwerk::sortition
