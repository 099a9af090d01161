#pragma once
// A frozen overview as text. The format is read back as long as the product lives: members are only added, and each has a value
// that stands for "was not there yet".
#include "modules/steering/rules/overview.hpp"

namespace lenkwerk::steering::store {

std::string json_of(Overview const& overview);
Overview overview_of(std::string const& json);  // throws for a text that is none: only what we wrote ourselves is read

}  // namespace lenkwerk::steering::store
