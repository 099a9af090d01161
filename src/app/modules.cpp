#include "app/modules.hpp"

namespace lenkwerk::app {

std::vector<Module> modules() { return {}; }

}  // namespace lenkwerk::app
