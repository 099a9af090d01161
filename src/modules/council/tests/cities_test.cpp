// The folders of the cities hold together: what one file names, another one has.
#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace lenkwerk::council {
namespace {

using Json = nlohmann::json;
using Keys = std::set<std::string>;

class City : public testing::TestWithParam<std::string> {
protected:
    static Json read(std::string const& file) {
        auto const path = std::filesystem::path(LENKWERK_SOURCE_DIR) / GetParam() / file;
        std::ifstream in(path);
        if (!in) throw std::runtime_error("cannot read " + path.string());
        return Json::parse(in);
    }
    static Keys keys(Json const& list, char const* name = "key") {
        Keys found;
        for (auto const& one : list) EXPECT_TRUE(found.insert(one.at(name)).second) << one.at(name) << " stands twice";
        return found;
    }
    // The numbers of the fields and topics of every plan.
    static Keys numbers() {
        Keys found;
        auto const file = read("plan.json");
        for (auto const& plan : file.at("plans")) {
            found.merge(keys(plan.at("fields"), "number"));
            found.merge(keys(plan.at("topics"), "number"));
        }
        return found;
    }
};

TEST_P(City, has_a_tile_for_every_district) {
    auto const districts = read("districts.json");
    auto const map = read("districts.geojson");
    Keys tiles;
    for (auto const& tile : map.at("features")) tiles.insert(tile.at("properties").at("key"));
    EXPECT_EQ(tiles, keys(districts.at("districts")));
    EXPECT_TRUE(map.at("schematic"));
}

TEST_P(City, has_every_topic_below_one_that_stands_before_it) {
    auto const file = read("plan.json");
    for (auto const& plan : file.at("plans")) {
        auto above = keys(plan.at("fields"), "number");
        for (auto const& topic : plan.at("topics")) {
            EXPECT_TRUE(above.contains(topic.at("parent"))) << topic.at("number");
            above.insert(topic.at("number"));
        }
    }
}

TEST_P(City, has_bodies_for_every_consultation_and_district) {
    auto const bodies = read("bodies.json");
    auto const council = keys(bodies.at("council_bodies"));
    auto const papers = read("papers.json");
    for (auto const& paper : papers.at("papers")) {
        for (auto const& step : paper.value("consultations", Json::array()))
            EXPECT_TRUE(council.contains(step.at("body"))) << step;
    }
    auto const districts = read("districts.json");
    Keys represented;
    for (auto const& body : bodies.at("council_bodies")) {
        if (body.contains("district")) represented.insert(body.at("district"));
    }
    EXPECT_EQ(represented, keys(districts.at("districts")));
}

TEST_P(City, has_activities_with_organisation_topic_district_goal_and_a_last_report_of_their_phase) {
    auto const organisations_file = read("organisations.json"), districts_file = read("districts.json"),
               goals_file = read("goals.json");
    auto const organisations = keys(organisations_file.at("organisations"));
    auto const districts = keys(districts_file.at("districts"));
    auto const goals = keys(goals_file.at("goals"));
    auto const topics = numbers();
    auto const file = read("activities.json");
    keys(file.at("activities"));
    for (auto const& one : file.at("activities")) {
        SCOPED_TRACE(one.at("key").get<std::string>());
        EXPECT_TRUE(one.at("demo"));
        EXPECT_TRUE(topics.contains(one.at("topic")));
        EXPECT_TRUE(organisations.contains(one.at("responsible")));
        for (auto const& key : one.value("collaborators", Json::array()))
            EXPECT_TRUE(organisations.contains(key)) << key;
        for (auto const& key : one.value("districts", Json::array())) EXPECT_TRUE(districts.contains(key)) << key;
        for (auto const& key : one.at("goals")) EXPECT_TRUE(goals.contains(key)) << key;
        auto const& reports = one.at("reports");
        EXPECT_TRUE(reports.empty() || reports.back().at("phase") == one.at("phase"));
        for (auto const& report : reports) EXPECT_TRUE(report.at("phase") != "done" || report.contains("evidence"));
    }
}

// Every folder with a city.json.
std::vector<std::string> cities() {
    std::vector<std::string> found;
    for (auto const* place : {"cities", "tests/cities"}) {
        for (auto const& folder :
             std::filesystem::directory_iterator(std::filesystem::path(LENKWERK_SOURCE_DIR) / place)) {
            if (std::filesystem::exists(folder.path() / "city.json"))
                found.push_back(std::string(place) + "/" + folder.path().filename().string());
        }
    }
    std::ranges::sort(found);
    return found;
}

INSTANTIATE_TEST_SUITE_P(All, City, testing::ValuesIn(cities()),
                         [](auto const& city) { return std::filesystem::path(city.param).filename().string(); });

}  // namespace
}  // namespace lenkwerk::council
