#include "sample.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <latch>
#include <thread>

namespace lenkwerk::storage::tests {
namespace {

namespace fs = std::filesystem;

// What a city copies is one file; and how long the start takes after a power cut is how long the log is.
class SqliteLog : public testing::Test {
protected:
    town::FreshDatabase fresh{sample_schema(Dialect::sqlite), Dialect::sqlite};
    std::string const file = fresh.address().substr(std::string_view{"sqlite:"}.size());

    static void plant(Database& database, int number) {
        database.write(town::office(), SetClock{{0}}, [&](Transaction& tx) {
            tx.insert("INSERT INTO parks (name, audience) VALUES ($1, $2) RETURNING id",
                      {fmt::format("Park {}", number), Audience::everyone()});
            tx.record({"parks.opened", {"park", number}});
        });
    }
    std::uintmax_t log_pages() const { return fs::file_size(file + "-wal") / 4096; }
};

TEST_F(SqliteLog, is_in_the_file_when_the_database_is_closed) {
    {
        auto const database = Database::open(fresh.address());
        plant(*database, 1);
        EXPECT_EQ(database->read([](Reader const& reader) { return reader.number("SELECT count(*) FROM parks"); }), 1);
        EXPECT_TRUE(fs::exists(file + "-wal"));
    }
    EXPECT_FALSE(fs::exists(file + "-wal"));
    EXPECT_FALSE(fs::exists(file + "-shm"));
}

// Two who read in turns, so that at every moment one of them does.
TEST_F(SqliteLog, stays_short_while_somebody_always_reads) {
    auto const database = Database::open(fresh.address());
    std::atomic<int> begun = 0;
    std::atomic<bool> over = false;
    auto const read = [&](int turn) {
        for (; !over; turn += 2) {
            while (begun < turn && !over) std::this_thread::yield();
            database->read([&](Reader const& reader) {
                (void)reader.number("SELECT count(*) FROM parks");
                ++begun;
                while (begun <= turn + 1 && !over) std::this_thread::yield();  // until the other one reads
            });
        }
    };
    std::thread one{read, 0}, two{read, 1};
    std::uintmax_t longest = 0;
    for (int number = 0; number < 5000; ++number) {
        plant(*database, number);
        longest = std::max(longest, log_pages());
    }
    over = true;
    one.join();
    two.join();
    EXPECT_GT(longest, 1000U);
    EXPECT_LT(longest, 13'000U);  // of 19,000; twice the readers may not let go in time
}

TEST_F(SqliteLog, waits_only_a_moment_for_somebody_who_reads_for_long) {
    auto const database = Database::open(fresh.address());
    std::latch reads{1}, written{1};
    std::thread long_reader{[&] {
        database->read([&](Reader const& reader) {
            EXPECT_EQ(reader.number("SELECT count(*) FROM parks"), 0);
            reads.count_down();
            written.wait();
            EXPECT_EQ(reader.number("SELECT count(*) FROM parks"), 0);
        });
    }};
    reads.wait();
    for (int number = 0; number < 2000; ++number) plant(*database, number);
    auto const grown = log_pages();
    written.count_down();
    long_reader.join();
    EXPECT_GT(grown, 4500U);
    plant(*database, 2000);
    EXPECT_EQ(database->read([](Reader const& reader) { return reader.number("SELECT count(*) FROM parks"); }), 2001);
}

}  // namespace
}  // namespace lenkwerk::storage::tests
