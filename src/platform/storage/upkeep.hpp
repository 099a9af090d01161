#pragma once
// What the house does for itself: leases of jobs, seals, sessions seen, keys that expire. Nothing that a person would ask
// about afterwards, so law 4 (no commit without an event) does not apply. Commands take a Transaction, never this.
#include "platform/storage/reader.hpp"

namespace lenkwerk::storage {

class Upkeep : public Reader {
public:
    Upkeep(Connection& connection, Instant now) : Reader(connection), now_(now) {}

    Instant now() const { return now_; }  // one moment for the whole transaction

    // How many rows were changed.
    std::int64_t change(WriteSql sql, Args const& args) { return run(sql, args, {}); }
    // The id that `… RETURNING id` gives back.
    std::int64_t insert(WriteSql sql, Args const& args);
    // The rows of `… RETURNING …`.
    void change_each(WriteSql sql, Args const& args, EachRow const& row) { run(sql, args, row); }

private:
    Instant now_;
};

}  // namespace lenkwerk::storage
