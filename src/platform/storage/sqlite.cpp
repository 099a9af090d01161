#include "base/audience.hpp"
#include "platform/storage/errors.hpp"
#include "platform/storage/sqlite_functions.hpp"
#include "platform/storage/sqlite_log.hpp"
#include "platform/storage/sqlite_statement.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <unordered_map>

namespace lenkwerk::storage {
namespace {

// How long a writer waits for a writer of another process.
constexpr int kBusyMilliseconds = 5000;

constexpr char const* kSettings = R"(
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;)";

// The values of a row are kept in these instead of in memory asked for one by one.
constexpr int kSlotBytes = 1200, kSlots = 120;

// SQLite counts the memory it uses under a mutex for all its connections; nobody asks for the count.
void make_ready() {
    static int const code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (code != SQLITE_OK) throw_sqlite(nullptr, code, "SQLITE_CONFIG_MEMSTATUS");
}

// SQLite would make the file readable for all; it holds personal data.
void make_private_file(std::filesystem::path const& path) {
    if (std::filesystem::exists(path)) return;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    int const file = ::open(path.c_str(), O_CREAT | O_CLOEXEC | O_RDWR, 0600);
    if (file < 0)
        throw std::system_error(errno, std::generic_category(), "cannot create the database " + path.string());
    ::close(file);
}

class SqliteConnection final : public Connection {
public:
    SqliteConnection(std::string const& path, Access access, Guard guard) : guard_(std::move(guard)) {
        if (access == Access::write) make_private_file(path);
        open(path, access);
        sqlite3_busy_timeout(handle_.get(), kBusyMilliseconds);
        if (access == Access::write) {
            script("PRAGMA journal_mode = WAL");
            log_.emplace(handle_.get(), kBusyMilliseconds);
        }
        script(kSettings);
        if (access == Access::read) script("PRAGMA query_only = ON");
        register_functions(handle_.get());
        if (guard_) sqlite3_set_authorizer(handle_.get(), &SqliteConnection::authorize, this);
    }

    Dialect dialect() const override { return Dialect::sqlite; }

    std::int64_t run(SqlText const& sql, Args const& args, EachRow const& row) override {
        auto& kept = prepared(sql);
        bool const within_its_rows = kept.statement.is_running();  // then it is needed once more
        auto const changed = within_its_rows ? prepare(sql).run(args, row) : kept.statement.run(args, row);
        note(kept.touched, changed);
        return changed;
    }

    void stream(SqlText const& sql, Args const& args, EachRow const& row) override {
        note(touched_by(sql.sqlite), prepare(sql).run(args, row));
    }

    void script(std::string_view sql) override {
        auto const guard = std::exchange(guard_, {});
        auto const code = sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
        guard_ = guard;
        if (code != SQLITE_OK) throw_sqlite(handle_.get(), code, sql);
    }

    void begin(Access access) override { run(access == Access::write ? kBeginWrite : kBegin, {}, {}); }
    void commit() override { run(kCommit, {}, {}); }
    void roll_back() override {
        if (sqlite3_get_autocommit(handle_.get()) == 0) run(kRollBack, {}, {});
    }
    void announce() override {
        for (auto const& name : names_written()) run(kAnnounce, {name}, {});
    }
    bool is_usable() const override { return sqlite3_get_autocommit(handle_.get()) != 0; }

    std::vector<Relation> relations() override;

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    struct Kept {
        SqliteStatement statement;
        Touched touched;
    };
    static constexpr SqlText kBegin{"BEGIN", "BEGIN"}, kBeginWrite{"BEGIN IMMEDIATE", "BEGIN"};
    static constexpr SqlText kAnnounce{
        "INSERT INTO table_versions (name, version) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET version = version "
        "+ 1",
        ""};
    static constexpr SqlText kCommit{"COMMIT", "COMMIT"}, kRollBack{"ROLLBACK", "ROLLBACK"};

    void open(std::string const& path, Access access) {
        make_ready();
        sqlite3* raw = nullptr;
        int const how = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
        int const code = sqlite3_open_v2(path.c_str(), &raw, how | SQLITE_OPEN_NOMUTEX, nullptr);
        handle_.reset(raw);
        if (code != SQLITE_OK) throw_sqlite(raw, code, "open " + path);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_LOOKASIDE, nullptr, kSlotBytes, kSlots);
    }

    // In tests the file belongs to the key, so that each store is asked for itself.
    Kept& prepared(SqlText const& sql) {
        auto const key = guard_ ? std::string(sql.file) + '\n' + std::string(sql.sqlite) : std::string(sql.sqlite);
        if (auto const found = kept_.find(key); found != kept_.end()) return found->second;
        return kept_.try_emplace(key, Kept{prepare(sql), touched_by(sql.sqlite)}).first->second;
    }
    SqliteStatement prepare(SqlText const& sql) {
        preparing_ = sql;
        return {handle_.get(), sql.sqlite};
    }

    static int authorize(void* self, int action, char const* table, char const*, char const*, char const* view) {
        auto const& connection = *static_cast<SqliteConnection const*>(self);
        bool const touches =
            action == SQLITE_READ || action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE;
        if (!touches || !connection.guard_ || connection.preparing_.file.empty()) return SQLITE_OK;
        // What the statement does not name, a foreign key led to: the database looks whether anybody refers to the row.
        std::string_view const relation = table == nullptr ? "" : table;
        if (view == nullptr && connection.preparing_.sqlite.find(relation) == std::string_view::npos) return SQLITE_OK;
        Touch const touch{connection.preparing_.file, relation, view == nullptr ? "" : view};
        return connection.guard_(touch) ? SQLITE_OK : SQLITE_DENY;
    }

    std::optional<SqliteLog> log_;  // where it writes
    std::unique_ptr<sqlite3, Close> handle_;
    std::unordered_map<std::string, Kept> kept_;  // destroyed before the handle
    Guard guard_;
    SqlText preparing_;
};

std::vector<Relation> SqliteConnection::relations() {
    std::vector<Relation> found;
    run({"SELECT name, CASE type WHEN 'view' THEN sql ELSE '' END FROM sqlite_schema "
         "WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
         ""},
        {}, [&](Row const& row) { found.push_back({row.text(0), row.text(1)}); });
    for (auto& relation : found)
        run({"SELECT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) f "
             "WHERE m.type = 'table' AND lower(f.\"table\") = lower($1) AND f.on_delete NOT IN ('NO ACTION', "
             "'RESTRICT')",
             ""},
            {relation.name}, [&](Row const& row) { relation.cascades_to.push_back(row.text(0)); });
    return found;
}

}  // namespace

std::unique_ptr<Connection> connect_sqlite(std::string const& path, Access access, Guard guard) {
    return std::make_unique<SqliteConnection>(path, access, std::move(guard));
}

}  // namespace lenkwerk::storage
