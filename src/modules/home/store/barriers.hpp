#pragma once
// Reported barriers as they are kept.
#include "modules/home/rules/barrier.hpp"
#include "platform/storage/database.hpp"

#include <optional>
#include <vector>

namespace lenkwerk::home::store {

struct StoredBarrier {
    std::int64_t id = 0;
    Instant told_at;
    BarrierReport report;
    std::optional<Instant> answered_at;
    std::string answer;
    std::int64_t version = 0;
};
// The open ones first, the newest first in each half; at most `most`.
std::vector<StoredBarrier> list_barriers(storage::Reader const& reader, std::int64_t most);
std::optional<StoredBarrier> find_barrier(storage::Reader const& reader, std::int64_t id);
std::int64_t count_barriers_since(storage::Reader const& reader, Instant since);

std::int64_t insert_barrier(storage::Transaction& tx, BarrierReport const& report);
// With it goes the contact. False where somebody was faster.
bool answer_barrier(storage::Transaction& tx, std::int64_t id, std::string const& answer, std::int64_t version);
void forget_contacts(storage::Upkeep& upkeep, Instant told_before);

}  // namespace lenkwerk::home::store
