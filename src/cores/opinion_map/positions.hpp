#pragma once
// Where participants and statements stand on the map.
#include <cstdint>
#include <vector>

#include "cores/opinion_map/axes.hpp"
#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map {

struct Point {
    double x = 0;
    double y = 0;
    auto operator<=>(Point const&) const = default;
};

// Each participant's position: the sum over the votes cast of (vote - mean) * component, times sqrt(statements /
// votes), so that someone with few votes is not drawn to the middle. A statement that was moderated out counts as
// passed by everybody.
std::vector<Point> positions(VoteTable const& table, Axes const& axes);

// Where someone would stand who agreed with this one statement only; its distance from the middle is its extremity.
std::vector<Point> statement_positions(Axes const& axes);
double distance_from_middle(Point point);

// The participants whose votes are enough to be grouped: at least min(7, statements) votes; if they are fewer than 15,
// all who voted at least as often as the fifteenth most active one.
std::vector<std::uint32_t> active_participants(VoteTable const& table);

}  // namespace lenkwerk::opinion_map
