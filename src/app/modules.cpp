#include "app/modules.hpp"

#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"

namespace lenkwerk::app {

std::vector<Module> modules() { return {people::module(), plan::module(), places::module()}; }

}  // namespace lenkwerk::app
