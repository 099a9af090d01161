#pragma once
// Several lines of text: descriptions, reasons, reports.
#include "platform/web/components/field.hpp"

namespace lenkwerk::web::components {

struct TextArea : Field {
    int rows = 6;
    int max_length = 10000;
};

void text_area(OpenForm const& open, TextArea const& field);

}  // namespace lenkwerk::web::components
