#pragma once
// Why this body decides (Zuständigkeit), and whether the order of the bodies differs from the regular one.
#include "modules/council/rules/paper_draft.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

// A sentence with the line it came from.
struct SourcedSentence {
    std::string text;
    Lines lines;
};

// Says that the order of consultation differs; a sentence that denies it does not count.
bool is_deviation(std::string_view sentence);

// Names the rule by which a body is responsible.
bool is_competence(std::string_view sentence);

// The sentence that states the deviation, and its reason: a clause of it ("um … zu erreichen"), or the sentence behind.
std::optional<DraftDeviation> deviation_in(std::vector<SourcedSentence> const& sentences);

}  // namespace lenkwerk::council::reading
