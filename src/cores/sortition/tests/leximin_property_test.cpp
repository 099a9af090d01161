#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "cores/sortition/engine/leximin.hpp"
#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/tests/laws.hpp"
#include "cores/sortition/tests/tiny.hpp"

namespace lenkwerk::sortition {
namespace {

constexpr double kSame = 1e-6;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<double> chances_of_people(TypedPool const& pool, std::vector<double> const& of_types, std::size_t people) {
    std::vector<double> chances(people);
    for (std::size_t type = 0; type < of_types.size(); ++type) {
        for (int const person : pool.types[type].people) chances[at(person)] = of_types[type];
    }
    return chances;
}

void expect_equal(std::vector<double> const& left, std::vector<double> const& right) {
    RC_ASSERT(left.size() == right.size());
    for (std::size_t i = 0; i < left.size(); ++i) RC_ASSERT(std::abs(left[i] - right[i]) <= kSame);
}

TEST(Leximin, is_what_enumeration_of_all_panels_gives) {
    tests::holds(2000, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto const truth = tests::brute_leximin(tiny);
        auto const pool = group(tiny.people, tiny.quotas, tiny.rules);
        if (!pool) RC_ASSERT(!truth);
        if (!pool) return;
        auto const fast = engine::leximin(*pool);
        auto const general = engine::leximin(*pool, {.levels = 0, .skip_relaxation = true});
        RC_ASSERT(fast.has_value() == truth.has_value());
        RC_ASSERT(general.has_value() == truth.has_value());
        if (!truth) return;
        expect_equal(chances_of_people(*pool, fast->chances, truth->size()), *truth);
        expect_equal(chances_of_people(*pool, general->chances, truth->size()), *truth);
    });
}

TEST(Leximin, carries_a_proof_that_the_verifier_accepts) {
    tests::holds(500, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        SelectionRequest const request{tiny.rules, Objective::leximin, "seed"};
        auto const selection = select(tiny.people, tiny.quotas, request);
        if (!selection) return;
        auto const verdict = proof::verify(certify(*selection, tiny.people, request), tiny.people, tiny.quotas);
        RC_LOG() << verdict.objection;
        RC_ASSERT(verdict.proven);
        double const sum = std::accumulate(selection->chances.begin(), selection->chances.end(), 0.0);
        RC_ASSERT(std::abs(sum - tiny.rules.size) <= 1e-9);
        auto const panels = tests::all_panels(tiny);
        RC_ASSERT(std::ranges::find(panels, selection->drawn) != panels.end());
    });
}

TEST(Leximin, does_not_depend_on_the_order_of_people) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto turned = tiny.people;
        std::ranges::rotate(turned.members, turned.members.begin() + std::ssize(turned.members) / 2);
        SelectionRequest const request{tiny.rules, Objective::leximin, "seed"};
        auto const one = select(tiny.people, tiny.quotas, request), other = select(turned, tiny.quotas, request);
        RC_ASSERT(static_cast<bool>(one) == static_cast<bool>(other));
        if (!one) return;
        for (std::size_t i = 0; i < turned.members.size(); ++i) {
            auto const same = std::ranges::find(tiny.people.members, turned.members[i].id, &Person::id);
            auto const before = static_cast<std::size_t>(same - tiny.people.members.begin());
            RC_ASSERT(std::abs(one->chances[before] - other->chances[i]) <= kSame);
        }
    });
}

// The values of each feature in the opposite order and under other names.
tests::TinyPool renamed(tests::TinyPool tiny) {
    int const last = static_cast<int>(tiny.quotas.rows.size()) - 1;
    std::ranges::reverse(tiny.quotas.rows);
    std::ranges::reverse(tiny.quotas.feature_of);
    for (int& feature : tiny.quotas.feature_of) feature = 1 - feature;
    std::ranges::reverse(tiny.quotas.features);
    for (auto& feature : tiny.quotas.features) feature = "other " + feature;
    for (auto& quota : tiny.quotas.rows) quota.value = "other " + quota.value;
    for (auto& person : tiny.people.members) {
        for (int& quota : person.quotas) quota = last - quota;
        std::ranges::reverse(person.quotas);
    }
    return tiny;
}

TEST(Leximin, does_not_depend_on_the_names_or_the_order_of_values) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed), other = renamed(tiny);
        SelectionRequest const request{tiny.rules, Objective::leximin, "seed"};
        auto const one = select(tiny.people, tiny.quotas, request), two = select(other.people, other.quotas, request);
        RC_ASSERT(static_cast<bool>(one) == static_cast<bool>(two));
        if (one) expect_equal(one->chances, two->chances);
    });
}

TEST(Leximin, gives_people_who_look_the_same_the_same_chance) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto const selection = select(tiny.people, tiny.quotas, {tiny.rules, Objective::leximin, "seed"});
        if (!selection) return;
        for (std::size_t i = 0; i < tiny.people.members.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                auto const &one = tiny.people.members[i], &two = tiny.people.members[j];
                bool const same = one.quotas == two.quotas && one.household.empty() && two.household.empty();
                if (same) RC_ASSERT(selection->chances[i] == selection->chances[j]);
            }
        }
    });
}

}  // namespace
}  // namespace lenkwerk::sortition
