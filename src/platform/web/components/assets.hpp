#pragma once
// Where the style sheet, the script and the pictures are: their names carry a hash of their content, so that browsers keep
// them for ever and still get each new one.
#include "platform/html/url.hpp"

#include <string_view>

namespace lenkwerk::web::components {

// The address of a file of assets/, by its plain name: "lenkwerk.css" → "/assets/lenkwerk-8ZK2.css".
// std::out_of_range where there is none (the build has not run, or the name is wrong).
html::Url asset(std::string_view name);

}  // namespace lenkwerk::web::components
