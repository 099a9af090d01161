#pragma once
// A JSON object as fields: see Fields in http.hpp for how its values are written.
#include "platform/web/http.hpp"

namespace lenkwerk::web {

// Nothing for what is not a JSON object in valid UTF-8, or is nested deeper than 16.
std::optional<Fields> fields_of_json(std::string_view body);

}  // namespace lenkwerk::web
