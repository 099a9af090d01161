#include "cores/opinion_map/positions.hpp"

#include <algorithm>
#include <cmath>

namespace lenkwerk::opinion_map {
namespace {

constexpr std::size_t kEnoughVotes = 7;
constexpr std::size_t kFewestPeople = 15;

// What each vote adds to a position, by Mark::code().
std::vector<Point> steps(VoteTable const& table, Axes const& axes) {
    std::vector<Point> result(4 * table.statement_count());
    for (std::uint32_t j = 0; j < table.statement_count(); ++j) {
        if (table.statements[j].is_moderated_out) continue;
        for (auto const vote : {Vote::disagree, Vote::pass, Vote::agree}) {
            auto const distance = static_cast<int>(vote) - axes.center[j];
            result[Mark(j, vote).code()] = {distance * axes.components[0][j], distance * axes.components[1][j]};
        }
    }
    return result;
}

std::size_t votes_needed(VoteTable const& table) {
    std::vector<std::size_t> counts;
    for (std::size_t i = 0; i < table.participant_count(); ++i) counts.push_back(table.votes_of(i).size());
    auto const enough = std::min(kEnoughVotes, table.statement_count());
    auto const active = std::count_if(counts.begin(), counts.end(), [&](auto votes) { return votes >= enough; });
    if (static_cast<std::size_t>(active) >= kFewestPeople || counts.empty()) return enough;
    auto const rank = static_cast<std::ptrdiff_t>(std::min(kFewestPeople, counts.size()) - 1);
    std::nth_element(counts.begin(), counts.begin() + rank, counts.end(), std::greater<>{});
    return std::min(enough, counts[static_cast<std::size_t>(rank)]);
}

}  // namespace

std::vector<Point> positions(VoteTable const& table, Axes const& axes) {
    auto const step = steps(table, axes);
    auto const is_out = [](Statement const& statement) { return statement.is_moderated_out; };
    auto const all = static_cast<double>(table.statement_count());
    auto const passed_by_all = std::count_if(table.statements.begin(), table.statements.end(), is_out);
    std::vector<Point> result(table.participant_count());
    for (std::size_t i = 0; i < result.size(); ++i) {
        auto votes = passed_by_all;
        auto& point = result[i];
        for (auto const mark : table.votes_of(i)) {
            point.x += step[mark.code()].x;
            point.y += step[mark.code()].y;
            votes += !table.statements[mark.statement()].is_moderated_out;
        }
        auto const scale = std::sqrt(all / static_cast<double>(std::max<std::ptrdiff_t>(votes, 1)));
        point = {point.x * scale, point.y * scale};
    }
    return result;
}

std::vector<Point> statement_positions(Axes const& axes) {
    auto const scale = std::sqrt(static_cast<double>(axes.center.size()));
    std::vector<Point> result;
    for (std::size_t j = 0; j < axes.center.size(); ++j) {
        auto const agreeing = (1 - axes.center[j]) * scale;
        result.push_back({agreeing * axes.components[0][j], agreeing * axes.components[1][j]});
    }
    return result;
}

double distance_from_middle(Point point) { return std::hypot(point.x, point.y); }

std::vector<std::uint32_t> active_participants(VoteTable const& table) {
    auto const needed = votes_needed(table);
    std::vector<std::uint32_t> active;
    for (std::uint32_t i = 0; i < table.participant_count(); ++i) {
        if (table.votes_of(i).size() >= needed) active.push_back(i);
    }
    return active;
}

}  // namespace lenkwerk::opinion_map
