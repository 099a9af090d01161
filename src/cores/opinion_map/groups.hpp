#pragma once
// Groups of participants: found on the map, or known beforehand (residents, politics, police, public order office).
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cores/opinion_map/axes.hpp"
#include "cores/opinion_map/clusters.hpp"
#include "cores/opinion_map/positions.hpp"
#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map {

inline constexpr std::int32_t kNoGroup = -1;

struct Grouping {
    std::vector<std::string> names;      // by group
    std::vector<std::int32_t> group_of;  // by participant: an index into names, or kNoGroup
    std::size_t size() const { return names.size(); }
    std::size_t members(std::size_t group) const;
};

// How far the same groups come out again when the participants are drawn anew, with replacement.
struct Stability {
    double mean = 0;     // adjusted Rand index against the groups of all participants, over the resamples
    double lowest = 0;   // a tenth of the resamples lies below
    double highest = 0;  // and a tenth above
    std::size_t resamples = 0;
    bool has_refitted_axes = false;  // false where there are too many votes to find the axes anew each time
};

struct FoundGroups {
    Grouping grouping;
    std::vector<Point> centers;
    std::map<std::size_t, double> silhouettes;  // by number of groups tried
    std::optional<Stability> stability;         // nothing where there is only one group
};

struct GroupOptions {
    std::size_t resamples = 100;
};

// Groups among the active participants: k-medians for k = 2 .. min(5, 2 + active / 12), the k with the widest silhouette.
// Numbered by size. The result depends on the positions only, whatever the order or the names of the participants.
FoundGroups find_groups(VoteTable const& table, std::vector<Point> const& positions, GroupOptions const& options);

}  // namespace lenkwerk::opinion_map
