#pragma once
// The labels of an author block, and values told apart by their shape where blanks no longer do.
#include "modules/council/rules/reading/lines.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

enum class Label { division, date, urgency, number, publicity, person, contact, not_kept };

std::optional<Label> label_of(std::string_view text);

struct LabelledValue {
    Label label;
    std::string value;
};
std::optional<LabelledValue> label_before_colon(std::string_view text);

// The labels, if the line holds nothing else; empty otherwise. Labels may be parted by a single blank.
std::vector<Label> labels_in(std::vector<Cell> const& cells);

// The values of a line under such labels: dates, telephone numbers and names are known by their shape.
std::vector<std::string> values_by_shape(std::string_view text, std::vector<Label> const& labels);

}  // namespace lenkwerk::council::reading
