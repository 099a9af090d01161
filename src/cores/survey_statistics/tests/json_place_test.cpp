#include "cores/survey_statistics/json_place.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

namespace lenkwerk::survey_statistics {
namespace {

constexpr std::string_view kJson = R"({
  "title": "a } in a \"text\"",
  "items": [{"name": "x"}, {"name": "y",
    "scale": {"1": "yes, \\", "n\u00e4": 2}}]
})";

TEST(JsonPlace, is_where_the_member_or_the_entry_begins) {
    EXPECT_EQ(place_in(kJson, {}), (TextPlace{1, 1}));
    EXPECT_EQ(place_in(kJson, {"title"}), (TextPlace{2, 3}));
    EXPECT_EQ(place_in(kJson, {"items", "1"}), (TextPlace{3, 28}));
    EXPECT_EQ(place_in(kJson, {"items", "1", "scale", "nä"}), (TextPlace{4, 31}));
}

TEST(JsonPlace, of_a_member_that_is_not_there_is_that_of_the_deepest_that_is) {
    EXPECT_EQ(place_in(kJson, {"items", "1", "label"}), place_in(kJson, {"items", "1"}));
    EXPECT_EQ(place_in(kJson, {"items", "7"}), place_in(kJson, {"items"}));
    EXPECT_EQ(place_in("\xEF\xBB\xBF{\"a\": 1}", {"a"}), (TextPlace{1, 5}));
    EXPECT_EQ(place_in("3", {"a"}), (TextPlace{1, 1}));
}

// Whatever the names, the place found begins with the name as JSON writes it.
RC_GTEST_PROP(JsonPlace, begins_with_the_name, (std::vector<std::string> const& names)) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (auto const& name : names) {
        std::string letters;
        for (auto const letter : name) letters += static_cast<char>(letter & 0x7F);
        json[letters] = {{"[", "]}\""}, {"k", {1, 2, {{"deep", name.size()}}}}};
    }
    auto const text = json.dump(2);
    for (auto const& [name, value] : json.items()) {
        auto const place = place_in(text, {name});
        std::size_t at = 0;
        for (std::size_t line = 1; line < place.line; ++line) at = text.find('\n', at) + 1;
        auto const written = nlohmann::json(name).dump();
        RC_ASSERT(text.substr(at + place.column - 1, written.size()) == written);
    }
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
