#include "platform/storage/idempotency.hpp"

namespace lenkwerk::storage {
namespace {

constexpr std::chrono::hours kKept{48};

}  // namespace

std::optional<std::string> earlier_answer(Transaction& tx, std::string_view key) {
    return tx.first("SELECT answer FROM idempotency_keys WHERE key = $1 AND actor = $2", {key, tx.actor().signature()},
                    [](Row const& row) { return row.text(0); });
}

void keep_answer(Transaction& tx, std::string_view key, std::string_view answer) {
    tx.upkeep().change("INSERT INTO idempotency_keys (key, actor, answer, kept_at) VALUES ($1, $2, $3, $4)",
                       {key, tx.actor().signature(), answer, tx.now()});
}

std::int64_t forget_answers(Upkeep& upkeep) {
    return upkeep.change("DELETE FROM idempotency_keys WHERE kept_at < $1", {upkeep.now() - kKept});
}

}  // namespace lenkwerk::storage
