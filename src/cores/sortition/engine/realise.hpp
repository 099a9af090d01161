#pragma once
// From chances to a lottery over panels, and what every objective needs around that.
#include "cores/sortition/engine/leximin.hpp"

namespace lenkwerk::sortition::engine {

struct Realised {
    bool complete = false;              // the panels give the chances; otherwise no lottery does, or the work was ended
    std::vector<WeightedPanel> panels;  // where incomplete: good panels to go on from, weights without meaning
};

// Panels that give these chances: by peeling, and where that gets stuck by column generation.
Realised panels_for(TypedPool const& pool, std::vector<double> const& chances, Reach const& reach,
                    Progress const& progress);

// The pool in which who is in no panel cannot be chosen, so that relaxations know it too.
TypedPool without_unreachable(TypedPool pool, Reach const& reach);

// The proof that somebody is in no panel: the largest panel, counted by them, holds none. Nothing where that is not known.
std::optional<Step> unreachable_step(Reach const& reach);

// What a work that was ended leaves open: everybody who has a chance, and the smallest of these.
Step open_step(std::vector<double> const& chances);

// Every panel once, weights scaled to sum 1; the chances are what the panels give.
Solution solution_of(TypedPool const& pool, std::vector<WeightedPanel> panels);

}  // namespace lenkwerk::sortition::engine
