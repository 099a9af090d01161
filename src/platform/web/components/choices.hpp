#pragma once
// A group of which one (radio buttons) or several (checkboxes) are chosen, and the single checkbox of a consent.
#include "platform/web/components/select.hpp"

namespace lenkwerk::web::components {

enum class Many { one, several };

struct Choices : Field {
    std::vector<Choice> choices;
    Many many = Many::one;
};
void choices(OpenForm const& open, Choices const& field);

// One checkbox with its own label; the value is "1".
void checkbox(OpenForm const& open, Field const& field);

}  // namespace lenkwerk::web::components
