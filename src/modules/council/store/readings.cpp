#include "modules/council/store/readings.hpp"

#include "modules/council/store/draft_text.hpp"

namespace lenkwerk::council::store {
namespace {

Reading reading_of(storage::Row const& row) {
    return {row.id<ReadingId>(0),
            row.text(1),
            row.text(2),
            draft_in(row.text(3)),
            draft_in(row.text(4)),
            source_in(row.text(5)),
            row.maybe_id<PaperId>(6),
            row.instant(7),
            row.text(8),
            row.number(9)};
}

std::string text_of(std::optional<FoundText> const& found) { return found ? found->value : std::string(); }

}  // namespace

std::optional<Reading> find_reading(storage::Reader const& reader, ReadingId id) {
    return reader.first(R"(
        SELECT id, state, file_name, as_read, draft, source_lines, paper_id, taken_at, taken_by, version
        FROM council_readings WHERE id = $1)",
                        {id}, reading_of);
}

std::optional<Reading> last_confirmed(storage::Reader const& reader, PaperId paper) {
    return reader.first(R"(
        SELECT id, state, file_name, as_read, draft, source_lines, paper_id, taken_at, taken_by, version
        FROM council_readings WHERE paper_id = $1 AND state = 'confirmed' ORDER BY id DESC LIMIT 1)",
                        {paper}, reading_of);
}

ReadingId insert_reading(storage::Transaction& tx, Reading const& reading) {
    return {tx.insert(
        R"(
        INSERT INTO council_readings (state, file_name, number, title, as_read, draft, source_lines, paper_id, taken_at, taken_by, version)
        VALUES ('open', $1, $2, $3, $4, $5, $6, $7, $8, $9, 1) RETURNING id)",
        {reading.file_name, text_of(reading.draft.number), text_of(reading.draft.title), as_text(reading.as_read),
         as_text(reading.draft), as_text(reading.source), reading.paper, tx.now(), tx.actor().signature()})};
}

bool update_reading(storage::Transaction& tx, Reading const& reading) {
    return tx.change(R"(
        UPDATE council_readings SET state = $3, number = $4, title = $5, draft = $6, paper_id = $7, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {reading.id, reading.version, reading.state, text_of(reading.draft.number),
                      text_of(reading.draft.title), as_text(reading.draft), reading.paper}) == 1;
}

std::vector<ReadingId> discard_open(storage::Transaction& tx, std::string const& number) {
    std::vector<ReadingId> ids;
    tx.change_each(
        "UPDATE council_readings SET state = 'discarded', version = version + 1 WHERE state = 'open' AND number = $1 "
        "RETURNING id",
        {number}, [&](storage::Row const& row) { ids.push_back(row.id<ReadingId>(0)); });
    return ids;
}

std::vector<ReadingLine> open_readings(storage::Reader const& reader) {
    return reader.all(
        "SELECT id, file_name, number, title, taken_at FROM council_readings WHERE state = 'open' ORDER BY id DESC", {},
        [](storage::Row const& row) {
            return ReadingLine{row.id<ReadingId>(0), row.text(1), row.text(2), row.text(3), row.instant(4)};
        });
}

}  // namespace lenkwerk::council::store
