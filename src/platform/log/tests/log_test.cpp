#include "platform/log/log.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <thread>
#include <vector>

namespace lenkwerk::log {
namespace {

class Log : public testing::Test {
protected:
    void SetUp() override {
        send_to([this](std::string const& line) { lines.push_back(line); });
    }
    void TearDown() override {
        send_to([](std::string const&) {});
    }
    nlohmann::json last() const { return nlohmann::json::parse(lines.back()); }
    std::vector<std::string> lines;
};

TEST_F(Log, writes_one_json_object_a_line) {
    warning("job.failed", {{"kind", "plan.remind"}, {"attempt", std::int64_t{3}}, {"seconds", 1.5}, {"parked", true}});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].find('\n'), lines[0].size() - 1);
    EXPECT_EQ(last().at("level"), "warning");
    EXPECT_EQ(last().at("event"), "job.failed");
    EXPECT_EQ(last().at("attempt"), 3);
    EXPECT_EQ(last().at("parked"), true);
    EXPECT_EQ(last().at("time").get<std::string>().size(), 24U);
    EXPECT_FALSE(last().contains("request"));
}

TEST_F(Log, carries_the_request_it_belongs_to) {
    {
        InRequest const outer{"r1"};
        {
            InRequest const inner{"r2"};
            info("x");
            EXPECT_EQ(last().at("request"), "r2");
        }
        info("x");
        EXPECT_EQ(last().at("request"), "r1");
    }
    info("x");
    EXPECT_FALSE(last().contains("request"));
}

TEST_F(Log, no_text_can_break_out_of_its_line) {
    for (std::string const evil : {"a\",\"level\":\"error", "a\nb", "\xff\xfe", "{}", "%v {0}"}) {
        info("x", {{"said", std::string_view{evil}}});
        ASSERT_NO_THROW(last());
        EXPECT_EQ(last().at("level"), "info");
    }
}

TEST(LogToStandardError, keeps_the_lines_of_many_threads_apart) {
    send_to({});
    testing::internal::CaptureStderr();
    {
        std::vector<std::jthread> threads;
        for (std::int64_t thread = 0; thread < 4; ++thread)
            threads.emplace_back([thread] {
                for (std::int64_t line = 0; line < 500; ++line) info("x", {{"thread", thread}, {"line", line}});
            });
    }
    std::istringstream written{testing::internal::GetCapturedStderr()};
    std::vector<std::int64_t> next(4, 0);
    for (std::string line; std::getline(written, line);) {
        auto const read = nlohmann::json::parse(line);
        EXPECT_EQ(read.at("line"), next.at(read.at("thread").get<std::size_t>())++);
    }
    EXPECT_EQ(next, (std::vector<std::int64_t>(4, 500)));
    send_to([](std::string const&) {});
}

}  // namespace
}  // namespace lenkwerk::log
