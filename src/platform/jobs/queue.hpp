#pragma once
// The queue of what is still to do: rows written in the transaction that asks for them, claimed with a lease.
#include "platform/storage/transaction.hpp"

namespace lenkwerk::jobs {

// Called by Transaction::enqueue.
void insert(storage::Upkeep& upkeep, access::Actor const& actor, storage::NewJob const& job);

}  // namespace lenkwerk::jobs
