#pragma once
// The whole city as one ZIP that a stranger can read without the program: each table as CSV and as JSON, stored files as files.
#include "platform/storage/database.hpp"

#include <filesystem>

namespace lenkwerk::commands {

struct Exported {
    std::size_t tables = 0;
    std::int64_t rows = 0, files = 0;
};

// Makes `file`, which must not exist. One snapshot. Left out: columns that end in "_hash" (passwords, tokens), because nobody but
// the program can use them. CSV after RFC 4180 in UTF-8, NULL as an empty cell and an empty text as "". READ-ME.txt in
// the archive says so in German and English.
Exported export_archive(storage::Database& database, std::filesystem::path const& file);

}  // namespace lenkwerk::commands
