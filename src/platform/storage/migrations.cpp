#include "platform/storage/migrations.hpp"

#include "platform/storage/errors.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace lenkwerk::storage {
namespace {

using Ran = std::map<std::pair<std::string, std::string>, std::string>;  // owner and name → checksum

constexpr SqlText both(std::string_view sql) { return {sql, sql}; }

constexpr std::string_view kLedger = R"(
    CREATE TABLE IF NOT EXISTS migrations (
        owner      TEXT NOT NULL,
        name       TEXT NOT NULL,
        checksum   TEXT NOT NULL,
        applied_at BIGINT NOT NULL,
        PRIMARY KEY (owner, name)
    );)";
constexpr SqlText kLedgerExists{"SELECT 1 FROM sqlite_schema WHERE name = 'migrations'",
                                "SELECT 1 WHERE to_regclass('migrations') IS NOT NULL"};

Ran already_run(Connection& connection) {
    Ran ran;
    bool exists = false;
    connection.run(kLedgerExists, {}, [&](Row const&) { exists = true; });
    if (!exists) return ran;
    connection.run(both("SELECT owner, name, checksum FROM migrations"), {},
                   [&](Row const& row) { ran[{row.text(0), row.text(1)}] = row.text(2); });
    return ran;
}

// Migrations that are still to run; refuses what cannot be repaired by running more of them.
std::vector<Migration> missing(Schema const& schema, Ran ran) {
    std::vector<Migration> found;
    for (auto const& migration : schema.migrations) {
        auto const node = ran.extract({migration.owner, migration.name});
        if (node.empty()) {
            found.push_back(migration);
        } else if (node.mapped() != migration.checksum) {
            throw WrongSchema(
                fmt::format("the migration {}/{} was changed after it ran here: restore the file, and write what "
                            "shall change as a new migration",
                            migration.owner, migration.name));
        }
    }
    for (auto const& [key, checksum] : ran)
        if (key.second != "views.sql")
            throw WrongSchema(
                fmt::format("the database is newer than this program (it has {}/{}): run the newer program", key.first,
                            key.second));
    return found;
}

bool views_are_current(Schema const& schema, Ran const& ran) {
    std::size_t count = 0;
    for (auto const& [key, checksum] : ran) count += key.second == "views.sql" ? 1 : 0;
    return count == schema.views.size() &&
           std::all_of(schema.views.begin(), schema.views.end(), [&](auto const& views) {
               auto const found = ran.find({views.owner, views.name});
               return found != ran.end() && found->second == views.checksum;
           });
}

// SQLite enforces foreign keys only outside of the transaction that rebuilds a table: off while it runs, and checked at its end.
class InTransaction {
public:
    explicit InTransaction(Connection& connection) : connection_(connection) {
        if (sqlite()) connection_.script("PRAGMA foreign_keys = OFF");
        connection_.begin(Access::write);
    }
    ~InTransaction() {
        connection_.roll_back();
        if (sqlite()) connection_.script("PRAGMA foreign_keys = ON");
    }
    InTransaction(InTransaction const&) = delete;
    InTransaction& operator=(InTransaction const&) = delete;
    void commit(std::string const& name) {
        if (sqlite())
            connection_.run(both("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"), {}, [&](Row const& row) {
                throw DatabaseError(
                    fmt::format("{} leaves rows in {} whose foreign key leads nowhere", name, row.text(0)));
            });
        connection_.commit();
    }

private:
    bool sqlite() const { return connection_.dialect() == Dialect::sqlite; }
    Connection& connection_;
};

void note(Connection& connection, Migration const& migration, Instant now) {
    connection.run(both("INSERT INTO migrations (owner, name, checksum, applied_at) VALUES ($1, $2, $3, $4)"),
                   {migration.owner, migration.name, migration.checksum, now}, {});
}

void run_one(Connection& connection, Migration const& migration, Instant now) {
    InTransaction transaction{connection};
    connection.script(migration.sql);
    note(connection, migration, now);
    transaction.commit(migration.owner + "/" + migration.name);
}

std::vector<std::string> views_in(Connection& connection) {
    std::vector<std::string> names;
    for (auto const& relation : connection.relations())
        if (!relation.view_definition.empty()) names.push_back(relation.name);
    return names;
}

// Views stand on tables and on each other, so all go before a table changes, and come again in NEEDS order.
void drop_views(Connection& connection) {
    InTransaction transaction{connection};
    for (auto const& name : views_in(connection))
        connection.script(fmt::format("DROP VIEW IF EXISTS \"{}\"{}", name,
                                      connection.dialect() == Dialect::postgres ? " CASCADE" : ""));
    connection.run(both("DELETE FROM migrations WHERE name = 'views.sql'"), {}, {});
    transaction.commit("dropping the views");
}

void make_views(Connection& connection, Schema const& schema, Instant now) {
    InTransaction transaction{connection};
    for (auto const& views : schema.views) {
        connection.script(views.sql);
        note(connection, views, now);
    }
    transaction.commit("making the views");
}

// Two servers that start at the same time migrate one after the other. (SQLite has one writer anyway.)
void wait_for_others(Connection& connection) {
    if (connection.dialect() == Dialect::postgres) connection.script("SELECT pg_advisory_lock(7265837)");
}
void let_others(Connection& connection) {
    if (connection.dialect() == Dialect::postgres) connection.script("SELECT pg_advisory_unlock(7265837)");
}

std::vector<std::string> migrate(Connection& connection, Schema const& schema, Instant now) {
    connection.script(kLedger);
    auto const ran = already_run(connection);
    auto const open = missing(schema, ran);
    if (open.empty() && views_are_current(schema, ran)) return {};
    drop_views(connection);
    std::vector<std::string> names;
    for (auto const& migration : open) {
        run_one(connection, migration, now);
        names.push_back(migration.owner + "/" + migration.name);
    }
    make_views(connection, schema, now);
    return names;
}

}  // namespace

std::vector<std::string> migrate(Database& database, Schema const& schema, Clock const& clock) {
    std::vector<std::string> names;
    database.administer([&](Connection& connection) {
        wait_for_others(connection);
        names = migrate(connection, schema, clock.now());
        let_others(connection);
    });
    database.renew();
    return names;
}

void require_current(Database& database, Schema const& schema) {
    database.administer([&](Connection& connection) {
        auto const ran = already_run(connection);
        auto const open = missing(schema, ran);
        if (open.empty() && views_are_current(schema, ran)) return;
        throw WrongSchema(
            fmt::format("the database has an older schema ({} migrations are to run{}): stop the server, run "
                        "`lenkwerk backup`, then `lenkwerk migrate`",
                        open.size(), open.empty() ? ", the views have changed" : ""));
    });
}

}  // namespace lenkwerk::storage
