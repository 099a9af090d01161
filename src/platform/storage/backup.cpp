#include "platform/storage/backup.hpp"

#include "platform/storage/address.hpp"
#include "platform/storage/backup_files.hpp"
#include "platform/storage/errors.hpp"

#include <fmt/format.h>

namespace lenkwerk::storage {
namespace {

namespace fs = std::filesystem;

constexpr SqlText both(std::string_view sql) { return {sql, sql}; }

std::string first_text(Connection& connection, std::string_view sql) {
    std::string found;
    connection.run(both(sql), {}, [&](Row const& row) { found = found.empty() ? row.text(0) : found; });
    return found;
}

bool holds_something(Connection& connection) { return !connection.relations().empty(); }

// A whole SQLite database with our ledger in it, or a sentence that says what it is not.
void require_whole_copy(fs::path const& file) {
    if (!fs::is_regular_file(file)) throw DatabaseError(fmt::format("there is no file {}", file.string()));
    auto const copy = connect_sqlite(file, Access::read, {});
    auto const verdict = first_text(*copy, "SELECT integrity_check FROM pragma_integrity_check");
    if (verdict != "ok") throw DatabaseError(fmt::format("{} is damaged: {}", file.string(), verdict));
    if (first_text(*copy, "SELECT name FROM sqlite_schema WHERE name = 'migrations'").empty())
        throw DatabaseError(fmt::format("{} is no copy of a Lenkwerk database", file.string()));
}

// VACUUM INTO reads one snapshot while others write, and leaves out the space of what was deleted.
void back_up_sqlite(Database& database, fs::path const& file) {
    PartialFile partial{file};
    database.administer(
        [&](Connection& connection) { connection.run(both("VACUUM INTO $1"), {partial.path().string()}, {}); });
    require_whole_copy(partial.path());
    partial.keep();
}

void back_up_postgres(Database& database, fs::path const& file) {
    PartialFile partial{file};
    run_postgres_program("pg_dump", database.address(),
                         {"--format=custom", "--no-owner", "--no-privileges", "--file", partial.path().string()});
    partial.keep();
}

void refuse_to_replace(std::string const& what) {
    throw DatabaseError(
        fmt::format("{} holds a database already: stop the server and say --replace, or restore elsewhere", what));
}

// What stands in the old write-ahead log must not be read into the new file; and a server that still runs would be left with
// a file that is gone.
void close_old(std::string const& target) {
    auto const old = connect_sqlite(target, Access::write, {});
    old->script("PRAGMA locking_mode = EXCLUSIVE");
    if (first_text(*old, "PRAGMA journal_mode = DELETE") != "delete")
        throw DatabaseError(fmt::format("somebody still works with {}: stop the server first", target));
}

// The copy stands beside the old database, whole and on the disk, before the old one goes.
void restore_sqlite(std::string const& target, fs::path const& file, Existing existing) {
    require_whole_copy(file);
    bool const there = fs::exists(target) && fs::file_size(target) > 0;
    if (there && existing == Existing::keep) refuse_to_replace(target);
    PartialFile partial{target, Existing::replace};
    fs::copy_file(file, partial.path(), fs::copy_options::overwrite_existing);
    fs::permissions(partial.path(), fs::perms::owner_read | fs::perms::owner_write);
    if (there) close_old(target);
    for (auto const* rest : {"-wal", "-shm"}) fs::remove(target + rest);
    partial.keep();
}

void restore_postgres(std::string const& target, fs::path const& file, Existing existing) {
    if (!fs::is_regular_file(file)) throw DatabaseError(fmt::format("there is no file {}", file.string()));
    bool const there = holds_something(*connect_postgres(target, Access::read));
    if (there && existing == Existing::keep) refuse_to_replace("the target");
    std::vector<std::string> arguments{"--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"};
    if (there) arguments.insert(arguments.end(), {"--clean", "--if-exists"});
    arguments.insert(arguments.end(), {"--dbname", database_name(target), file.string()});
    run_postgres_program("pg_restore", target, arguments);
}

}  // namespace

void back_up(Database& database, fs::path const& file) {
    if (database.dialect() == Dialect::sqlite)
        back_up_sqlite(database, file);
    else
        back_up_postgres(database, file);
}

void restore(std::string const& address, fs::path const& file, Existing existing) {
    auto const target = parsed_address(address);
    if (target.dialect == Dialect::sqlite)
        restore_sqlite(target.target, file, existing);
    else
        restore_postgres(target.target, file, existing);
}

}  // namespace lenkwerk::storage
