#pragma once
// What must go goes everywhere: a text out of every table, every version, every frozen copy, every file and the search; the
// reasons given for a subject. The events stay, and the chain stays valid (docs/adr: reasons outside of the hash).
#include "platform/storage/database.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::audit {

// What stands where the text stood.
inline constexpr std::string_view kRedacted = "█████";

// All text that a stored file holds (PDF, spreadsheet), so that it can be looked through; the command line brings it.
using TextOfFile = std::function<std::string(std::string const& bytes)>;

struct Redacted {
    std::map<std::string, std::int64_t> cells;  // by table: how many were changed
    std::vector<std::int64_t> events;           // whose reason is gone
    std::int64_t files = 0;  // emptied; whoever made one hears "redaction.performed" and makes it anew
};

// Takes `text` (at least 4 bytes) out of everything, as it is and as JSON and HTML write it, and records
// "redaction.performed" with the reason, which must not repeat the text.
Outcome<Redacted> redact_text(storage::Transaction& tx, std::string const& text, std::string const& reason,
                              TextOfFile const& text_of_file);

// Takes the reasons of all events of the subject and its search document; its own tables are its module's matter.
Outcome<Redacted> redact_subject(storage::Transaction& tx, Subject const& subject, std::string const& reason);

// After the commit: nothing of it stays in pages that were given up, in the search index or in the write-ahead log. Needs the
// database for itself for a moment. Backups and PostgreSQL's archived logs are the keepers' matter: README.md.
void wipe(storage::Database& database, Clock const& clock);

}  // namespace lenkwerk::audit
