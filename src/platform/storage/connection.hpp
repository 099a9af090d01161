#pragma once
// The port to the two databases; sqlite.cpp and postgres.cpp are its two adapters. Nothing outside platform/storage uses it.
#include "platform/storage/row.hpp"
#include "platform/storage/sql.hpp"
#include "platform/storage/tables.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lenkwerk::storage {

using EachRow = std::function<void(Row const&)>;

// What a connection is for: writing it waits for its turn; reading it sees one moment.
enum class Access { read, write };

// What a statement is about to touch: asked once for each that is prepared (in tests, on SQLite; see ownership.hpp).
struct Touch {
    std::string_view file;   // where the statement stands
    std::string_view table;  // what it touches
    std::string_view view;   // through which view; empty: directly
};
using Guard = std::function<bool(Touch const&)>;

class Connection {
public:
    virtual ~Connection() = default;
    virtual Dialect dialect() const = 0;
    // Runs one prepared (and kept) statement; calls `row` for each row; returns how many rows were changed.
    virtual std::int64_t run(SqlText const& sql, Args const& args, EachRow const& row) = 0;
    // As run(), but rows come as they are found and the text is not kept: for long lists. No other statement may run on
    // this connection inside `row`.
    virtual void stream(SqlText const& sql, Args const& args, EachRow const& row) = 0;
    // Runs several statements without values: migrations, settings of the session.
    virtual void script(std::string_view sql) = 0;

    virtual void begin(Access access) = 0;
    virtual void commit() = 0;
    virtual void roll_back() = 0;
    // Before a commit: tells other processes which tables this transaction changed.
    virtual void announce() = 0;
    // Whether it can be lent again.
    virtual bool is_usable() const = 0;
    // The relations of the schema, but for those that the database keeps for itself.
    virtual std::vector<Relation> relations() = 0;
    // From now on: which tables each statement touches is noted.
    void know(std::shared_ptr<Tables const> tables) { tables_ = std::move(tables); }

    // A new turn: nothing touched yet, and what is seen is not older than `moment` (see TableVersions).
    void start_turn(std::uint64_t moment) { read_.reset(), written_.reset(), moment_ = moment, over_ = false; }
    TableSet const& read() const { return read_; }
    TableSet const& written() const { return written_; }
    std::uint64_t moment() const { return moment_; }
    // What was read until now; nothing was read from here on.
    TableSet take_read() { return std::exchange(read_, {}); }
    void add_read(TableSet const& tables) { read_ |= tables; }
    // After a violated index PostgreSQL refuses everything until the transaction is rolled back; so do we on SQLite, or a
    // command would work on one database and fail on the other.
    bool is_over() const { return over_; }
    void end_turn() { over_ = true; }

protected:
    // What one text touches, worked out when it is prepared.
    struct Touched {
        TableSet read, written;
    };
    Touched touched_by(std::string_view sql) const {
        return tables_ ? Touched{tables_->read_by(sql), tables_->written_by(sql)} : Touched{};
    }
    // A statement that changed no row has written nothing: nobody is woken for it.
    void note(Touched const& touched, std::int64_t changed) {
        read_ |= touched.read;
        if (changed > 0) written_ |= touched.written;
    }
    std::vector<std::string> names_written() const {
        return tables_ ? tables_->names(written_) : std::vector<std::string>{};
    }

private:
    std::shared_ptr<Tables const> tables_;
    TableSet read_, written_;
    std::uint64_t moment_ = 0;
    bool over_ = false;
};

std::unique_ptr<Connection> connect_sqlite(std::string const& path, Access access, Guard guard);
std::unique_ptr<Connection> connect_postgres(std::string const& address, Access access);

}  // namespace lenkwerk::storage
