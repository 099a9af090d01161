#pragma once
// How often something is killed: a handful of times with every test run, as often as issue and README promise in the slow ones.
#include "platform/storage/sql.hpp"

#include <cstdlib>

namespace lenkwerk::crash {

inline int kills_on(storage::Dialect dialect) {
    bool const all = std::getenv("LENKWERK_ALL_KILLS") != nullptr;
    if (dialect == storage::Dialect::sqlite) return all ? 100 : 5;
    return all ? 20 : 2;
}

}  // namespace lenkwerk::crash
