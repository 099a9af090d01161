#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/tests/laws.hpp"
#include "cores/sortition/tests/reference.hpp"
#include "cores/sortition/tests/tiny.hpp"

namespace lenkwerk::sortition {
namespace {

struct Result {
    Selection selection;
    proof::Verdict verdict;
};

Result result(People const& people, Quotas const& quotas, SelectionRequest const& request) {
    auto selection = select(people, quotas, request);
    auto const verdict = proof::verify(certify(*selection, people, request), people, quotas);
    return {std::move(*selection), verdict};
}

// Σ log over the people who can be chosen.
double welfare(std::vector<double> const& chances) {
    double sum = 0;
    for (double const chance : chances) sum += chance > 1e-9 ? std::log(chance) : 0;
    return sum;
}

void expect_proven_on_tiny_pools(Objective objective, int pools) {
    tests::holds(pools, [&](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        SelectionRequest const request{tiny.rules, objective, "seed"};
        if (!select(tiny.people, tiny.quotas, request)) return;
        auto const found = result(tiny.people, tiny.quotas, request);
        RC_LOG() << found.verdict.objection;
        RC_ASSERT(found.verdict.proven);
        auto const& chances = found.selection.chances;
        RC_ASSERT(std::abs(std::accumulate(chances.begin(), chances.end(), 0.0) - tiny.rules.size) <= 1e-9);
    });
}

TEST(Maximin, is_proven_on_every_tiny_pool) { expect_proven_on_tiny_pools(Objective::maximin, 300); }
TEST(Nash, is_proven_on_every_tiny_pool) { expect_proven_on_tiny_pools(Objective::nash, 300); }
TEST(Goldilocks, is_proven_on_every_tiny_pool) { expect_proven_on_tiny_pools(Objective::goldilocks, 300); }

TEST(Nash, is_proven_on_every_reference_instance_and_beats_leximin_in_welfare) {
    for (auto const& name : tests::reference_names()) {
        if (name == "syn_d_60") continue;  // measured by the bench
        auto const instance = tests::reference(name);
        auto const nash = result(instance.people, instance.quotas, {instance.rules, Objective::nash, "s"});
        EXPECT_TRUE(nash.verdict.proven) << name << ": " << nash.verdict.objection;
        auto const leximin = select(instance.people, instance.quotas, {instance.rules, Objective::leximin, "s"});
        EXPECT_GE(welfare(nash.selection.chances), welfare(leximin->chances) - 1e-6) << name;
    }
}

TEST(Goldilocks, is_proven_on_every_reference_instance) {
    for (auto const& name : tests::reference_names()) {
        auto const instance = tests::reference(name);
        auto const found = result(instance.people, instance.quotas, {instance.rules, Objective::goldilocks, "s"});
        EXPECT_TRUE(found.verdict.proven) << name << ": " << found.verdict.objection;
    }
}

TEST(Legacy, keeps_every_quota_and_is_never_fairer_than_leximin) {
    for (auto const* name : {"sf_fixture_22", "opendlp_docs_20", "syn_a_20"}) {
        if (tests::reference_names().empty()) GTEST_SKIP() << "NO REFERENCE DATA";
        auto const instance = tests::reference(name);
        SelectionRequest const request{instance.rules, Objective::legacy, "s"};
        auto const legacy = select(instance.people, instance.quotas, request);
        ASSERT_TRUE(legacy) << name;
        for (auto const& [panel, weight] : legacy->panels) EXPECT_TRUE(is_feasible(legacy->pool, panel)) << name;
        auto const leximin = select(instance.people, instance.quotas, {instance.rules, Objective::leximin, "s"});
        EXPECT_LE(*std::ranges::min_element(legacy->chances), leximin->fairness.minimum + 1e-9) << name;
        EXPECT_EQ(select(instance.people, instance.quotas, request)->chances, legacy->chances);  // same seed
    }
}

}  // namespace
}  // namespace lenkwerk::sortition
