#include "platform/storage/connection.hpp"
#include "platform/storage/errors.hpp"
#include "platform/storage/postgres_result.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <unordered_map>

namespace lenkwerk::storage {
namespace {

constexpr unsigned kByteaType = 17, kInt8Type = 20, kTextType = 25, kFloat8Type = 701;

// A lock that nobody gives back, or a transaction that nobody ends, must not stop the house.
constexpr char const* kSettings = R"(
    SET client_encoding = 'UTF8';
    SET lock_timeout = '5s';
    SET idle_in_transaction_session_timeout = '5min';
    SET extra_float_digits = 1;
    SET bytea_output = 'hex';)";

// Values as libpq wants them. Numbers and texts go as text of a stated type, so that `$1 - 1` counts in BIGINT.
class Parameters {
public:
    explicit Parameters(std::vector<Value> const& values) {
        texts_.reserve(values.size());
        for (auto const& value : values) std::visit(*this, value);
    }

    void operator()(std::nullptr_t) { add(0, nullptr, 0, 0); }
    void operator()(std::int64_t number) { add_text(kInt8Type, fmt::format("{}", number)); }
    void operator()(double number) { add_text(kFloat8Type, fmt::format("{}", number)); }
    void operator()(std::string const& text) {
        if (text.find('\0') != std::string::npos) throw DatabaseError("a text with a null character cannot be stored");
        add(kTextType, text.c_str(), 0, 0);
    }
    void operator()(Bytes const& bytes) {
        add(kByteaType, bytes.content.data(), static_cast<int>(bytes.content.size()), 1);
    }

    int count() const { return static_cast<int>(values_.size()); }
    Oid const* types() const { return types_.data(); }
    char const* const* values() const { return values_.data(); }
    int const* lengths() const { return lengths_.data(); }
    int const* formats() const { return formats_.data(); }
    // Part of a prepared statement's identity: NULL has no type of its own.
    std::string_view signature() const {
        return {reinterpret_cast<char const*>(types_.data()), types_.size() * sizeof(Oid)};
    }

private:
    void add_text(Oid type, std::string text) { add(type, texts_.emplace_back(std::move(text)).c_str(), 0, 0); }
    void add(Oid type, char const* value, int length, int format) {
        types_.push_back(type);
        values_.push_back(value);
        lengths_.push_back(length);
        formats_.push_back(format);
    }

    std::vector<std::string> texts_;
    std::vector<Oid> types_;
    std::vector<char const*> values_;
    std::vector<int> lengths_, formats_;
};

class PostgresConnection final : public Connection {
public:
    PostgresConnection(std::string const& address, Access access) : handle_(PQconnectdb(address.c_str())) {
        if (PQstatus(handle_.get()) != CONNECTION_OK)
            throw ConnectionLost(fmt::format("cannot reach PostgreSQL: {}", PQerrorMessage(handle_.get())));
        PQsetNoticeProcessor(handle_.get(), [](void*, char const*) {}, nullptr);  // hints, for psql's reader
        script(kSettings);
        if (access == Access::read) script("SET default_transaction_read_only = on");
    }

    Dialect dialect() const override { return Dialect::postgres; }

    std::int64_t run(SqlText const& sql, Args const& args, EachRow const& row) override {
        Parameters const parameters{args.values()};
        auto const& kept = prepared(sql.postgres, parameters);
        PostgresResult const result{PQexecPrepared(handle_.get(), kept.name.c_str(), parameters.count(),
                                                   parameters.values(), parameters.lengths(), parameters.formats(), 0)};
        expect_success(handle_.get(), result.get(), sql.postgres);
        give(result.get(), sql.postgres, row);
        note(kept.touched, changed(result.get()));
        return changed(result.get());
    }

    void stream(SqlText const& sql, Args const& args, EachRow const& row) override;

    void script(std::string_view sql) override {
        PostgresResult const result{PQexec(handle_.get(), std::string(sql).c_str())};
        expect_success(handle_.get(), result.get(), sql);
    }

