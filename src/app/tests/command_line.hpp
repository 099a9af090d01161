#pragma once
// The product's own command line in this process, on a database of its own.
#include "app/modules.hpp"
#include "commands/commands.hpp"
#include "platform/audit/chain.hpp"
#include "platform/storage/export.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

namespace lenkwerk::app {

struct Said {
    int code = 0;
    std::string out, err;
};

class CommandLine : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        address = town::empty_database(GetParam());
        folder = std::filesystem::temp_directory_path() / ("lenkwerk_commands_" + std::to_string(::getpid()));
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    // `lenkwerk WORDS… --database ADDRESS`
    Said run(std::vector<std::string> words, std::string const& database) const {
        words.insert(words.begin(), "lenkwerk");
        words.insert(words.end(), {"--database", database});
        std::vector<char const*> arguments;
        for (auto const& word : words) arguments.push_back(word.c_str());
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        Said said{commands::run(static_cast<int>(arguments.size()), arguments.data(), modules), {}, {}};
        std::fflush(stdout);
        said.out = testing::internal::GetCapturedStdout();
        said.err = testing::internal::GetCapturedStderr();
        return said;
    }
    Said run(std::vector<std::string> words) const { return run(std::move(words), address); }
    std::string out(std::vector<std::string> words) const {
        auto const said = run(std::move(words));
        EXPECT_EQ(said.code, 0) << said.err;
        return said.out;
    }

    void set_up_town() const {
        ASSERT_EQ(run({"init", "--city", LENKWERK_SOURCE_DIR "/tests/cities/musterstadt", "--demo"}).code, 0);
    }
    // What the server does every minute.
    void seal() const {
        SystemClock const clock;
        auto const database = storage::Database::open(address);
        while (database->keep(clock, [](storage::Upkeep& upkeep) { return audit::seal(upkeep, Instant{0}); }) > 0) {
        }
    }
    static std::string everything_in(std::string const& database) {
        std::string all;
        storage::export_all(*storage::Database::open(database), [&](std::string const& line) { all += line + "\n"; });
        return all;
    }
    std::string path(std::string const& name) const { return folder / name; }

    std::string address;
    std::filesystem::path folder;
};

}  // namespace lenkwerk::app
