#pragma once
// One line of text: names, numbers, addresses, search words.
#include "platform/web/components/field.hpp"

namespace lenkwerk::web::components {

enum class TextKind { text, number, decimal, email, phone, address, password, new_password, search };

struct TextField : Field {
    TextKind kind = TextKind::text;
    int max_length = 200;           // characters; the domain's own limit stands in its rules
    std::string autocomplete = {};  // "name", "email" … for data of the person who types (WCAG 1.3.5)
    std::string suffix = {};        // a unit behind the value: "€"
};

void text_field(OpenForm const& open, TextField const& field);

}  // namespace lenkwerk::web::components
