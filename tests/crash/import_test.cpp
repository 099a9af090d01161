// The import of a council paper is killed with SIGKILL at a random moment. Afterwards the paper is there with its plan, sequence
// and budget, or nothing of it is; imported again it is there once.
#include "command_line.hpp"
#include "kills.hpp"
#include "process.hpp"

#include "town/world.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace lenkwerk::crash {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

// Rows of every table in which an import leaves something.
using Rows = std::vector<std::int64_t>;

class ImportCrash : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        address = town::empty_database(GetParam());
        ASSERT_EQ(run({"init", "--city", LENKWERK_SOURCE_DIR "/tests/cities/musterstadt"}, address), 0);
    }
    void TearDown() override { fs::remove(file); }

    // Papers that differ in their number, so that each import has all its work to do.
    void write_paper(int number) const {
        std::ostringstream text;
        text << std::ifstream(LENKWERK_SOURCE_DIR "/tests/papers/0417-24.txt", std::ios::binary).rdbuf();
        auto paper = text.str();
        for (std::size_t at = 0; (at = paper.find("0417-24", at)) != std::string::npos; at += 7)
            paper.replace(at, 7, fmt::format("{:04}-25", number));
        std::ofstream(file, std::ios::binary) << paper;
    }

    Rows rows() const {
        Rows found;
        storage::Database::open(address)->read([&](storage::Reader const& reader) {
            found = {reader.number("SELECT count(*) FROM council_papers"),
                     reader.number("SELECT count(*) FROM council_consultations"),
                     reader.number("SELECT count(*) FROM council_readings"),
                     reader.number("SELECT count(*) FROM plan_plans"),
                     reader.number("SELECT count(*) FROM plan_topics"),
                     reader.number("SELECT count(*) FROM plan_topic_versions"),
                     reader.number("SELECT count(*) FROM budget_amounts"),
                     reader.number("SELECT count(*) FROM search_documents"),
                     reader.number("SELECT count(*) FROM audit_events")};
        });
        return found;
    }

    // How long an import takes that nobody disturbs.
    std::chrono::milliseconds import_whole() const {
        auto const start = std::chrono::steady_clock::now();
        Process importer{{LENKWERK_PROGRAM, "import", "paper", file, "--database", address}};
        importer.read(60s);
        return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    }
    void import_and_die(std::chrono::milliseconds after) const {
        Process importer{{LENKWERK_PROGRAM, "import", "paper", file, "--database", address}};
        importer.read(after);
        importer.kill();
    }

    std::string address;
    std::string file = fs::temp_directory_path() / fmt::format("lenkwerk_crash_paper_{}.txt", ::getpid());
};
LENKWERK_ON_BOTH_DATABASES(ImportCrash);

// What `imports` papers leave, given what was there before and after the first one.
Rows expected(Rows const& before, Rows const& one, int imports) {
    Rows all = before;
    for (std::size_t table = 0; table < all.size(); ++table) all[table] += imports * (one[table] - before[table]);
    return all;
}

TEST_P(ImportCrash, stores_a_paper_whole_or_not_at_all) {
    auto const before = rows();
    write_paper(0);
    auto const whole = import_whole();
    auto const one = rows();
    ASSERT_EQ(one[0], before[0] + 1);
    int const kills = kills_on(GetParam());
    int cut_off = 0;
    // The transaction stands at the end, after the start of the program. A kill that came too late lets the next one come sooner
    // and the other way round: so the moments find the transaction on any machine, however slow its first import was.
    std::chrono::duration<double> commit = whole;
    std::mt19937 random{2609322};
    for (int kill = 1; kill <= kills; ++kill) {
        write_paper(kill);
        std::uniform_real_distribution moment{0.5, 1.1};
        import_and_die(std::chrono::ceil<std::chrono::milliseconds>(commit * moment(random)));
        auto const is_stored = rows()[0] == before[0] + kill + 1;
        ASSERT_EQ(rows(), expected(before, one, is_stored ? kill + 1 : kill)) << "after kill " << kill;
        commit *= is_stored ? 0.8 : 1.25;
        if (is_stored) continue;
        ++cut_off;
        ASSERT_EQ(run({"import", "paper", file}, address), 0);
        ASSERT_EQ(rows(), expected(before, one, kill + 1)) << "imported again after kill " << kill;
    }
    EXPECT_TRUE(cut_off > 0 || kills < 20) << "no kill came before the end: the moments are badly chosen";
    EXPECT_EQ(run({"check"}, address), 0);
    EXPECT_EQ(run({"audit", "verify"}, address), 0);
    fmt::print("{} kills of an import, {} before its end: each paper whole or not there\n", kills, cut_off);
}

}  // namespace
}  // namespace lenkwerk::crash
