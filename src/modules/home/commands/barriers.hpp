#pragma once
// Telling of a barrier, and answering.
#include "modules/home/rules/barrier.hpp"
#include "platform/city.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::home {

inline constexpr std::string_view kAnswerBarriers = "home.answer_barriers";

// Anybody may. Gives back the report's number.
Outcome<std::int64_t> report_barrier(storage::Transaction& tx, BarrierReport const& report);
Outcome<Done> answer_barrier(storage::Transaction& tx, std::int64_t id, std::string const& answer,
                             std::int64_t version);
// Contacts that are older than kContactKept go.
void forget_contacts(City& city);

}  // namespace lenkwerk::home
