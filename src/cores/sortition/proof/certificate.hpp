#pragma once
// What is published with a result so that anybody can check it: the chances, the panels that give them, and the proof that
// no other lottery does better. The file names people by their ids and groups who look the same as types.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/outcome.hpp"
#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition::proof {

struct Level {
    double value = 0;
    std::vector<std::string> members;          // ids
    std::vector<std::pair<int, double>> dual;  // type and its multiplier, > 0
};

struct Certificate {
    std::string objective;  // leximin, maximin, nash, goldilocks, legacy
    PanelRules rules;
    std::string id_column;
    std::vector<std::string> household_columns;
    double gamma = 1;  // goldilocks: the weight of the smallest chance against the largest
    std::vector<std::vector<std::string>> types;
    std::vector<std::pair<std::string, double>> probabilities;
    std::vector<WeightedPanel> panels;
    std::vector<Level> levels;
    // Where the work was ended early: everybody above the levels, the smallest of their chances, and the dual that says how
    // large it could be at most.
    std::optional<Level> open = {};
};

std::string to_json(Certificate const& certificate);

// Refused: no JSON, a member missing or of the wrong kind.
Outcome<Certificate> from_json(std::string const& text);

}  // namespace lenkwerk::sortition::proof
