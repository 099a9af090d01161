#include "modules/home/store/barriers.hpp"

namespace lenkwerk::home::store {
namespace {

StoredBarrier barrier_of(storage::Row const& row) {
    return {row.number(0),        row.instant(1), {row.text(2), row.text(3), row.text(4)},
            row.maybe_instant(5), row.text(6),    row.number(7)};
}

}  // namespace

std::vector<StoredBarrier> list_barriers(storage::Reader const& reader, std::int64_t most) {
    return reader.all(
        "SELECT id, told_at, page, text, contact, answered_at, answer, version FROM home_barriers "
        "ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END, told_at DESC, id DESC LIMIT $1",
        {most}, barrier_of);
}

std::optional<StoredBarrier> find_barrier(storage::Reader const& reader, std::int64_t id) {
    return reader.first(
        "SELECT id, told_at, page, text, contact, answered_at, answer, version FROM home_barriers WHERE id = $1", {id},
        barrier_of);
}

std::int64_t count_barriers_since(storage::Reader const& reader, Instant since) {
    return reader.number("SELECT count(*) FROM home_barriers WHERE told_at >= $1", {since});
}

std::int64_t insert_barrier(storage::Transaction& tx, BarrierReport const& report) {
    return tx.insert(
        "INSERT INTO home_barriers (told_at, page, text, contact, answered_at, answer, version) "
        "VALUES ($1, $2, $3, $4, NULL, '', 1) RETURNING id",
        {tx.now(), report.page, report.text, report.contact});
}

bool answer_barrier(storage::Transaction& tx, std::int64_t id, std::string const& answer, std::int64_t version) {
    return tx.change(
               "UPDATE home_barriers SET answered_at = $3, answer = $4, contact = '', version = version + 1 "
               "WHERE id = $1 AND version = $2",
               {id, version, tx.now(), answer}) == 1;
}

void forget_contacts(storage::Upkeep& upkeep, Instant told_before) {
    upkeep.change("UPDATE home_barriers SET contact = '' WHERE contact <> '' AND told_at < $1", {told_before});
}

}  // namespace lenkwerk::home::store
