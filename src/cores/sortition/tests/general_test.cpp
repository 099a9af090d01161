// Column generation alone, the way that is taken where the relaxation's optimum is no lottery: right, and proven.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/tests/laws.hpp"
#include "cores/sortition/tests/reference.hpp"
#include "cores/sortition/tests/tiny.hpp"

namespace lenkwerk::sortition {
namespace {

// Chances by both ways, and whether the general one is proven.
struct Ways {
    std::vector<double> usual, general;
    proof::Verdict verdict;
    double difference() const {
        double worst = 0;
        for (std::size_t i = 0; i < usual.size(); ++i) worst = std::max(worst, std::abs(usual[i] - general[i]));
        return worst;
    }
};

std::optional<Ways> both_ways(People const& people, Quotas const& quotas, PanelRules const& rules) {
    SelectionRequest request{.rules = rules};
    auto const usual = select(people, quotas, request);
    request.columns_only = true;
    auto const general = select(people, quotas, request);
    if (!usual || !general) return std::nullopt;
    return Ways{usual->chances, general->chances, proof::verify(certify(*general, people, request), people, quotas)};
}

TEST(General, proves_real_pools_whose_late_levels_stand_on_many_earlier_ones) {
    if (tests::reference_names().empty()) GTEST_SKIP() << "NO REFERENCE DATA";
    for (auto const* name : {"diversimax_exact_60", "ida_medium_37", "syn_b_30"}) {
        auto const instance = tests::reference(name);
        auto const ways = both_ways(instance.people, instance.quotas, instance.rules);
        ASSERT_TRUE(ways) << name;
        EXPECT_TRUE(ways->verdict.proven) << name << ": " << ways->verdict.objection;
        EXPECT_LE(ways->verdict.gap, 1e-6) << name;
        EXPECT_LE(ways->difference(), 1e-6) << name;
    }
}

TEST(General, is_proven_and_agrees_with_the_usual_way_where_few_seats_meet_many_features) {
    tests::holds(100, [](std::uint64_t seed) {
        auto const pool = tests::crossed_pool(seed);
        auto const ways = both_ways(pool.people, pool.quotas, pool.rules);
        if (!ways) return;
        RC_LOG() << ways->verdict.objection;
        RC_ASSERT(ways->verdict.proven);
        RC_ASSERT(ways->difference() <= 1e-6);
    });
}

}  // namespace
}  // namespace lenkwerk::sortition
