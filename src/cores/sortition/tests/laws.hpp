#pragma once
// Laws over random pools. rapidcheck runs a law a hundred times unless told otherwise; each run here takes several pools.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdint>

namespace lenkwerk::sortition::tests {

// `law` takes a seed and is asked for at least `runs` of them.
template <class Law> void holds(int runs, Law const& law) {
    EXPECT_TRUE(rc::check([&](std::uint64_t seed) {
        for (int i = 0; i < runs / 100; ++i) law(seed * 1'000'003 + static_cast<std::uint64_t>(i));
    }));
}

}  // namespace lenkwerk::sortition::tests
