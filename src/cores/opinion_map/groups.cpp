#include "cores/opinion_map/groups.hpp"

#include <algorithm>

#include "cores/opinion_map/stability.hpp"

namespace lenkwerk::opinion_map {
namespace {

constexpr std::size_t kRestarts = 20;
constexpr std::uint64_t kSeed = 26093;
constexpr std::size_t kMostGroups = 5;
constexpr std::size_t kPeopleAGroupMore = 12;

Clustering best_clustering(Crowd const& crowd, std::map<std::size_t, double>& silhouettes) {
    Clustering best = cluster(crowd.cells, 1, 1, kSeed);
    auto widest = -2.0;
    auto const most = std::min({kMostGroups, 2 + crowd.places.size() / kPeopleAGroupMore, crowd.cells.size()});
    for (std::size_t k = 2; k <= most; ++k) {
        auto found = cluster(crowd.cells, k, kRestarts, kSeed);
        if (found.centers.size() < k) continue;
        auto const width = silhouettes[k] = silhouette(crowd.cells, found.centers);
        if (width <= widest) continue;
        widest = width;
        best = std::move(found);
    }
    return best;
}

}  // namespace

std::size_t Grouping::members(std::size_t group) const {
    return static_cast<std::size_t>(std::count(group_of.begin(), group_of.end(), static_cast<std::int32_t>(group)));
}

Crowd crowd_of(VoteTable const& table, std::vector<Point> const& positions, std::vector<std::uint32_t> people) {
    Crowd crowd{std::move(people)};
    auto const place = [&](std::uint32_t person) {
        return Place{positions[person], static_cast<double>(table.votes_of(person).size())};
    };
    std::sort(crowd.people.begin(), crowd.people.end(), [&](auto a, auto b) { return place(a) < place(b); });
    for (auto const person : crowd.people) crowd.places.push_back(place(person));
    crowd.cells = cells_of(crowd.places, kMostCells, crowd.cell_of);
    return crowd;
}

FoundGroups find_groups(VoteTable const& table, std::vector<Point> const& positions, GroupOptions const& options) {
    FoundGroups found;
    found.grouping.group_of.assign(table.participant_count(), kNoGroup);
    auto const crowd = crowd_of(table, positions, active_participants(table));
    if (crowd.people.empty()) return found;
    found.centers = best_clustering(crowd, found.silhouettes).centers;
    for (std::size_t g = 0; g < found.centers.size(); ++g) found.grouping.names.push_back(std::to_string(g));
    for (std::size_t i = 0; i < crowd.people.size(); ++i) {
        found.grouping.group_of[crowd.people[i]] =
            static_cast<std::int32_t>(nearest(found.centers, crowd.places[i].point));
    }
    if (found.centers.size() > 1) found.stability = stability_of(table, crowd, found.centers, options.resamples);
    return found;
}

}  // namespace lenkwerk::opinion_map
