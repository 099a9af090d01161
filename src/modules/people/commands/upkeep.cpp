#include "modules/people/commands/upkeep.hpp"

#include "modules/people/store/sessions.hpp"

namespace lenkwerk::people {

void sweep_city(City& city) {
    city.database().keep(city.clock(), [](storage::Upkeep& upkeep) { store::sweep(upkeep); });
}

}  // namespace lenkwerk::people
