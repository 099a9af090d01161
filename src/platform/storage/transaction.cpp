#include "platform/storage/transaction.hpp"

#include "platform/audit/events.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/search/documents.hpp"

namespace lenkwerk::storage {

Transaction::Transaction(Connection& connection, access::Actor const& actor, Instant now)
    : Reader(connection), actor_(actor), upkeep_(connection, now) {}

std::int64_t Transaction::change(WriteSql sql, Args const& args) {
    changed_ = true;
    return upkeep_.change(sql, args);
}

std::int64_t Transaction::insert(WriteSql sql, Args const& args) {
    changed_ = true;
    return upkeep_.insert(sql, args);
}

void Transaction::change_each(WriteSql sql, Args const& args, EachRow const& row) {
    changed_ = true;
    upkeep_.change_each(sql, args, row);
}

void Transaction::record(Event const& event) {
    audit::insert(upkeep_, actor_, event);
    events_.push_back(event);
}

void Transaction::enqueue(NewJob const& job) { jobs::insert(upkeep_, actor_, job); }
void Transaction::index(Document const& document) { search::put(upkeep_, document); }
void Transaction::unindex(Subject const& subject) { search::remove(upkeep_, subject); }

}  // namespace lenkwerk::storage
