// The product's own server is killed with SIGKILL while two people send forms. Afterwards: everything that was answered with
// 303 is there, what was not answered and is sent again is there once, and database and log are sound.
#include "client.hpp"
#include "command_line.hpp"
#include "kills.hpp"
#include "process.hpp"

#include "town/world.hpp"

#include <fmt/format.h>

#include <mutex>
#include <random>
#include <set>
#include <thread>

namespace lenkwerk::crash {
namespace {

using namespace std::chrono_literals;

std::uint16_t port_of(Process const& server) {
    for (auto const& line : server.lines())
        if (auto const at = line.rfind(':'); line.find("answers on") != std::string::npos)
            return static_cast<std::uint16_t>(std::stoi(line.substr(at + 1)));
    throw std::runtime_error("the server does not say where it answers");
}

// What was sent and answered, and what was sent when the server died.
struct Ledger {
    std::mutex mutex;
    std::set<std::string> acknowledged;
    std::vector<std::pair<std::string, std::string>> unanswered;  // name and form
};

class ServerCrash : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        address = town::empty_database(GetParam());
        ASSERT_EQ(run({"init", "--city", LENKWERK_SOURCE_DIR "/tests/cities/musterstadt", "--demo"}, address), 0);
    }

    std::unique_ptr<Process> serve() const {
        auto server = std::make_unique<Process>(
            std::vector<std::string>{LENKWERK_PROGRAM, "serve", "--port", "0", "--database", address});
        if (!server->read(60s, "answers on")) throw std::runtime_error("the server does not start");
        return server;
    }

    // Until the server dies.
    void send_forms(std::uint16_t port, std::string const& name) {
        Client person = office;
        for (int number = 0;; ++number) {
            auto const organisation = fmt::format("{} {}", name, number);
            auto const form = person.organisation_form(port, organisation);
            if (!form) return;
            auto const status = person.post(port, "/organisationen", *form).status;
            std::lock_guard const lock{ledger.mutex};
            if (status == 0) ledger.unanswered.emplace_back(organisation, *form);
            if (status == 303) ledger.acknowledged.insert(organisation);
            EXPECT_TRUE(status == 303 || status == 0) << organisation << " was answered with " << status;
            if (status != 303) return;
        }
    }

    void kill_while_writing(int kill, std::chrono::milliseconds after) {
        auto const server = serve();
        auto const port = port_of(*server);
        if (kill == 0) {
            EXPECT_TRUE(office.sign_in(port, "geschaeftsstelle@example.org", "Lenkwerk zeigt sich"));
        }
        send_again(port);
        std::vector<std::thread> people;
        for (int person = 0; person < 2; ++person)
            people.emplace_back([&, person] { send_forms(port, fmt::format("Verein {}-{}", kill, person)); });
        std::this_thread::sleep_for(after);
        server->kill();
        for (auto& person : people) person.join();
    }

    // A browser whose server was gone sends its form again, under the same key.
    void send_again(std::uint16_t port) {
        for (auto const& [name, form] : std::exchange(ledger.unanswered, {})) {
            EXPECT_EQ(office.post(port, "/organisationen", form).status, 303) << name;
            ledger.acknowledged.insert(name);
        }
    }

    void expect_all_kept() {
        std::multiset<std::string> kept;
        auto const database = storage::Database::open(address);
        database->read([&](storage::Reader const& reader) {
            reader.each("SELECT name FROM people_organisations", {},
                        [&](storage::Row const& row) { kept.insert(row.text(0)); });
            EXPECT_EQ(reader.number("SELECT count(*) FROM audit_events WHERE verb = 'people.organisation_added'"),
                      static_cast<std::int64_t>(kept.size()));
        });
        for (auto const& name : ledger.acknowledged) EXPECT_EQ(kept.count(name), 1U) << name;
    }

    std::string address;
    Client office;
    Ledger ledger;
};
LENKWERK_ON_BOTH_DATABASES(ServerCrash);

TEST_P(ServerCrash, loses_nothing_that_was_answered_and_does_nothing_twice) {
    int const kills = kills_on(GetParam());
    std::mt19937 random{4711};
    for (int kill = 0; kill < kills; ++kill) {
        kill_while_writing(kill, std::chrono::milliseconds{std::uniform_int_distribution<int>{10, 300}(random)});
        expect_all_kept();
        if (kill % 10 == 9 || kill == kills - 1) {
            EXPECT_EQ(run({"check"}, address), 0);
            EXPECT_EQ(run({"audit", "verify"}, address), 0);
        }
        if (HasFailure()) FAIL() << "after kill " << kill + 1;
    }
    EXPECT_GE(ledger.acknowledged.size(), static_cast<std::size_t>(kills) / 2);
    fmt::print("{} kills of the server, {} forms answered, none lost, none twice\n", kills, ledger.acknowledged.size());
}

}  // namespace
}  // namespace lenkwerk::crash
