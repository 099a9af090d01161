#pragma once
// What the killed process writes and the test reads: entries, batches that are whole or not there, and jobs that leave a mark.
#include "platform/storage/migrations.hpp"

#include <string>
#include <vector>

namespace lenkwerk::crash {

// So many rows make one batch, in one transaction: the picture of an import.
inline constexpr int kBatch = 20;

inline storage::Schema ledger_schema(storage::Dialect dialect) {
    auto files = embedded_files("platform/");
    files.push_back({"modules/ledger/store/migrations/20261123_1000_ledger.sql", R"(
        CREATE TABLE ledger_entries (id {{id}}, word TEXT NOT NULL);
        CREATE UNIQUE INDEX ledger_entries_word ON ledger_entries (word);
        CREATE TABLE ledger_batches (id {{id}}, word TEXT NOT NULL, line BIGINT NOT NULL);
        CREATE TABLE ledger_marks (id {{id}}, job BIGINT NOT NULL, word TEXT NOT NULL);
    )"});
    return storage::Schema::of({"ledger"}, dialect, files);
}

}  // namespace lenkwerk::crash
