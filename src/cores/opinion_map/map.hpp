#pragma once
// The opinion map of a conversation: where its participants stand, which groups there are, what unites and what divides
// them.
#include <optional>
#include <string>
#include <vector>

#include "cores/opinion_map/axes.hpp"
#include "cores/opinion_map/group_votes.hpp"
#include "cores/opinion_map/groups.hpp"
#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map {

// Why a number of the map is missing or weak, as a key with a text for people.
struct Note {
    std::string key;
    std::string text;
    bool operator==(Note const&) const = default;
};

struct Division {
    std::size_t statement = 0;
    double gap = 0;           // largest minus smallest share of agreement among the groups, in [0, 1)
    std::size_t agrees = 0;   // the group that agrees most
    std::size_t opposes = 0;  // and the one that agrees least
    double extremity = 0;     // distance of the statement from the middle of the map
};

struct OpinionMap {
    VoteTable table;
    Axes axes = {};
    std::vector<Point> positions = {};            // by participant
    std::vector<Point> statement_positions = {};  // by statement
    FoundGroups found = {};
    std::optional<Grouping> given =
        {};  // groups known beforehand, where there are any: then all that follows is about them
    std::vector<std::vector<Stand>> stands = {};
    std::vector<double> consensus = {};  // by statement; empty where there is no group
    Majorities majorities = {};
    std::vector<std::vector<Representative>> representatives = {};  // by group
    std::vector<Division> divisive = {};  // widest gap first, all statements not moderated out
    std::vector<double> priorities = {};  // by statement, above 0
    std::vector<Note> notes = {};

    Grouping const& grouping() const { return given ? *given : found.grouping; }
};

struct MapOptions {
    std::size_t resamples = 100;
    std::optional<Grouping> given = {};
};

// The map of a table; `draw_map` with axes takes those of a live state.
OpinionMap draw_map(VoteTable table, MapOptions options);
OpinionMap draw_map(VoteTable table, Axes axes, MapOptions options);

// How urgently a statement should be put to the next voter:
// [(1 - p)(E + 1) a (1 + 8 * 2^(-S / 5))]^2 with p and a the shares of passes and agreement, E the extremity, S the
// votes so far; statements about the conversation itself: 49. (Polis: seldom seen, agreed, telling statements come
// first.)
std::vector<double> priorities(std::vector<Statement> const& statements, std::vector<Tally> const& votes,
                               std::vector<Point> const& statement_positions);

// Where the members of each group stand on average.
std::vector<Point> middles_of_groups(OpinionMap const& map);

// The adjusted Rand index between found and given groups, over those who are in both. Nothing for fewer than two
// people.
std::optional<double> agreement_of_groupings(Grouping const& one, Grouping const& other);

}  // namespace lenkwerk::opinion_map
