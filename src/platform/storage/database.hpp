#pragma once
// One database: a pool of read-only connections, and writes that are retried where the database asks for it.
// "sqlite:var/lenkwerk.db" (or a bare path), or "postgresql://…" as libpq reads it.
#include "platform/storage/transaction.hpp"

#include <memory>
#include <string>
#include <type_traits>

namespace lenkwerk::storage {

class Database {
public:
    static std::unique_ptr<Database> open(std::string const& address);
    virtual ~Database() = default;
    virtual Dialect dialect() const = 0;

    // Lends a read-only connection on one consistent snapshot for the time of `work`.
    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work, Reader&>;

    // Runs a command in a transaction: committed if it has a value, rolled back if it refuses or throws; run again (with a fresh
    // snapshot) after a serialisation failure, so `work` must change nothing outside. A commit that changed rows
    // without recording an event throws std::logic_error and commits nothing (law 4).
    template <class Work>
    auto write(access::Actor const& actor, Clock const& clock, Work&& work) -> std::invoke_result_t<Work, Transaction&>;

    // The rest (pool, begin, commit, table versions) is the adapter's: see database.cpp.
};

}  // namespace lenkwerk::storage
