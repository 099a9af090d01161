#include "cores/opinion_map/stability.hpp"

#include <algorithm>
#include <numeric>

#include "cores/opinion_map/random.hpp"

namespace lenkwerk::opinion_map {
namespace {

constexpr std::uint64_t kSeed = 22;
constexpr std::size_t kRestarts = 6;
constexpr double kAffordable = 4e8;          // increments over all resamples: about half a second
constexpr double kIncrementsAPerson = 1500;  // what grouping one person costs, in increments

// How often each person of the crowd was drawn.
std::vector<std::int32_t> drawn_again(std::size_t people, Random& random) {
    std::vector<std::int32_t> times(people, 0);
    for (std::size_t i = 0; i < people; ++i) ++times[random.below(people)];
    return times;
}

double increments_a_resample(VoteTable const& table, Crowd const& crowd) {
    auto pairs = kIncrementsAPerson * static_cast<double>(crowd.people.size());
    for (auto const person : crowd.people) {
        auto const votes = static_cast<double>(table.votes_of(person).size());
        pairs += votes * (votes + 1) / 2;
    }
    auto const statements = static_cast<double>(table.statement_count());
    return pairs + 4 * statements * statements;
}

std::vector<Cell> weighted(Crowd const& crowd, std::vector<std::int32_t> const& times) {
    auto cells = crowd.cells;
    for (auto& cell : cells) cell.people = cell.weight = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        auto& cell = cells[crowd.cell_of[i]];
        cell.people += times[i];
        cell.weight += times[i] * crowd.places[i].weight;
    }
    return cells;
}

std::vector<std::uint32_t> groups_of(std::vector<Point> const& points, std::vector<Point> const& centers) {
    std::vector<std::uint32_t> groups;
    for (auto const point : points) groups.push_back(nearest(centers, point));
    return groups;
}

// The crowd's own part of the table, its rows in the crowd's order.
VoteTable rows_of(VoteTable const& table, Crowd const& crowd) {
    VoteTable part;
    part.statements = table.statements;
    part.participants.resize(crowd.people.size());
    for (auto const person : crowd.people) {
        auto const votes = table.votes_of(person);
        part.marks.insert(part.marks.end(), votes.begin(), votes.end());
        part.row_starts.push_back(part.marks.size());
    }
    return part;
}

class Resampling {
public:
    Resampling(Crowd const& crowd, std::vector<Point> const& centers) : crowd_(crowd), k_(centers.size()) {
        for (auto const& place : crowd.places) points_.push_back(place.point);
        original_ = groups_of(points_, centers);
    }

    // Axes held: the people stand where they stood, some of them several times.
    double with_held_axes(Random& random) const {
        auto const times = drawn_again(crowd_.people.size(), random);
        auto const cells = weighted(crowd_, times);
        auto const found = cluster(cells, k_, kRestarts, random.next());
        return adjusted_rand(original_, groups_of(points_, found.centers));
    }

    // Axes found anew from those drawn: everybody moves.
    double with_refitted_axes(VoteTable const& rows, Block& block, Random& random) const {
        auto const times = drawn_again(crowd_.people.size(), random);
        auto const sums = PairSums::of(rows, times);
        block.forget_images();
        auto const axes = find_axes(scatter_matrix(sums, rows.statements), centers(sums, rows.statements),
                                    crowd_.people.size(), block, kRough);
        auto const points = positions(rows, axes);
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < points.size(); ++i) {
            cells.push_back({points[i], static_cast<double>(times[i]), times[i] * crowd_.places[i].weight});
        }
        auto const found = cluster(cells, k_, kRestarts, random.next());
        return adjusted_rand(original_, groups_of(points, found.centers));
    }

private:
    Crowd const& crowd_;
    std::size_t k_;
    std::vector<Point> points_;
    std::vector<std::uint32_t> original_;
};

Stability summary(std::vector<double> values, bool has_refitted_axes) {
    std::sort(values.begin(), values.end());
    auto const n = values.size();
    auto const mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(n);
    return {mean, values[n / 10], values[n - 1 - n / 10], n, has_refitted_axes};
}

}  // namespace

std::optional<Stability> stability_of(VoteTable const& table, Crowd const& crowd, std::vector<Point> const& centers,
                                      std::size_t resamples) {
    if (resamples == 0) return std::nullopt;
    Random random(kSeed);
    Resampling const resampling(crowd, centers);
    auto const refits = increments_a_resample(table, crowd) * static_cast<double>(resamples) <= kAffordable;
    auto const rows = refits ? rows_of(table, crowd) : VoteTable{};
    Block block;
    std::vector<double> values;
    for (std::size_t i = 0; i < resamples; ++i) {
        values.push_back(refits ? resampling.with_refitted_axes(rows, block, random)
                                : resampling.with_held_axes(random));
    }
    return summary(std::move(values), refits);
}

}  // namespace lenkwerk::opinion_map
