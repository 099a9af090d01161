#pragma once
// SQLite's write-ahead log, kept short. SQLite itself begins it anew only in a moment in which nobody reads: with steady
// readers it grows without end, and so does the start after a power cut, which has to read it. Only sqlite.cpp includes this.
#include <sqlite3.h>

namespace lenkwerk::storage {

class SqliteLog {
public:
    static constexpr int kFull = 1000, kLong = 4000;  // pages of 4 KiB
    static constexpr int kPatienceMilliseconds = 100;

    // After a commit that leaves a full log it goes into the file as far as the readers let it; a long one is begun anew, for
    // which that commit waits a moment for those who still read it. `busy_milliseconds` is what the handle waits otherwise.
    SqliteLog(sqlite3* handle, int busy_milliseconds) : busy_milliseconds_(busy_milliseconds) {
        sqlite3_wal_hook(handle, &SqliteLog::committed, this);
    }
    SqliteLog(SqliteLog const&) = delete;
    SqliteLog& operator=(SqliteLog const&) = delete;

private:
    static int committed(void* self, sqlite3* handle, char const* schema, int pages);
    void make_short(sqlite3* handle, char const* schema, int pages);

    int busy_milliseconds_;
    int next_ = kLong;  // where readers did not let go, it is tried again when the log is longer by as much
};

}  // namespace lenkwerk::storage
