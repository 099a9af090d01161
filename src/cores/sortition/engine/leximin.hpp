#pragma once
// The exact LEXIMIN lottery: nobody's chance can rise without lowering that of somebody who has as little or less
// (Flanigan, Gölz, Gupta, Hennig, Procaccia 2021, Nature 596).
//
// First the relaxation's LEXIMIN is computed and written as a lottery over panels; where that succeeds it is the optimum,
// by weak duality. Where it fails, column generation settles level after level over the panels themselves, tightness being
// decided by the saturation program and never by the size of a multiplier.
#include <optional>

#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/engine/relaxed.hpp"

namespace lenkwerk::sortition::engine {

struct Solution {
    std::vector<double> chances;        // one a type, of one person: exactly what the panels give
    std::vector<WeightedPanel> panels;  // weights > 0, sum 1
    std::vector<Step> steps;            // the proof
    // Where the work was ended early: who is not settled, the smallest of their chances, and the dual that bounds it.
    std::optional<Step> open;
    bool relaxation_sufficed = false;
    bool stopped = false;
};

struct LeximinRequest {
    int levels = 0;                // settle only so many levels over panels; 0: all
    bool skip_relaxation = false;  // for comparison: column generation alone
};

// Nothing: no panel satisfies the quotas; or the work was ended before one was found.
std::optional<Solution> leximin(TypedPool const& pool, LeximinRequest const& request = {},
                                Progress const& progress = {});

// Which types are in some panel, with a panel for each that is.
struct Reach {
    std::vector<char> reachable;
    std::vector<Panel> panels;
    bool complete = false;  // who is not reachable is in no panel; otherwise the work was ended and that is not known
};
Reach reach_of(TypedPool const& pool, Progress const& progress = {});

}  // namespace lenkwerk::sortition::engine
