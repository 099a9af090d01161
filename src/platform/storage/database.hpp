#pragma once
// One database: a pool of read-only connections, and writes that are retried where the database asks for it.
// "sqlite:var/lenkwerk.db" (or a bare path), "postgresql://…" or "host=… dbname=…" as libpq reads it.
#include "platform/storage/transaction.hpp"

#include <memory>
#include <optional>
#include <string>
#include <type_traits>

namespace lenkwerk::storage {

// Hears each event in the transaction that recorded it, right before its commit.
using Hear = std::function<void(Transaction&, Event const&)>;

struct DatabaseOptions {
    std::size_t readers = 16;  // at most, at the same time
    Guard guard = {};          // in tests: which store may touch what (law 2)
};

class Database {
public:
    static std::unique_ptr<Database> open(std::string const& address, DatabaseOptions options = {});
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    Dialect dialect() const;
    std::string const& address() const;  // without its scheme; may hold a password: not for logs

    // Lends a read-only connection on one consistent snapshot for the time of `work`.
    template <class Work> auto read(Work&& work) -> std::invoke_result_t<Work, Reader&> {
        return keep_result<Reader>(work, [&](auto const& run) { read_with(run); });
    }

    // Runs a command in a transaction: committed if it has a value, rolled back if it refuses or throws; run again (with a fresh
    // snapshot) after a serialisation failure, so `work` must change nothing outside. A commit that changed rows
    // without recording an event throws std::logic_error and commits nothing (law 4).
    template <class Work>
    auto write(access::Actor const& actor, Clock const& clock, Work&& work)
        -> std::invoke_result_t<Work, Transaction&> {
        return keep_result<Transaction>(work, [&](auto const& run) { write_with(actor, clock, run); });
    }

    // The same for what the house does for itself: leases, seals, sessions seen. Without events, so law 4 does not apply.
    template <class Work> auto keep(Clock const& clock, Work&& work) -> std::invoke_result_t<Work, Upkeep&> {
        return keep_result<Upkeep>(work, [&](auto const& run) { keep_with(clock, run); });
    }

    // Who hears the events; set once, before the first write.
    void hear(Hear hear);

    // What changed since when; for the page cache and for the job runner.
    TableVersions const& versions() const;
    TableSet table(std::string_view name) const;

    // For migrations, backup and checks: a writing connection outside of any transaction.
    void administer(std::function<void(Connection&)> const& work);
    // After the schema changed: connections and what is known of tables are made anew.
    void renew();

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);

    template <class T> struct IsOutcome : std::false_type {};
    template <class T> struct IsOutcome<Outcome<T>> : std::true_type {};

    // Calls `lend` with a function that runs `work` and says whether to commit; gives back what `work` returned.
    template <class Scope, class Work, class Lend>
    static auto keep_result(Work& work, Lend lend) -> std::invoke_result_t<Work, Scope&> {
        using Result = std::invoke_result_t<Work, Scope&>;
        if constexpr (std::is_void_v<Result>) {
            lend([&](Scope& scope) { return work(scope), true; });
        } else {
            std::optional<Result> result;
            lend([&](Scope& scope) {
                result.reset();
                result.emplace(work(scope));
                if constexpr (IsOutcome<Result>::value) return static_cast<bool>(*result);
                return true;
            });
            return *std::move(result);
        }
    }

    void read_with(std::function<bool(Reader&)> const& work);
    void write_with(access::Actor const& actor, Clock const& clock, std::function<bool(Transaction&)> const& work);
    void keep_with(Clock const& clock, std::function<bool(Upkeep&)> const& work);
    void write_turn(std::function<bool(Connection&)> const& work);
    void write_once(std::function<bool(Connection&)> const& work);
    void finish(Transaction& tx);

    std::unique_ptr<State> state_;
};

}  // namespace lenkwerk::storage
