#include "app/modules.hpp"

#include "modules/bodies/module.hpp"
#include "modules/budget/module.hpp"
#include "modules/council/module.hpp"
#include "modules/home/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "modules/steering/module.hpp"

namespace lenkwerk::app {

std::vector<Module> modules() {
    return {people::module(), plan::module(),    places::module(),   measures::module(), bodies::module(),
            budget::module(), council::module(), steering::module(), home::module()};
}

}  // namespace lenkwerk::app
