#include "platform/storage/database.hpp"

#include "platform/log/log.hpp"
#include "platform/storage/address.hpp"
#include "platform/storage/errors.hpp"
#include "platform/storage/pool.hpp"

#include <random>
#include <thread>

namespace lenkwerk::storage {
namespace {

// PostgreSQL asks to repeat; with SERIALIZABLE and short transactions a handful of times is much.
constexpr int kMostAttempts = 12;
// A subscriber may record events that others hear; more rounds than this go in a circle.
constexpr std::size_t kMostEvents = 100'000;
constexpr std::size_t kMostPostgresWriters = 8;

// A random span that grows with the attempts, so that two who met do not meet again.
std::chrono::microseconds pause_after(int attempt) {
    thread_local std::minstd_rand random{std::random_device{}()};
    return std::chrono::microseconds{std::uniform_int_distribution<int>{0, 1000 << std::min(attempt, 8)}(random)};
}

// Rolls back unless it was committed. A connection that cannot even do that is closed by the pool.
class Turn {
public:
    Turn(Connection& connection, Access access) : connection_(connection) { connection.begin(access); }
    ~Turn() {
        if (done_) return;
        try {
            connection_.roll_back();
        } catch (DatabaseError const&) {  // is_usable() says no
            log::warning("storage.server_gone_in_a_turn");
        }
    }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;
    void commit() {
        connection_.commit();
        done_ = true;
    }

private:
    Connection& connection_;
    bool done_ = false;
};

// A transaction inside a transaction would wait for itself on SQLite and see half of itself on PostgreSQL.
class OnlyWrite {
public:
    OnlyWrite() {
        if (writing_)
            throw std::logic_error("a transaction was opened inside a transaction: commands take the Transaction");
        writing_ = true;
    }
    ~OnlyWrite() { writing_ = false; }
    OnlyWrite(OnlyWrite const&) = delete;
    OnlyWrite& operator=(OnlyWrite const&) = delete;

private:
    static inline thread_local bool writing_ = false;
};

}  // namespace

struct Database::State {
    State(Address where, DatabaseOptions how) : address(std::move(where)), options(std::move(how)) {}

    Address address;
    DatabaseOptions options;
    Hear hear;
    std::mutex tables_mutex;
    std::shared_ptr<Tables const> tables;
    TableVersions versions;
    KeptReads kept{versions};
    Pool writers{[this] { return connect(Access::write); },
                 address.dialect == Dialect::sqlite ? 1 : kMostPostgresWriters};
    Pool readers{[this] { return connect(Access::read); },
                 options.readers};  // closed first: who writes puts SQLite's log into the file

    std::unique_ptr<Connection> connect(Access access) {
        auto connection = address.dialect == Dialect::sqlite ? connect_sqlite(address.target, access, options.guard)
                                                             : connect_postgres(address.target, access);
        connection->know(tables_known(*connection));
        return connection;
    }

    std::shared_ptr<Tables const> tables_known(Connection& connection) {
        std::lock_guard const lock{tables_mutex};
        if (!tables) tables = std::make_shared<Tables const>(connection.relations());
        return tables;
    }

    struct Begun {
        Pool::Loan loan;
        std::unique_ptr<Turn> turn;
    };
    Begun begin(Pool& pool, Access access) const {
        auto loan = pool.lend();
        loan->start_turn(versions.moment());
        auto turn = std::make_unique<Turn>(*loan, access);
        return {std::move(loan), std::move(turn)};
    }
    // An idle connection does not know that its server was started anew: one more try with a new one.
    Begun begin_surely(Pool& pool, Access access) const {
        try {
            return begin(pool, access);
        } catch (ConnectionLost const&) {
            pool.renew();
        }
        return begin(pool, access);
    }
};

std::unique_ptr<Database> Database::open(std::string const& address, DatabaseOptions options) {
    return std::unique_ptr<Database>(
        new Database(std::make_unique<State>(parsed_address(address), std::move(options))));
}

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {
    auto const writer = state_->writers.lend();  // makes the file where there is none, and fails early
}
Database::~Database() = default;

Dialect Database::dialect() const { return state_->address.dialect; }
std::string const& Database::address() const { return state_->address.target; }
void Database::hear(Hear hear) { state_->hear = std::move(hear); }
TableVersions const& Database::versions() const { return state_->versions; }

TableSet Database::table(std::string_view name) const {
    auto const loan = state_->readers.lend();
    return state_->tables_known(*loan)->named(name);
}

void Database::administer(std::function<void(Connection&)> const& work) {
    OnlyWrite const only;
    auto const loan = state_->writers.lend();
    loan->start_turn(state_->versions.moment());
    work(*loan);
}

void Database::renew() {
    {
        std::lock_guard const lock{state_->tables_mutex};
        state_->tables.reset();
    }
    state_->readers.renew();
    state_->writers.renew();
}

void Database::read_with(std::function<bool(Reader&)> const& work) {
    auto const begun = state_->begin_surely(state_->readers, Access::read);
    Reader reader{*begun.loan, &state_->kept};
    work(reader);
}

void Database::write_with(access::Actor const& actor, Clock const& clock,
                          std::function<bool(Transaction&)> const& work) {
    write_turn([&](Connection& connection) {
        Transaction tx{connection, actor, clock.now()};
        if (!work(tx)) return false;
        finish(tx);
        return true;
    });
}

void Database::keep_with(Clock const& clock, std::function<bool(Upkeep&)> const& work) {
    write_turn([&](Connection& connection) {
        Upkeep upkeep{connection, clock.now()};
        return work(upkeep);
    });
}

void Database::finish(Transaction& tx) {
    for (std::size_t at = 0; state_->hear && at < tx.events().size(); ++at) {
        if (at == kMostEvents) throw std::logic_error("subscribers answer events with events without end");
        auto const event = tx.events()[at];
        state_->hear(tx, event);
    }
    if (tx.changed() && !tx.recorded()) throw std::logic_error("a change without an audit event (law 4)");
}

void Database::write_turn(std::function<bool(Connection&)> const& work) {
    OnlyWrite const only;
    for (int attempt = 1; attempt < kMostAttempts; ++attempt) {
        try {
            write_once(work);
            return;
        } catch (SerialisationFailure const&) {
            std::this_thread::sleep_for(pause_after(attempt));
        }
    }
    write_once(work);
}

void Database::write_once(std::function<bool(Connection&)> const& work) {
    auto const begun = state_->begin_surely(state_->writers, Access::write);
    if (!work(*begun.loan)) return;
    begun.loan->announce();
    begun.turn->commit();
    state_->versions.bump(begun.loan->written());
}

}  // namespace lenkwerk::storage
