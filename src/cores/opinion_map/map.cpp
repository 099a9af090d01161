#include "cores/opinion_map/map.hpp"

#include <algorithm>
#include <cmath>

namespace lenkwerk::opinion_map {
namespace {

constexpr double kMetaPriority = 49;
constexpr double kCloseVariances = 0.98;
constexpr std::size_t kFewestToHideAmong = 5;

std::vector<Division> divisions(OpinionMap const& map) {
    std::vector<Division> result;
    if (map.stands.size() < 2) return result;
    for (std::size_t j = 0; j < map.table.statement_count(); ++j) {
        if (map.table.statements[j].is_moderated_out) continue;
        Division one{j, 0, 0, 0, distance_from_middle(map.statement_positions[j])};
        for (std::size_t g = 0; g < map.stands.size(); ++g) {
            auto const share = map.stands[g][j].agree_share;
            if (share > map.stands[one.agrees][j].agree_share) one.agrees = g;
            if (share < map.stands[one.opposes][j].agree_share) one.opposes = g;
        }
        one.gap = map.stands[one.agrees][j].agree_share - map.stands[one.opposes][j].agree_share;
        result.push_back(one);
    }
    std::stable_sort(result.begin(), result.end(), [](auto const& a, auto const& b) { return a.gap > b.gap; });
    return result;
}

// Names of the given groups in which single people could be told from the shares.
std::string small_given_groups(OpinionMap const& map) {
    std::string names;
    for (std::size_t g = 0; map.given && g < map.given->size(); ++g) {
        if (map.given->members(g) < kFewestToHideAmong) names += (names.empty() ? "" : ", ") + map.given->names[g];
    }
    return names;
}

std::vector<Note> notes_on(OpinionMap const& map) {
    std::vector<Note> notes;
    auto const add = [&](std::string key, std::string text) { notes.push_back({std::move(key), std::move(text)}); };
    if (map.axes.defined == 0) {
        add("opinion_map.axes_undefined",
            "The votes do not differ between people: there is no axis, all stand in the middle.");
    } else if (map.axes.defined == 1) {
        add("opinion_map.second_axis_undefined",
            "The votes differ in one direction only: the second axis is 0 for all.");
    } else if (map.axes.next_variance > kCloseVariances * map.axes.variances[1]) {
        add("opinion_map.second_axis_undetermined",
            "A third direction carries nearly as much difference as the second axis: a few more votes may turn the "
            "map.");
    }
    if (map.found.grouping.size() < 2) {
        add("opinion_map.no_groups",
            "Too few people with enough votes, or all at one place: no groups were looked for, "
            "so there is no stability and nothing that divides groups.");
    }
    if (auto const small = small_given_groups(map); !small.empty()) {
        add("opinion_map.group_small",
            small +
                ": a given group of fewer than five people. Its shares tell how single people voted; merge it with "
                "another before the map is published.");
    }
    return notes;
}

}  // namespace

std::vector<double> priorities(std::vector<Statement> const& statements, std::vector<Tally> const& votes,
                               std::vector<Point> const& statement_positions) {
    std::vector<double> result;
    for (std::size_t j = 0; j < statements.size(); ++j) {
        auto const& [agree, disagree, seen] = votes[j];
        auto const interest = (1 - share(seen - agree - disagree, seen)) *
                              (distance_from_middle(statement_positions[j]) + 1) * share(agree, seen);
        auto const priority = interest * (1 + 8 * std::exp2(-seen / 5.0));
        result.push_back(statements[j].is_meta ? kMetaPriority : priority * priority);
    }
    return result;
}

std::optional<double> agreement_of_groupings(Grouping const& one, Grouping const& other) {
    std::vector<std::uint32_t> first, second;
    for (std::size_t i = 0; i < one.group_of.size(); ++i) {
        if (one.group_of[i] == kNoGroup || other.group_of[i] == kNoGroup) continue;
        first.push_back(static_cast<std::uint32_t>(one.group_of[i]));
        second.push_back(static_cast<std::uint32_t>(other.group_of[i]));
    }
    if (first.size() < 2) return std::nullopt;
    return adjusted_rand(first, second);
}

std::vector<Point> middles_of_groups(OpinionMap const& map) {
    auto const& grouping = map.grouping();
    std::vector<Point> middles(grouping.size());
    std::vector<double> members(grouping.size(), 0.0);
    for (std::size_t i = 0; i < map.positions.size(); ++i) {
        if (grouping.group_of[i] == kNoGroup) continue;
        auto const g = static_cast<std::size_t>(grouping.group_of[i]);
        middles[g].x += map.positions[i].x;
        middles[g].y += map.positions[i].y;
        members[g] += 1;
    }
    for (std::size_t g = 0; g < middles.size(); ++g) {
        if (members[g] > 0) middles[g] = {middles[g].x / members[g], middles[g].y / members[g]};
    }
    return middles;
}

OpinionMap draw_map(VoteTable table, Axes axes, MapOptions options) {
    OpinionMap map{std::move(table), std::move(axes)};
    map.positions = positions(map.table, map.axes);
    map.statement_positions = statement_positions(map.axes);
    map.found = find_groups(map.table, map.positions, {options.resamples});
    map.given = std::move(options.given);
    auto const votes = tallies(map.table, map.grouping());
    map.stands = stands(votes);
    map.consensus = consensus(votes, map.table.statement_count());
    map.majorities = majorities(map.table);
    map.representatives = representatives(map.table, map.stands);
    map.divisive = divisions(map);
    map.priorities =
        priorities(map.table.statements, total(votes, map.table.statement_count()), map.statement_positions);
    map.notes = notes_on(map);
    return map;
}

OpinionMap draw_map(VoteTable table, MapOptions options) {
    auto axes = find_axes(PairSums::of(table), table.statements, table.participant_count());
    return draw_map(std::move(table), std::move(axes), std::move(options));
}

}  // namespace lenkwerk::opinion_map
