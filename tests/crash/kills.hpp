#pragma once
// How often something is killed: a handful of times when the program is started by hand, as often as the README promises in bin/test.
#include "platform/storage/sql.hpp"

#include <cstdlib>

namespace lenkwerk::crash {

inline int kills_on(storage::Dialect dialect) {
    bool const all = std::getenv("LENKWERK_ALL_KILLS") != nullptr;
    if (dialect == storage::Dialect::sqlite) return all ? 100 : 5;
    return all ? 20 : 2;
}

}  // namespace lenkwerk::crash