    // A reader sees one moment without ever having to wait or to repeat; only writers need SERIALIZABLE.
    void begin(Access access) override {
        script(access == Access::write ? "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
                                       : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    // After a failed statement COMMIT answers ROLLBACK, without an error of its own.
    void commit() override {
        PostgresResult const result{PQexec(handle_.get(), "COMMIT")};
        expect_success(handle_.get(), result.get(), "COMMIT");
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
            throw DatabaseError("PostgreSQL rolled back instead of committing: a statement had failed before");
    }
    void roll_back() override {
        if (PQtransactionStatus(handle_.get()) != PQTRANS_IDLE) script("ROLLBACK");
    }
    void announce() override {
        auto const names = names_written();
        if (names.empty()) return;
        run({"", "SELECT pg_notify('lenkwerk_tables', $1)"}, {fmt::format("{}", fmt::join(names, " "))}, {});
    }
    bool is_usable() const override {
        return PQstatus(handle_.get()) == CONNECTION_OK && PQtransactionStatus(handle_.get()) == PQTRANS_IDLE;
    }

    std::vector<Relation> relations() override;

private:
    struct Finish {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    struct Kept {
        std::string name;
        Touched touched;
    };

    Kept const& prepared(std::string_view sql, Parameters const& parameters) {
        auto const key = fmt::format("{}\n{}", parameters.signature(), sql);
        if (auto const found = kept_.find(key); found != kept_.end()) return found->second;
        auto const name = fmt::format("s{}", kept_.size());
        PostgresResult const result{
            PQprepare(handle_.get(), name.c_str(), std::string(sql).c_str(), parameters.count(), parameters.types())};
        expect_success(handle_.get(), result.get(), sql);
        return kept_.try_emplace(key, Kept{name, touched_by(sql)}).first->second;
    }

    static void give(PGresult const* result, std::string_view sql, EachRow const& row) {
        if (!row) return;
        for (int at = 0; at < PQntuples(result); ++at) row(PostgresRow{result, at, sql});
    }
    static std::int64_t changed(PGresult* result) {
        bool const reads = std::string_view(PQcmdStatus(result)).substr(0, 6) == "SELECT";
        std::string_view const count = PQcmdTuples(result);
        return reads || count.empty() ? 0 : std::stoll(std::string(count));
    }

    std::unique_ptr<PGconn, Finish> handle_;
    std::unordered_map<std::string, Kept> kept_;
};

// Whatever is left of a stream that was not read to its end is thrown away, so that the next statement may run.
class RestOfStream {
public:
    explicit RestOfStream(PGconn* handle) : handle_(handle) {}
    ~RestOfStream() {
        while (PostgresResult{PQgetResult(handle_)} != nullptr) {
        }
    }
    RestOfStream(RestOfStream const&) = delete;
    RestOfStream& operator=(RestOfStream const&) = delete;

private:
    PGconn* handle_;
};

void PostgresConnection::stream(SqlText const& sql, Args const& args, EachRow const& row) {
    note(touched_by(sql.postgres), 0);
    Parameters const parameters{args.values()};
    auto* const handle = handle_.get();
    bool const sent =
        PQsendQueryParams(handle, std::string(sql.postgres).c_str(), parameters.count(), parameters.types(),
                          parameters.values(), parameters.lengths(), parameters.formats(), 0) == 1;
    if (!sent) throw ConnectionLost(fmt::format("PostgreSQL: {}", PQerrorMessage(handle)));
    PQsetSingleRowMode(handle);
    RestOfStream const rest{handle};
    while (PostgresResult const result{PQgetResult(handle)}) {
        expect_success(handle, result.get(), sql.postgres);
        give(result.get(), sql.postgres, row);
    }
}

std::vector<Relation> PostgresConnection::relations() {
    std::vector<Relation> found;
    run({"", R"(SELECT c.relname::text, CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid) ELSE '' END
                FROM pg_class c WHERE c.relkind IN ('r', 'v') AND c.relnamespace = current_schema()::regnamespace)"},
        {}, [&](Row const& row) { found.push_back({row.text(0), row.text(1)}); });
    std::unordered_map<std::string, std::vector<std::string>> cascades;
    run({"", R"(SELECT confrelid::regclass::text, conrelid::regclass::text FROM pg_constraint
                WHERE contype = 'f' AND confdeltype IN ('c', 'n', 'd') AND connamespace = current_schema()::regnamespace)"},
        {}, [&](Row const& row) { cascades[row.text(0)].push_back(row.text(1)); });
    for (auto& relation : found) relation.cascades_to = cascades[relation.name];
    return found;
}

}  // namespace

std::unique_ptr<Connection> connect_postgres(std::string const& address, Access access) {
    return std::make_unique<PostgresConnection>(address, access);
}

}  // namespace lenkwerk::storage
