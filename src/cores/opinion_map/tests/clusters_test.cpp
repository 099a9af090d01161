#include "cores/opinion_map/clusters.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

namespace lenkwerk::opinion_map {
namespace {

std::vector<Place> any_places() {
    auto const number = rc::gen::map(rc::gen::inRange(-20, 20), [](int i) { return i / 4.0; });
    auto const point = rc::gen::construct<Point>(number, number);
    auto const weight = rc::gen::map(rc::gen::inRange(1, 9), [](int i) { return double(i); });
    auto places = *rc::gen::nonEmpty(rc::gen::container<std::vector<Place>>(rc::gen::construct<Place>(point, weight)));
    std::sort(places.begin(), places.end());
    return places;
}

TEST(Cells, hold_everybody_once_and_all_their_pull) {
    rc::check([] {
        auto const places = any_places();
        auto const most = *rc::gen::inRange<std::size_t>(1, 20);
        std::vector<std::uint32_t> cell_of;
        auto const cells = cells_of(places, most, cell_of);
        RC_ASSERT(cells.size() <= most);
        std::vector<double> people(cells.size(), 0.0), pull(cells.size(), 0.0);
        for (std::size_t i = 0; i < places.size(); ++i) {
            people[cell_of[i]] += 1;
            pull[cell_of[i]] += places[i].weight;
        }
        for (std::size_t c = 0; c < cells.size(); ++c) {
            RC_ASSERT(people[c] == cells[c].people);
            RC_ASSERT(pull[c] == cells[c].weight);
        }
    });
}

TEST(Clusters, cost_less_the_more_centres_there_are) {
    rc::check([] {
        std::vector<std::uint32_t> cell_of;
        auto const cells = cells_of(any_places(), 50, cell_of);
        auto const one = cluster(cells, 1, 3, 1);
        auto const all = cluster(cells, cells.size(), 3, 1);
        RC_ASSERT(one.centers.size() == 1U);
        RC_ASSERT(all.centers.size() <= cells.size());
        RC_ASSERT(all.cost <= one.cost + 1e-9);
    });
}

TEST(Clusters, put_one_centre_at_the_geometric_median) {
    // The middle of three in a row, however far the third is away: a mean would follow it.
    std::vector<Cell> const cells = {{{0, 0}}, {{1, 0}}, {{1000, 0}}};
    auto const found = cluster(cells, 1, 1, 1);
    EXPECT_NEAR(found.centers[0].x, 1, 0.01);
    EXPECT_NEAR(found.centers[0].y, 0, 1e-9);
}

TEST(Clusters, are_numbered_by_their_people) {
    std::vector<Cell> const cells = {{{-5, 0}, 3, 3}, {{5, 0}, 8, 8}};
    auto const found = cluster(cells, 2, 4, 1);
    ASSERT_EQ(found.centers.size(), 2U);
    EXPECT_EQ(found.centers[0], (Point{5, 0}));
}

TEST(Silhouette, is_near_1_for_far_groups_and_within_its_bounds) {
    std::vector<Cell> const cells = {{{-50, 0}, 3, 3}, {{-50, 1}, 2, 2}, {{50, 0}, 4, 4}};
    EXPECT_GT(silhouette(cells, std::vector<Point>{{-50, 0}, {50, 0}}), 0.98);
    rc::check([] {
        std::vector<std::uint32_t> cell_of;
        auto const some = cells_of(any_places(), 50, cell_of);
        auto const width = silhouette(some, cluster(some, 3, 2, 1).centers);
        RC_ASSERT(width >= -1 && width <= 1);
    });
}

TEST(AdjustedRand, is_1_for_the_same_groups_by_other_names) {
    rc::check([] {
        auto const groups =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, 4U)));
        auto renamed = groups;
        for (auto& group : renamed) group = 7 - group;
        RC_ASSERT(adjusted_rand(groups, renamed) == 1.0);
    });
}

// Hubert and Arabie's measure for a case worked by hand: pairs together in both 2, in the first 4, in the second 4, of 15.
TEST(AdjustedRand, agrees_with_a_case_worked_by_hand) {
    std::vector<std::uint32_t> const one = {0, 0, 0, 1, 1, 2};
    std::vector<std::uint32_t> const other = {0, 0, 1, 1, 1, 2};
    auto const expected = 4.0 * 4.0 / 15.0;
    EXPECT_NEAR(adjusted_rand(one, other), (2 - expected) / (4 - expected), 1e-15);
}

}  // namespace
}  // namespace lenkwerk::opinion_map
