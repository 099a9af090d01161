#pragma once
// steering.json of a city's folder: findings, signals and the first frozen overview of the demo city.
#include "platform/seed.hpp"

namespace lenkwerk::steering {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::steering
