#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numeric>

#include "cores/sortition/engine/integer_program.hpp"
#include "cores/sortition/engine/leximin.hpp"
#include "cores/sortition/engine/pricer.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/tests/laws.hpp"
#include "cores/sortition/tests/reference.hpp"
#include "cores/sortition/tests/tiny.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::vector<double> random_weights(std::size_t types, std::uint64_t seed) {
    std::vector<double> weights;
    for (std::size_t type = 0; type < types; ++type) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        weights.push_back(static_cast<double>(seed >> 40) / (1 << 24) - 0.3);
    }
    return weights;
}

TEST(Pricer, finds_the_panel_that_cbc_finds) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto const pool = group(tiny.people, tiny.quotas, tiny.rules);
        if (!pool) return;
        auto const weights = random_weights(pool->types.size(), seed);
        auto const own = Pricer(*pool).ask(weights);
        auto const other = best_panel_by_cbc(*pool, weights);
        RC_ASSERT(own.complete);
        RC_ASSERT(own.panels.empty() == !other.has_value());
        if (other) RC_ASSERT(std::abs(own.value - value_of(*other, weights)) <= 1e-7);
        if (other) RC_ASSERT(own.bound >= own.value);
    });
}

TEST(Pricer, leaves_to_cbc_what_it_does_not_decide) {
    tests::holds(100, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto const pool = group(tiny.people, tiny.quotas, tiny.rules);
        if (!pool) return;
        auto const weights = random_weights(pool->types.size(), seed);
        Pricer pricer(*pool);
        auto const own = pricer.ask(weights);
        RC_ASSERT(pricer.asked_cbc() == 0);
        auto const other = pricer.ask(weights, {.own_nodes = 0});
        RC_ASSERT(other.complete);
        RC_ASSERT(own.panels.empty() == other.panels.empty());
        if (!own.panels.empty()) RC_ASSERT(std::abs(own.value - other.value) <= 1e-7);
    });
}

TEST(Pricer, agrees_with_cbc_on_a_real_pool) {
    if (tests::reference_names().empty()) GTEST_SKIP() << "NO REFERENCE DATA";
    auto const geneva = tests::reference("geneva_30");
    auto const pool = *group(geneva.people, geneva.quotas, geneva.rules);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        auto const weights = random_weights(pool.types.size(), seed);
        auto const own = Pricer(pool).ask(weights);
        EXPECT_TRUE(own.complete);
        EXPECT_NEAR(own.value, value_of(*best_panel_by_cbc(pool, weights), weights), 1e-6);
    }
}

TEST(Leximin, does_not_depend_on_the_number_of_threads) {
    tests::holds(200, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto const pool = group(tiny.people, tiny.quotas, tiny.rules);
        if (!pool) return;
        Progress one, two;
        one.threads = 1;
        two.threads = 2;
        auto const alone = leximin(*pool, {.skip_relaxation = true}, one);
        auto const together = leximin(*pool, {.skip_relaxation = true}, two);
        RC_ASSERT(alone.has_value() == together.has_value());
        if (alone) RC_ASSERT(alone->chances == together->chances);  // bit for bit
    });
}

TEST(Leximin, does_not_depend_on_the_seed) {
    if (tests::reference_names().empty()) GTEST_SKIP() << "NO REFERENCE DATA";
    auto const instance = tests::reference("sf_fixture_22");
    auto const chances = [&](std::string const& seed) {
        return select(instance.people, instance.quotas, {instance.rules, Objective::leximin, seed})->chances;
    };
    EXPECT_EQ(chances("one"), chances("another"));
}

// Stops the work at the n-th report.
Solution interrupted(TypedPool const& pool, bool skip_relaxation, int at_report) {
    int reports = 0;
    Progress progress;
    progress.tell = [&](auto const&) { ++reports; };
    progress.should_stop = [&] { return reports >= at_report; };
    return *leximin(pool, {.levels = 0, .skip_relaxation = skip_relaxation}, progress);
}

TEST(Leximin, ended_early_keeps_what_is_settled_and_bounds_the_rest) {
    if (tests::reference_names().empty()) GTEST_SKIP() << "NO REFERENCE DATA";
    auto const instance = tests::reference("opendlp_monitoring_29");
    auto const pool = *group(instance.people, instance.quotas, instance.rules);
    auto const whole = *leximin(pool);
    for (bool const skip_relaxation : {false, true}) {
        for (int const at_report : {1, 3, 10, 30}) {
            auto const part = interrupted(pool, skip_relaxation, at_report);
            if (!part.stopped) continue;
            ASSERT_TRUE(part.open);
            double sum = 0;
            for (std::size_t type = 0; type < part.chances.size(); ++type) {
                sum += part.chances[type] * pool.types[type].count();
            }
            EXPECT_NEAR(sum, pool.size, 1e-6);
            for (auto const& step : part.steps) {
                for (int const type : step.members) {
                    EXPECT_NEAR(part.chances[static_cast<std::size_t>(type)],
                                whole.chances[static_cast<std::size_t>(type)], 1e-6);
                }
            }
        }
    }
}

TEST(Leximin, by_columns_alone_gives_the_reference_chances) {
    if (tests::reference_names().empty()) GTEST_SKIP() << "NO REFERENCE DATA";
    for (auto const* name : {"couples_2", "ida_medium_37", "opendlp_sample_10", "opendlp_docs_20", "syn_a_20",
                             "syn_b_30", "sfbench300tight_45"}) {
        auto const instance = tests::reference(name);
        auto const pool = *group(instance.people, instance.quotas, instance.rules);
        auto const general = *leximin(pool, {.skip_relaxation = true});
        double worst = 0;
        for (std::size_t type = 0; type < pool.types.size(); ++type) {
            auto const& person = instance.people.members[static_cast<std::size_t>(pool.types[type].people.front())];
            worst = std::max(worst, std::abs(instance.expected.at(person.id) - general.chances[type]));
        }
        EXPECT_LE(worst, instance.tolerance) << name;
    }
}

}  // namespace
}  // namespace lenkwerk::sortition::engine
