// Each line that says `refused:` must be refused by the compiler with that sentence; every other line must compile.
#include "platform/storage/transaction.hpp"

namespace lenkwerk::storage {

void accepted(Reader const& reader, Transaction& tx, Upkeep& upkeep) {
    (void)reader.number("SELECT count(*) FROM parks");
    (void)reader.number("  -- don't insert here\n  WITH open AS (SELECT id FROM parks) SELECT count(*) FROM open");
    (void)reader.number("SELECT count(*) FROM parks WHERE name = 'please DELETE''DROP' AND \"update\" = 1 /* ALTER */");
    (void)reader.number("SELECT count(*) FROM parks WHERE updated_at > $1 AND created_by = $2", {1, "x"});
    (void)reader.number({"SELECT 1", "SELECT 2"});
    tx.change("UPDATE parks SET name = $1", {"x"});
    tx.change("WITH old AS (SELECT 1) DELETE FROM parks", {});
    (void)tx.number("SELECT 1");
    upkeep.change("DELETE FROM jobs", {});
}

void a_read_that_changes(Reader const& reader) {
    (void)reader.number("DELETE FROM parks");                                   // refused: a read begins with
    (void)reader.number("INSERT INTO parks (name) VALUES ('x') RETURNING id");  // refused: a read begins with
    (void)reader.number("PRAGMA user_version");                                 // refused: a read begins with
    (void)reader.number("");                                                    // refused: a read begins with
    (void)reader.number("SELECT 1; DROP TABLE parks");                          // refused: must not change anything
    (void)reader.number("WITH x AS (DELETE FROM t RETURNING 1) SELECT 1");      // refused: must not change anything
    (void)reader.number("SELECT id INTO copy FROM parks");                      // refused: must not change anything
    (void)reader.number("SELECT 1 FROM parks FOR update");                      // refused: must not change anything
    (void)reader.number({"SELECT 1", "DELETE FROM parks"});                     // refused: a read begins with
}

void a_change_that_is_none(Transaction& tx) {
    tx.change("SELECT name FROM parks", {});           // refused: this changes nothing
    tx.change("DROP TABLE parks", {});                 // refused: a change begins with
    tx.change("CREATE TABLE parks (id)", {});          // refused: a change begins with
    tx.change({"DELETE FROM parks", "SELECT 1"}, {});  // refused: this changes nothing
}

void a_text_made_at_run_time(Reader const& reader, Transaction& tx, char const* text, std::string const& other) {
    (void)reader.number(text);                             // refused: not a constant expression
    (void)reader.number(other);                            // refused: could not convert
    tx.change(text, {});                                   // refused: not a constant expression
    tx.change(other, {});                                  // refused: could not convert
    (void)reader.number(SqlText{"SELECT 1", "SELECT 1"});  // refused: could not convert
}

void a_write_outside_a_transaction(Reader const& reader, Upkeep& upkeep) {
    reader.change("DELETE FROM parks", {});        // refused: has no member named
    upkeep.record({"parks.closed", {"park", 1}});  // refused: has no member named
}

}  // namespace lenkwerk::storage
