#include "cores/opinion_map/map.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "cores/opinion_map/json.hpp"
#include "cores/opinion_map/picture.hpp"
#include "cores/opinion_map/random.hpp"
#include "cores/opinion_map/tests/conversations.hpp"

namespace lenkwerk::opinion_map::tests {
namespace {

bool has_note(OpinionMap const& map, std::string_view key) {
    return std::any_of(map.notes.begin(), map.notes.end(), [&](Note const& note) { return note.key == key; });
}

void expect_finite(nlohmann::json const& value) {
    if (value.is_number_float()) RC_ASSERT(std::isfinite(value.get<double>()));
    if (value.is_structured()) {
        for (auto const& part : value) expect_finite(part);
    }
}

TEST(OpinionMap, holds_no_number_that_is_none) {
    rc::check([] {
        auto const map = draw_map(table_of(*any_lines()), {2});
        expect_finite(to_json(map));
        RC_ASSERT(map.found.stability.has_value() || has_note(map, "opinion_map.no_groups"));
    });
}

TEST(OpinionMap, has_consensus_and_gaps_within_0_and_1_and_priorities_above_0) {
    rc::check([] {
        auto const map = draw_map(table_of(*any_lines()), {0});
        for (auto const value : map.consensus) RC_ASSERT(value > 0 && value < 1);
        for (auto const& one : map.divisive) RC_ASSERT(one.gap >= 0 && one.gap < 1);
        for (auto const value : map.priorities) RC_ASSERT(value > 0);
    });
}

TEST(OpinionMap, has_orthonormal_axes_of_falling_variance) {
    rc::check([] {
        auto const axes = draw_map(table_of(*any_lines()), {0}).axes;
        auto const dot = [&](std::size_t a, std::size_t b) {
            double sum = 0;
            for (std::size_t j = 0; j < axes.center.size(); ++j) sum += axes.components[a][j] * axes.components[b][j];
            return sum;
        };
        RC_ASSERT(axes.variances[0] >= axes.variances[1]);
        RC_ASSERT(std::abs(dot(0, 1)) < 1e-9);
        for (std::size_t axis = 0; axis < axes.defined; ++axis) RC_ASSERT(std::abs(dot(axis, axis) - 1) < 1e-9);
        for (std::size_t axis = axes.defined; axis < kAxes; ++axis) RC_ASSERT(dot(axis, axis) == 0);
    });
}

TEST(OpinionMap, warns_of_known_groups_so_small_that_single_people_show) {
    std::vector<Line> lines;
    for (int i = 0; i < 12; ++i) lines.push_back({std::to_string(i), "a", i % 2 == 0 ? Vote::agree : Vote::disagree});
    auto const with_smaller_group_of = [&](int people) {
        Grouping given{{"residents", "police"}, std::vector<std::int32_t>(12, 0)};
        for (int i = 0; i < people; ++i) given.group_of[static_cast<std::size_t>(i)] = 1;
        return draw_map(table_of(lines), {0, given});
    };
    EXPECT_TRUE(has_note(with_smaller_group_of(4), "opinion_map.group_small"));
    EXPECT_FALSE(has_note(with_smaller_group_of(5), "opinion_map.group_small"));
}

TEST(OpinionMap, of_people_who_all_agree_says_that_it_has_no_axes) {
    auto const map = draw_map(table_of({{"1", "a", Vote::agree}, {"2", "a", Vote::agree}}), {10});
    EXPECT_TRUE(has_note(map, "opinion_map.axes_undefined"));
    EXPECT_TRUE(has_note(map, "opinion_map.no_groups"));
    EXPECT_EQ(map.positions[0], Point{});
    EXPECT_FALSE(map.found.stability);
}

TEST(OpinionMap, of_one_person_is_a_map) {
    auto const map = draw_map(table_of({{"1", "a", Vote::agree}}), {10});
    EXPECT_EQ(map.found.grouping.group_of, std::vector<std::int32_t>{0});
}

// Two camps of ten that differ on every statement but the last; one vote in twelve is a pass.
std::vector<Line> two_camps() {
    Random random(7);
    std::vector<Line> lines;
    for (int person = 0; person < 20; ++person) {
        auto const camp = person % 2 == 0 ? Vote::agree : Vote::disagree;
        for (int statement = 0; statement < 30; ++statement) {
            lines.push_back(
                {std::to_string(person), std::to_string(statement), random.below(12) == 0 ? Vote::pass : camp});
        }
        lines.push_back({std::to_string(person), "30", Vote::agree});
    }
    return lines;
}

TEST(OpinionMap, finds_two_camps_again_in_every_resample) {
    auto const map = draw_map(table_of(two_camps()), {50});
    EXPECT_EQ(map.found.grouping.size(), 2U);
    EXPECT_EQ(map.found.stability->mean, 1.0);
    EXPECT_TRUE(map.found.stability->has_refitted_axes);
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_EQ(map.found.grouping.group_of[i] == map.found.grouping.group_of[0], i % 2 == 0);
    }
}

TEST(OpinionMap, names_what_unites_and_what_divides) {
    auto const map = draw_map(table_of(two_camps()), {0});
    auto const united = std::max_element(map.consensus.begin(), map.consensus.end()) - map.consensus.begin();
    EXPECT_EQ(map.table.statements[static_cast<std::size_t>(united)].id, "30");
    EXPECT_EQ(map.divisive.back().statement, static_cast<std::size_t>(united));
    EXPECT_GT(map.divisive.front().gap, 0.6);
}

TEST(OpinionMap, shows_known_groups_beside_the_found_ones) {
    auto const table = table_of(two_camps());
    Grouping institutions{{"police", "residents"}, std::vector<std::int32_t>(20, kNoGroup)};
    for (std::size_t i = 0; i < 16; ++i) institutions.group_of[i] = i < 8 ? 0 : 1;
    auto const json = to_json(draw_map(table, {0, institutions}));
    EXPECT_EQ(json["k"], 2);
    EXPECT_EQ(json["group_of"]["3"], "police");
    EXPECT_FALSE(json["group_of"].contains("17"));
    EXPECT_EQ(json["found"]["group_of"].size(), 20U);
    EXPECT_NEAR(json["found"]["adjusted_rand_with_given"], 0, 0.1);
}

TEST(OpinionMap, offers_statements_about_the_conversation_early) {
    auto table = table_of(two_camps());
    table.statements[3].is_meta = true;
    EXPECT_EQ(draw_map(std::move(table), {0}).priorities[3], 49);
}

TEST(OpinionMap, lets_statements_taken_out_shape_nothing_but_their_counts) {
    auto table = table_of(two_camps());
    table.statements[0].is_moderated_out = true;
    auto const map = draw_map(std::move(table), {0});
    EXPECT_NEAR(map.axes.components[0][0], 0, 1e-15);
    for (auto const& one : map.divisive) EXPECT_NE(one.statement, 0U);
    for (auto const& group : map.representatives) {
        for (auto const& one : group) EXPECT_NE(one.statement, 0U);
    }
    EXPECT_GT(map.stands[0][0].tally.seen, 0);
}

TEST(OpinionMap, is_told_to_be_descriptive_only) {
    auto const map = draw_map(table_of(two_camps()), {0});
    EXPECT_EQ(to_json(map)["descriptive_only"], kDescriptiveOnly);
    EXPECT_NE(picture(map, {}).find(PictureWords{}.descriptive), std::string::npos);
}

TEST(Picture, shows_texts_as_texts) {
    auto table = table_of(two_camps());
    for (auto& statement : table.statements) statement.text = "<b>\"&\x01";
    auto const svg = picture(draw_map(std::move(table), {0}), {});
    EXPECT_EQ(svg.find("<b>"), std::string::npos);
    EXPECT_EQ(svg.find('\x01'), std::string::npos);
    EXPECT_NE(svg.find("&lt;b&gt;&quot;&amp;"), std::string::npos);
}

}  // namespace
}  // namespace lenkwerk::opinion_map::tests
