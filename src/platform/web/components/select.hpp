#pragma once
// One of a list that is too long for radio buttons.
#include "platform/web/components/field.hpp"

#include <vector>

namespace lenkwerk::web::components {

struct Choice {
    std::string value, label;
    std::string hint = {};  // shown by `choices` only
};

struct Select : Field {
    std::vector<Choice> choices;
    std::string nothing = {};  // the text of "none chosen yet"; empty: the common one
};

void select(OpenForm const& open, Select const& field);

}  // namespace lenkwerk::web::components
