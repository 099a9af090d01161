#pragma once
// The reference instances: pools with the exact LEXIMIN chances that an independent high-precision program computed.
#include <map>
#include <string>
#include <vector>

#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition::tests {

struct Reference {
    std::string name;  // ends in _SIZE
    Quotas quotas;
    People people;
    PanelRules rules;
    std::map<std::string, double> expected;  // id → chance; empty: the reference has no result
    // By how much a chance may differ: what the reference itself does not exclude.
    double tolerance = 1e-6;
};

// Names of all instances, ascending; empty where the reference data is absent: $LENKWERK_SHARED, or ../shared beside the
// clone.
std::vector<std::string> reference_names();
Reference reference(std::string const& name);

}  // namespace lenkwerk::sortition::tests
