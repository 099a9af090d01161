#pragma once
// The log of what happened: one event for each thing somebody did, kept in the transaction that did it.
#include "platform/storage/transaction.hpp"

#include <string>
#include <vector>

namespace lenkwerk::audit {

// Called by Transaction::record.
void insert(storage::Upkeep& upkeep, access::Actor const& actor, storage::Event const& event);

}  // namespace lenkwerk::audit
