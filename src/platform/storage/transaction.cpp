#include "platform/storage/transaction.hpp"

#include "platform/audit/events.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/search/documents.hpp"

namespace lenkwerk::storage {

Transaction::Transaction(Connection& connection, access::Actor const& actor, Instant now)
    : Reader(connection), actor_(actor), upkeep_(connection, now) {}

// A statement that changed no row is nothing that somebody would have to answer for.
std::int64_t Transaction::change(WriteSql sql, Args const& args) {
    auto const rows = upkeep_.change(sql, args);
    changed_ = changed_ || rows > 0;
    return rows;
}

std::int64_t Transaction::insert(WriteSql sql, Args const& args) {
    changed_ = true;
    return upkeep_.insert(sql, args);
}

void Transaction::change_each(WriteSql sql, Args const& args, EachRow const& row) {
    upkeep_.change_each(sql, args, [&](Row const& changed) {
        changed_ = true;
        row(changed);
    });
}

void Transaction::record(Event const& event) {
    audit::insert(upkeep_, actor_, event);
    events_.push_back(event);
}

void Transaction::enqueue(NewJob const& job) { jobs::insert(upkeep_, actor_, job); }
void Transaction::index(Document const& document) { search::put(upkeep_, document); }
void Transaction::unindex(Subject const& subject) { search::remove(upkeep_, subject); }

}  // namespace lenkwerk::storage
