#pragma once
// Papers as they were read, and what the office made of them.
#include "modules/council/ids.hpp"
#include "modules/council/rules/paper_reader.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::council::store {

struct Reading {
    ReadingId id;
    std::string state = "open";  // or confirmed, discarded
    std::string file_name;
    PaperDraft as_read, draft;
    std::vector<SourceLine> source;
    std::optional<PaperId> paper;
    Instant taken_at;
    std::string taken_by;
    std::int64_t version = 0;
};
std::optional<Reading> find_reading(storage::Reader const& reader, ReadingId id);
// The one by which the paper became what it is.
std::optional<Reading> last_confirmed(storage::Reader const& reader, PaperId paper);
ReadingId insert_reading(storage::Transaction& tx, Reading const& reading);
bool update_reading(storage::Transaction& tx, Reading const& reading);  // draft, state and paper, by id and version
// Open ones of this number are put aside: a newer one takes their place. Gives back which.
std::vector<ReadingId> discard_open(storage::Transaction& tx, std::string const& number);

struct ReadingLine {
    ReadingId id;
    std::string file_name, number, title;
    Instant taken_at;
};
std::vector<ReadingLine> open_readings(storage::Reader const& reader);  // newest first

}  // namespace lenkwerk::council::store
