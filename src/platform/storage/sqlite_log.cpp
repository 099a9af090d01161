#include "platform/storage/sqlite_log.hpp"

#include "platform/log/log.hpp"
#include "platform/storage/sqlite_statement.hpp"

namespace lenkwerk::storage {

int SqliteLog::committed(void* self, sqlite3* handle, char const* schema, int pages) {
    if (pages >= kFull) static_cast<SqliteLog*>(self)->make_short(handle, schema, pages);
    return SQLITE_OK;  // the commit stands, whatever became of the log
}

void SqliteLog::make_short(sqlite3* handle, char const* schema, int pages) {
    bool const is_long = pages >= next_;
    int const mode = is_long ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
    if (is_long) sqlite3_busy_timeout(handle, kPatienceMilliseconds);
    int const code = sqlite3_wal_checkpoint_v2(handle, schema, mode, nullptr, nullptr);
    if (is_long) sqlite3_busy_timeout(handle, busy_milliseconds_);
    if (is_long) next_ = code == SQLITE_OK ? kLong : pages + kLong;
    if (code != SQLITE_OK && code != SQLITE_BUSY)
        log::warning("storage.log_stays", {{"pages", pages}, {"sqlite", code}});
}

}  // namespace lenkwerk::storage
