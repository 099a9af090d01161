#pragma once
// LEXIMIN over the linear relaxation: chances that keep every quota on average, whether or not panels realise them.
// An upper bound on every level, and on real pools nearly always the optimum itself: then only panels remain to be found.
#include <optional>

#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition::engine {

// One step of the proof: with nobody of the earlier members below their chance, no member of this step can rise.
struct Step {
    double value = 0;
    std::vector<int> members;  // types
    std::vector<double> dual;  // one a type, ≥ 0, positive on the members, zero on types not yet settled
};

struct Lottery {
    std::vector<double> chances;  // one a type, of one person
    std::vector<Step> steps;      // ascending by value
};

// Types with most = 0 have chance 0; nobody gets more than `ceiling`. Nothing: not even the relaxation has a solution.
// Ended early, it holds the levels settled so far.
std::optional<Lottery> relaxed_leximin(TypedPool const& pool, double ceiling = 1, Progress const& progress = {});

// A bound on the smallest chance of the types `among`; nothing else is settled.
Step relaxed_first_level(TypedPool const& pool, std::vector<char> const& among);

}  // namespace lenkwerk::sortition::engine
