// The process that writes is killed with SIGKILL at random moments. Afterwards: every acknowledged entry is there, every batch
// is whole, the database and the log are sound, and every job was done once or still waits.
#include "kills.hpp"
#include "ledger.hpp"
#include "platform/audit/chain.hpp"
#include "platform/city.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/log/log.hpp"
#include "platform/storage/inspection.hpp"
#include "process.hpp"
#include "town/world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>
#include <set>

namespace lenkwerk::crash {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

// crash_writer in a process of its own, killed `after` its first word; what it acknowledged.
std::vector<std::string> write_and_die(std::string const& address, std::string const& word,
                                       std::chrono::milliseconds after) {
    Process writer{{LENKWERK_CRASH_WRITER, address, word}};
    writer.read(60s, word);
    writer.read(after);
    writer.kill();
    return writer.lines();
}

class Crash : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        fresh.emplace(ledger_schema(GetParam()), GetParam());
    }

    void expect_all_kept(storage::Database& database, std::set<std::string> const& acknowledged) {
        std::set<std::string> kept;
        database.read([&](storage::Reader const& reader) {
            reader.each("SELECT word FROM ledger_entries", {},
                        [&](storage::Row const& row) { kept.insert(row.text(0)); });
            EXPECT_EQ(
                reader.number(
                    "SELECT count(*) FROM (SELECT word FROM ledger_batches GROUP BY word HAVING count(*) <> $1) b",
                    {kBatch}),
                0);
            EXPECT_EQ(reader.number("SELECT count(*) FROM audit_events WHERE verb = 'ledger.written'"),
                      reader.number("SELECT count(*) FROM ledger_entries"));
        });
        for (auto const& word : acknowledged)
            EXPECT_TRUE(kept.contains(word)) << word << " was acknowledged and is lost";
    }

    static void expect_sound(storage::Database& database) {
        EXPECT_THAT(storage::inspect(database), ElementsAre());
        auto const verdict =
            database.read([](storage::Reader const& reader) { return audit::verify(reader, std::nullopt); });
        EXPECT_THAT(verdict.faults, ElementsAre());
    }

    // Each entry asked for one job: it left its mark, or it is still in the queue.
    static void expect_each_job_once_or_waiting(storage::Database& database) {
        database.read([](storage::Reader const& reader) {
            EXPECT_EQ(reader.number("SELECT count(*) FROM ledger_entries"),
                      reader.number("SELECT count(*) FROM ledger_marks") +
                          reader.number("SELECT count(*) FROM jobs WHERE kind = 'ledger.mark'"));
            EXPECT_EQ(
                reader.number(
                    "SELECT count(*) FROM (SELECT word FROM ledger_marks GROUP BY word HAVING count(*) > 1) twice"),
                0);
        });
    }

    // What the killed ones left: claimed jobs come back when their lease is over.
    void finish_jobs() {
        SetClock clock{SystemClock{}.now() + jobs::kLease + 1min};
        Module ledger{.name = "ledger"};
        ledger.jobs = {
            {"ledger.mark", [](City& city, Job const& job) {
                 city.database().write(access::Actor::system("crash"), city.clock(), [&](storage::Transaction& tx) {
                     tx.change("INSERT INTO ledger_marks (job, word) VALUES ($1, $2)", {job.id, job.payload});
                     tx.record({"ledger.marked", {"job", job.id}});
                     jobs::done(tx, job);
                 });
             }}};
        City city{storage::Database::open(fresh->address()), clock, {ledger}};
        jobs::Runner{city}.run_due();
    }

    std::optional<town::FreshDatabase> fresh;
};
LENKWERK_ON_BOTH_DATABASES(Crash);

TEST_P(Crash, loses_nothing_that_was_acknowledged) {
    int const kills = kills_on(GetParam());
    std::mt19937 random{20261123};
    std::set<std::string> acknowledged;
    for (int kill = 0; kill < kills; ++kill) {
        auto const words = write_and_die(fresh->address(), fmt::format("kill{}", kill),
                                         std::chrono::milliseconds{std::uniform_int_distribution<int>{0, 120}(random)});
        acknowledged.insert(words.begin(), words.end());
        auto const database = storage::Database::open(fresh->address());
        expect_all_kept(*database, acknowledged);
        expect_each_job_once_or_waiting(*database);
        if (kill % 10 == 9 || kill == kills - 1) expect_sound(*database);
        if (HasFailure()) FAIL() << "after kill " << kill + 1;
    }
    EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(kills));
    finish_jobs();
    auto const database = storage::Database::open(fresh->address());
    expect_each_job_once_or_waiting(*database);
    EXPECT_EQ(database->read([](storage::Reader const& reader) {
        return reader.number("SELECT count(*) FROM jobs WHERE kind = 'ledger.mark'");
    }),
              0);
    fmt::print("{} kills, {} entries acknowledged, none lost\n", kills, acknowledged.size());
}

}  // namespace
}  // namespace lenkwerk::crash
