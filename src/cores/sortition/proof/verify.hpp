#pragma once
// Proves a certificate against the pool and the quotas, or says at which point it fails. Trusts nothing in the file.
#include <functional>
#include <limits>

#include "cores/sortition/proof/certificate.hpp"

namespace lenkwerk::sortition::proof {

struct Verdict {
    bool proven = false;
    std::string objection;  // where not proven: what is wrong, one sentence
    // What any other lottery could still gain: leximin, all people of a level together; maximin, the smallest chance;
    // nash, the mean of the logarithms; goldilocks, the objective. Infinite: nothing is known.
    double gap = std::numeric_limits<double>::infinity();
    int panels = 0;
    int levels = 0;
};

// Every stated probability may differ from what the panels give by at most this.
constexpr double kProbabilityTolerance = 1e-7;
// Up to this gap a lottery counts as optimal.
constexpr double kGapTolerance = 1e-6;

// How the verification reports itself, and how it is asked to end early. Both may be empty.
struct Witness {
    std::function<void(int proven, int levels)> tell = {};
    std::function<bool()> should_stop = {};
};

Verdict verify(Certificate const& certificate, People const& people, Quotas const& quotas, Witness const& witness = {});

}  // namespace lenkwerk::sortition::proof
