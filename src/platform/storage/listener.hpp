#pragma once
// What a database says about the commits of others: the watcher's ear, one for each of the two databases.
#include "platform/storage/sql.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace lenkwerk::storage {

class Listener {
public:
    virtual ~Listener() = default;
    // Waits at most this long for commits since it was asked last (the first time: since it was made); the tables they changed.
    virtual std::vector<std::string> changed(std::chrono::milliseconds most) = 0;
};

// `target` as in Address. Throws DatabaseError where the database cannot be reached.
std::unique_ptr<Listener> listen_to(Dialect dialect, std::string const& target);
std::unique_ptr<Listener> listen_to_sqlite(std::string const& file);
std::unique_ptr<Listener> listen_to_postgres(std::string const& address);

}  // namespace lenkwerk::storage
