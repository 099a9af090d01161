#pragma once
// A command line run inside the test, with what it said and wrote.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "commands/commands.hpp"

namespace lenkwerk::commands::tests {

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

// `arguments` without the program's name. Commands that open a city need modules and are not for here.
inline Ran ran(std::vector<std::string> const& arguments) {
    std::vector<char const*> argv{"lenkwerk"};
    for (auto const& argument : arguments) argv.push_back(argument.c_str());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    auto const code = run(static_cast<int>(argv.size()), argv.data(), nullptr);
    std::fflush(stdout);
    auto out = testing::internal::GetCapturedStdout();
    return {code, std::move(out), testing::internal::GetCapturedStderr()};
}

// A folder that goes with the test.
class Folder {
public:
    Folder() {
        auto const name = std::string(testing::UnitTest::GetInstance()->current_test_info()->name());
        path_ = std::filesystem::temp_directory_path() / ("lenkwerk-" + std::to_string(getpid()) + "-" + name);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    std::string file(std::string const& name, std::string const& content) const {
        std::ofstream(path_ / name, std::ios::binary) << content;
        return path(name);
    }
    std::string path(std::string const& name) const { return (path_ / name).string(); }
    std::string content(std::string const& name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::filesystem::path path_;
};

}  // namespace lenkwerk::commands::tests
