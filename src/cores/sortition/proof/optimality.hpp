#pragma once
// Why no lottery is better, objective by objective: each a short argument over one or a few exact pricing bounds.
#include <unordered_map>

#include "cores/sortition/proof/verify.hpp"

namespace lenkwerk::sortition::proof {

struct Claim {
    Certificate const& certificate;
    Witness const& witness;
    TypedPool pool;  // in the certificate's order of types
    std::unordered_map<std::string, int> type_of;
    std::vector<double> chances;  // one a type, as the panels give them
};

// A claim that does not hold; ends the verification with its sentence.
struct Objection {
    std::string sentence;
};

// How many people are neither in a level nor among those whom the certificate leaves open: of them it says nothing.
int undecided_people(Claim const& claim);

// Throws Objection where the levels do not even have the form of a proof.
double optimality_gap(Claim const& claim);

}  // namespace lenkwerk::sortition::proof
