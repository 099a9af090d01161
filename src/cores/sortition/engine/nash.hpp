#pragma once
// Nash welfare: the lottery with the largest product of chances. And Goldilocks, which holds the largest chance down too.
#include "cores/sortition/engine/leximin.hpp"

namespace lenkwerk::sortition::engine {

// Over the relaxation: maximises Σ people·log chance. Types with most = 0 have chance 0. `pool` has to be feasible.
std::vector<double> relaxed_nash(TypedPool const& pool);

// Nothing: no panel satisfies the quotas. The proof is the gradient itself: no step but that of the unreachable types.
std::optional<Solution> nash(TypedPool const& pool, Progress const& progress = {});

// Minimises (n/k)·max chance + γ·(k/n)/min chance (Baharav and Flanigan 2024); among the lotteries that do, the LEXIMIN one.
// The last step's dual holds the weights of the two sides, positive for who has least, negative for who has most.
std::optional<Solution> goldilocks(TypedPool const& pool, double gamma, Progress const& progress = {});

// LEGACY, for comparison only: panels filled greedily by scarcity, at random, until one keeps all quotas; `runs` of them
// estimate the chances, or fewer where 20,000 attempts were in vain. Nothing: no attempt succeeded.
std::optional<Solution> legacy(TypedPool const& pool, int runs, std::uint64_t seed, Progress const& progress = {});

}  // namespace lenkwerk::sortition::engine
