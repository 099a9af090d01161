#include "platform/documents/program.hpp"

#include "platform/documents/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::documents {
namespace {

ProgramEnd shell(TemporaryFolder const& folder, std::string const& script,
                 std::chrono::milliseconds limit = std::chrono::seconds{20}) {
    return run({.path = "/bin/sh",
                .arguments = {"-c", script},
                .folder = folder.path(),
                .time_limit = limit,
                .memory_limit = 200'000'000});
}

TEST(Program, says_how_it_ended_and_its_last_words) {
    TemporaryFolder const folder;
    auto const end = shell(folder, "echo to nobody; echo wrong >&2; exit 3");
    EXPECT_EQ(end.how, ProgramEnd::How::exited);
    EXPECT_EQ(end.code, 3);
    EXPECT_EQ(end.last_words, "wrong\n");
    EXPECT_TRUE(shell(folder, "exit 0").went_well());
    EXPECT_EQ(run({.path = "/no/such/program", .folder = folder.path()}).code, 127);
}

TEST(Program, is_ended_with_all_that_it_started_when_its_time_is_over) {
    TemporaryFolder const folder;
    auto const end =
        shell(folder, "(sleep 30; echo late > late) & echo started >&2; sleep 30", std::chrono::milliseconds{400});
    EXPECT_EQ(end.how, ProgramEnd::How::timed_out);
    EXPECT_EQ(end.last_words, "started\n");
}

TEST(Program, writes_to_its_folder_and_nowhere_else) {
    TemporaryFolder const folder;
    EXPECT_TRUE(shell(folder, "echo $HOME > $TMPDIR/here && test \"$PWD\" = \"$HOME\"").went_well());
    EXPECT_EQ(read_file(folder / "here"), folder.path().string() + "\n");
    if (::geteuid() != 0) GTEST_SKIP() << "only root can give a program less rights than its own";
    EXPECT_TRUE(shell(folder, "test \"$(id -un)\" = nobody").went_well());
    EXPECT_FALSE(shell(folder, "echo x > /etc/lenkwerk-must-not-exist").went_well());
}

TEST(Program, has_no_network_no_new_rights_and_no_open_files_of_ours) {
    TemporaryFolder const folder;
    auto const end = shell(
        folder, "grep -c : /proc/net/dev >&2; grep NoNewPrivs /proc/self/status >&2; ls /proc/self/fd | wc -l >&2");
    EXPECT_TRUE(end.went_well()) << end.last_words;
    // one interface (lo), the flag, and the descriptors 0, 1, 2 and that of ls itself
    EXPECT_EQ(end.last_words, "1\nNoNewPrivs:\t1\n4\n");
}

TEST(Program, gets_no_more_memory_than_it_may_have) {
    TemporaryFolder const folder;
    EXPECT_FALSE(shell(folder, "head -c 400000000 /dev/zero | tail -c 300000000 > /dev/null; exit $?").went_well());
}

TEST(TemporaryFolder, goes_with_all_that_is_in_it) {
    std::filesystem::path path;
    {
        TemporaryFolder const folder;
        path = folder.path();
        write_file(folder / "a", "x");
        EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace lenkwerk::documents
