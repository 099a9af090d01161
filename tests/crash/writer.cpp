// crash_writer ADDRESS WORD: writes entries, batches and jobs, does the jobs, and says of each entry on the standard output that
// it is kept, until somebody kills it.
#include "ledger.hpp"
#include "platform/audit/chain.hpp"
#include "platform/city.hpp"
#include "platform/jobs/runner.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <thread>

namespace lenkwerk::crash {
namespace {

access::Actor const kActor = access::Actor::system("crash");
SystemClock const kClock;

// One entry with its event and its job; every third time a whole batch beside it.
void write_entry(storage::Database& database, std::string const& word, int number) {
    database.write(kActor, kClock, [&](storage::Transaction& tx) {
        auto const id = tx.insert("INSERT INTO ledger_entries (word) VALUES ($1) RETURNING id", {word});
        for (int line = 0; number % 3 == 0 && line < kBatch; ++line)
            tx.change("INSERT INTO ledger_batches (word, line) VALUES ($1, $2)", {word, line});
        tx.record({"ledger.written", {"entry", id}, "{}", "weil " + word});
        tx.enqueue({"ledger.mark", fmt::format(R"({{"word":"{}"}})", word)});
    });
}

// The mark and the end of the job in one transaction: once, whenever the process dies.
void mark(City& city, Job const& job) {
    city.database().write(kActor, city.clock(), [&](storage::Transaction& tx) {
        tx.change("INSERT INTO ledger_marks (job, word) VALUES ($1, $2)", {job.id, job.payload});
        tx.record({"ledger.marked", {"job", job.id}});
        jobs::done(tx, job);
    });
}

void seal(City& city) {
    city.database().keep(city.clock(), [](storage::Upkeep& upkeep) { return audit::seal(upkeep, Instant{0}); });
}

void run(std::string const& address, std::string const& word) {
    Module ledger{.name = "ledger"};
    ledger.jobs = {{"ledger.mark", mark}};
    City city{storage::Database::open(address), kClock, {ledger}};
    jobs::Runner runner{city};
    runner.start(2);
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 2; ++writer)
        writers.emplace_back([&, writer] {
            for (int number = 0;; ++number) {
                auto const name = fmt::format("{}-{}-{}", word, writer, number);
                write_entry(city.database(), name, number);
                fmt::print("{}\n", name);
                std::fflush(stdout);
                if (number % 10 == 9) seal(city);
            }
        });
    for (auto& writer : writers) writer.join();
}

}  // namespace
}  // namespace lenkwerk::crash

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    lenkwerk::crash::run(argv[1], argv[2]);
}
