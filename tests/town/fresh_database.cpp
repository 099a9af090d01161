#include "town/fresh_database.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>

namespace lenkwerk::town {
namespace {

std::string next_name() {
    static std::atomic<int> count = 0;
    return fmt::format("lenkwerk_test_{}_{}", ::getpid(), ++count);
}

std::string server() {
    auto const* address = std::getenv("LENKWERK_TEST_POSTGRES");
    if (address == nullptr)
        throw std::runtime_error("LENKWERK_TEST_POSTGRES is not set: run under tools/with_postgres");
    return address;
}

// The same server, another database: the last dbname of a connection string wins.
std::string on_server(std::string const& database) {
    auto const address = server();
    if (address.find("://") == std::string::npos) return fmt::format("{} dbname={}", address, database);
    auto const query = address.find('?');
    auto const slash = address.find('/', address.find("://") + 3);
    return address.substr(0, std::min(slash, query)) + "/" + database +
           (query == std::string::npos ? "" : address.substr(query));
}

void command(std::string const& text) {
    std::unique_ptr<PGconn, void (*)(PGconn*)> const connection{PQconnectdb(server().c_str()), &PQfinish};
    std::unique_ptr<PGresult, void (*)(PGresult*)> const result{PQexec(connection.get(), text.c_str()), &PQclear};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        throw std::runtime_error(fmt::format("{}: {}", text, PQerrorMessage(connection.get())));
}

std::string folder() {
    auto const path = std::filesystem::temp_directory_path() / fmt::format("lenkwerk_test_{}", ::getpid());
    std::filesystem::create_directories(path);
    return path;
}

std::string file_of(std::string const& name) { return folder() + "/" + name + ".db"; }

void remove_database(Dialect dialect, std::string const& name) {
    if (dialect == Dialect::postgres) return command(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name));
    for (auto const* part : {"", "-wal", "-shm"}) std::filesystem::remove(file_of(name) + part);
}

// Everything this program made and has not removed itself goes when its tests are over: not when the program ends, because by
// then the libraries that a connection needs may be gone.
class Leftovers final : public testing::Environment {
public:
    void TearDown() override {
        for (auto const& [dialect, name] : names_) remove_database(dialect, name);
        std::filesystem::remove_all(folder());
    }
    void add(Dialect dialect, std::string const& name) { names_.emplace_back(dialect, name); }
    static Leftovers& all() {
        static auto* const leftovers = static_cast<Leftovers*>(testing::AddGlobalTestEnvironment(new Leftovers));
        return *leftovers;
    }

private:
    std::vector<std::pair<Dialect, std::string>> names_;
};

std::string address_of(Dialect dialect, std::string const& name) {
    return dialect == Dialect::sqlite ? "sqlite:" + file_of(name) : on_server(name);
}

void make(Dialect dialect, std::string const& name, std::string const& pattern) {
    if (dialect == Dialect::postgres)
        return command(fmt::format("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, pattern));
    std::filesystem::copy_file(file_of(pattern), file_of(name));
}

// The name of a database with this schema, from which the tests' own are copied.
std::string pattern_with(storage::Schema const& schema, Dialect dialect) {
    static std::map<std::string, std::string> made;
    std::string key{storage::word(dialect)};
    for (auto const* part : {&schema.migrations, &schema.views})
        for (auto const& file : *part) key += file.owner + file.name + file.checksum;
    if (auto const found = made.find(key); found != made.end()) return found->second;
    auto const name = next_name();
    Leftovers::all().add(dialect, name);
    if (dialect == Dialect::postgres) make(dialect, name, "template0");
    auto const database = storage::Database::open(address_of(dialect, name));
    storage::migrate(*database, schema, SetClock{{0}});
    return made[key] = name;
}

}  // namespace

bool has_postgres() { return std::getenv("LENKWERK_TEST_POSTGRES") != nullptr; }

FreshDatabase::FreshDatabase(storage::Schema const& schema, Dialect dialect)
    : dialect_(dialect), name_(next_name()), address_(address_of(dialect, name_)) {
    make(dialect, name_, pattern_with(schema, dialect));
}

FreshDatabase::~FreshDatabase() { remove_database(dialect_, name_); }

std::string empty_database(Dialect dialect) {
    auto const name = next_name();
    Leftovers::all().add(dialect, name);
    if (dialect == Dialect::postgres) make(dialect, name, "template0");
    return address_of(dialect, name);
}

}  // namespace lenkwerk::town
