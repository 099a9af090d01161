#include "platform/storage/inspection.hpp"

#include "base/audience.hpp"
#include "platform/storage/columns.hpp"
#include "platform/storage/errors.hpp"

#include <fmt/format.h>

namespace lenkwerk::storage {
namespace {

using Faults = std::vector<std::string>;

void each(Connection& connection, std::string_view sql, EachRow const& row) { connection.stream({sql, sql}, {}, row); }

void inspect_sqlite(Connection& connection, Faults& faults) {
    each(connection, "SELECT integrity_check FROM pragma_integrity_check", [&](Row const& row) {
        if (row.text(0) != "ok") faults.push_back("damaged: " + row.text(0));
    });
    each(connection, "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check", [&](Row const& row) {
        faults.push_back(fmt::format("{} {}: its {} is not there", row.text(0), row.number(1), row.text(2)));
    });
    try {
        connection.script("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
    } catch (DatabaseError const& damaged) {
        faults.push_back(fmt::format("the search index does not fit its documents: {}", damaged.what()));
    }
}

// PostgreSQL believes its foreign keys once they are made; a restore or a superuser may have gone round them.
void inspect_foreign_keys(Connection& connection, Faults& faults) {
    struct Key {
        std::string child, parent, none_is_null, equal;
    };
    std::vector<Key> keys;
    each(connection, R"(
        SELECT k.conrelid::regclass::text, k.confrelid::regclass::text,
               string_agg(format('c.%I IS NOT NULL', a.attname), ' AND '), string_agg(format('p.%I = c.%I', b.attname, a.attname), ' AND ')
        FROM pg_constraint k CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS u (child, parent)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.child
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.parent
        WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
        GROUP BY k.oid, k.conrelid, k.confrelid ORDER BY 1, 2)",
         [&](Row const& row) { keys.push_back({row.text(0), row.text(1), row.text(2), row.text(3)}); });
    for (auto const& key : keys)
        each(connection,
             fmt::format("SELECT count(*) FROM {} c WHERE {} AND NOT EXISTS (SELECT 1 FROM {} p WHERE {})", key.child,
                         key.none_is_null, key.parent, key.equal),
             [&](Row const& row) {
                 if (row.number(0) > 0)
                     faults.push_back(
                         fmt::format("{}: {} rows whose {} is not there", key.child, row.number(0), key.parent));
             });
}

void inspect_postgres(Connection& connection, Faults& faults) {
    each(connection, "SELECT conrelid::regclass::text, conname::text FROM pg_constraint WHERE NOT convalidated",
         [&](Row const& row) {
             faults.push_back(fmt::format("{}: the rule {} was never checked", row.text(0), row.text(1)));
         });
    each(connection, "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid",
         [&](Row const& row) { faults.push_back(fmt::format("the index {} is not valid", row.text(0))); });
    inspect_foreign_keys(connection, faults);
}

void inspect_audiences(Connection& connection, Faults& faults) {
    for (auto const& column : columns_of(connection)) {
        if (column.name != "audience") continue;
        each(connection, fmt::format("SELECT DISTINCT audience FROM \"{}\" WHERE audience IS NOT NULL", column.table),
             [&](Row const& row) {
                 try {
                     (void)row.audience(0);
                 } catch (std::invalid_argument const& wrong) {
                     faults.push_back(fmt::format("{}: {}", column.table, wrong.what()));
                 }
             });
    }
}

}  // namespace

std::vector<std::string> inspect(Database& database) {
    Faults faults;
    database.administer([&](Connection& connection) {
        if (connection.dialect() == Dialect::sqlite)
            inspect_sqlite(connection, faults);
        else
            inspect_postgres(connection, faults);
        inspect_audiences(connection, faults);
    });
    return faults;
}

}  // namespace lenkwerk::storage
