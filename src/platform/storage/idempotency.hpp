#pragma once
// A form that is sent twice is done once: the answer is kept under the form's key in the transaction that did it.
#include "platform/storage/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::storage {

// What was answered to this key when this actor sent it before. Another actor's key is none of one's business.
std::optional<std::string> earlier_answer(Transaction& tx, std::string_view key);
// Two that come at the same time: the second fails with UniqueViolation{"idempotency_keys_pkey"} or is run again and then
// finds the answer of the first.
void keep_answer(Transaction& tx, std::string_view key, std::string_view answer);
// Deletes what is older than two days; returns how many.
std::int64_t forget_answers(Upkeep& upkeep);

}  // namespace lenkwerk::storage
