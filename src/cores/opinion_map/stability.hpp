#pragma once
// How far found groups would come out again had other people of the same kind taken part (bootstrap).
#include <optional>
#include <vector>

#include "cores/opinion_map/groups.hpp"

namespace lenkwerk::opinion_map {

// People on the map in an order that depends on their positions alone, and the cells in which they are grouped.
inline constexpr std::size_t kMostCells = 512;
struct Crowd {
    std::vector<std::uint32_t> people;  // participants
    std::vector<Place> places = {};     // ascending, one a person; the pull is the number of votes
    std::vector<Cell> cells = {};
    std::vector<std::uint32_t> cell_of = {};  // by person
    explicit Crowd(std::vector<std::uint32_t> who) : people(std::move(who)) {}
};
Crowd crowd_of(VoteTable const& table, std::vector<Point> const& positions, std::vector<std::uint32_t> people);

// The adjusted Rand index between the groups of `centers` and those of each resample, found anew with as many groups.
// Each resample finds its axes anew too, unless the votes are so many that this would cost more than a second or so;
// the axes of that many participants hardly move. Nothing for 0 resamples.
std::optional<Stability> stability_of(VoteTable const& table, Crowd const& crowd, std::vector<Point> const& centers,
                                      std::size_t resamples);

}  // namespace lenkwerk::opinion_map
