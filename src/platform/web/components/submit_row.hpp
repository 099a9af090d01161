#pragma once
// The end of a form: the button that sends it, perhaps others, and the way back.
#include "platform/web/components/form.hpp"

#include <vector>

namespace lenkwerk::web::components {

// A further button that sends the same fields with name=value ("save as draft").
struct OtherSubmit {
    std::string label, name, value;
};

struct SubmitRow {
    std::string label;
    std::optional<html::Url> cancel = std::nullopt;
    std::vector<OtherSubmit> others = {};
};

void submit_row(OpenForm const& open, SubmitRow const& row);

}  // namespace lenkwerk::web::components
