// docs/api: it names every route of the API and no other, and its examples answer what they show.
#include "app/modules.hpp"
#include "platform/web/router.hpp"
#include "town/browsers.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace lenkwerk::app {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

std::map<std::string, Lines> const& files() {
    static auto const read = [] {
        std::map<std::string, Lines> found;
        for (auto const& entry : std::filesystem::directory_iterator(LENKWERK_SOURCE_DIR "/docs/api")) {
            auto& lines = found[entry.path().filename().string()];
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);) lines.push_back(line);
        }
        return found;
    }();
    return read;
}

// "GET /api/v1/plans/{id}" of what stands between backquotes.
std::set<std::string> named_routes() {
    std::set<std::string> found;
    for (auto const& [file, lines] : files())
        for (auto const& line : lines)
            for (auto open = line.find('`'); open != std::string::npos;) {
                auto const close = std::min(line.find('`', open + 1), line.size());
                auto const quoted = line.substr(open + 1, close - open - 1);
                if (quoted.starts_with("GET /api/v1/") || quoted.starts_with("POST /api/v1/")) found.insert(quoted);
                open = close < line.size() ? line.find('`', close + 1) : std::string::npos;
            }
    return found;
}

// A line `curl …/api/v1/…` that reads, and the block of JSON below it.
struct Example {
    std::string where, address, shown;
};

std::string block_below(Lines const& lines, std::size_t from) {
    auto line = std::find(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(), "```json");
    std::string text;
    while (line != lines.end() && ++line != lines.end() && *line != "```") text += *line + "\n";
    return text;
}

constexpr std::string_view kServer = "http://localhost:8080";

// The address that a line asks for; empty where it asks for nothing, or sends something.
std::string address_in(std::string const& line) {
    auto const at = line.find(kServer);
    bool const reads = line.starts_with("curl ") && line.find(" -") > at;
    if (!reads || at == std::string::npos) return "";
    auto const from = at + kServer.size();
    return line.substr(from, std::min(line.find_first_of("' ", from), line.size()) - from);
}

std::vector<Example> examples() {
    std::vector<Example> found;
    for (auto const& [file, lines] : files())
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (auto const address = address_in(lines[i]); !address.empty())
                found.push_back({fmt::format("{}, line {}", file, i + 1), address, block_below(lines, i)});
    return found;
}

bool is_alike(json const& shown, json const& answer) {
    return shown.is_null() || answer.is_null() || std::string_view(shown.type_name()) == answer.type_name();
}

// What the answer lacks of what is shown: every key, and of every shown element of a list one like it.
Lines missing(json const& shown, json const& answer, std::string const& path) {
    if (!is_alike(shown, answer)) return {fmt::format("{} is {}", path, answer.type_name())};
    Lines found;
    auto const take = [&](Lines const& more) { found.insert(found.end(), more.begin(), more.end()); };
    if (shown.is_object() && answer.is_object())
        for (auto const& [key, value] : shown.items())
            take(answer.contains(key) ? missing(value, answer[key], path + "." + key) : Lines{path + "." + key});
    if (shown.is_array() && answer.is_array())
        for (auto const& element : shown) {
            auto const has = [&](json const& one) { return missing(element, one, path).empty(); };
            if (std::any_of(answer.begin(), answer.end(), has)) continue;
            take(answer.empty() ? Lines{path + "[]"} : missing(element, answer.front(), path + "[]"));
        }
    return found;
}

class ApiDocumentation : public town::StoreTest {};
LENKWERK_ON_BOTH_DATABASES(ApiDocumentation);

TEST(ApiDocumentationText, names_every_route_and_no_other) {
    std::set<std::string> routes;
    for (auto const& module : modules())
        for (auto const& route : module.routes)
            if (route.pattern.starts_with("/api/v1/"))
                routes.insert(fmt::format("{} {}", web::word(route.method), route.pattern));
    EXPECT_THAT(named_routes(), testing::ContainerEq(routes));
}

TEST(ApiDocumentationText, tells_an_answer_that_lacks_something) {
    json const shown{{"id", 1}, {"list", {{{"name", "a"}}}}};
    EXPECT_TRUE(missing(shown, {{"id", 7}, {"more", 1}, {"list", {{{"x", 1}}, {{"name", nullptr}}}}}, "").empty());
    EXPECT_EQ(missing(shown, {{"id", 7}, {"list", {{{"x", 1}}}}}, ""), (Lines{".list[].name"}));
    EXPECT_EQ(missing(shown, {{"id", "7"}, {"list", json::array()}}, ""), (Lines{".id is string", ".list[]"}));
}

TEST_P(ApiDocumentation, shows_what_the_api_answers) {
    town::World world{GetParam(), modules()};
    SeedFolder folder{LENKWERK_SOURCE_DIR "/tests/cities/musterstadt", Day::of(2026, 11, 23)};
    folder.with_demo = true;
    world.write(access::Actor::system("test:plant"), [&](storage::Transaction& tx) {
        for (auto const& module : world.city().modules())
            for (auto const& seed : module.seeds) seed.plant(tx, folder);
    });
    town::Browsers browsers{world.city()};
    EXPECT_GE(examples().size(), 15U);
    for (auto const& example : examples()) {
        auto const answer = browsers.visitor().get(example.address);
        ASSERT_EQ(answer.status, 200) << example.where << ": " << example.address;
        auto const shown = json::parse(example.shown, nullptr, false);
        ASSERT_FALSE(shown.is_discarded()) << example.where << ": no JSON stands below it";
        EXPECT_THAT(missing(shown, json::parse(answer.body), ""), testing::IsEmpty()) << example.where;
    }
}

}  // namespace
}  // namespace lenkwerk::app
