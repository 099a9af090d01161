#pragma once
// What search can find: one document for each subject, kept up to date by the commands that change it.
#include "platform/storage/transaction.hpp"

namespace lenkwerk::search {

// Called by Transaction::index: replaces what was kept for this subject.
void put(storage::Upkeep& upkeep, storage::Document const& document);
// Called by Transaction::unindex.
void remove(storage::Upkeep& upkeep, Subject const& subject);

}  // namespace lenkwerk::search
