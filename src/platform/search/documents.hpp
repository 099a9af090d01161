#pragma once
// What search can find: one document for each subject, kept up to date by the commands that change it.
#include "platform/storage/transaction.hpp"

namespace lenkwerk::search {

// Called by Transaction::index: replaces what was kept for this subject.
void put(storage::Upkeep& upkeep, storage::Document const& document);
// Called by Transaction::unindex.
void remove(storage::Upkeep& upkeep, Subject const& subject);

// The texts of those documents that hold `text` were changed where they stand: makes their words anew, and then all.
void reindex(storage::Upkeep& upkeep, std::string_view text);
// Makes vocabulary and index of the documents as they are: no word stays that stands nowhere any more.
void rebuild(storage::Upkeep& upkeep);

}  // namespace lenkwerk::search
