#pragma once
// What groups think of statements: votes by group, how far each statement stands for a group, what all groups share.
// The z values compare groups that were made from the same votes: they describe, they do not test (see
// docs/api/opinions.md).
#include <cstdint>
#include <optional>
#include <vector>

#include "cores/opinion_map/groups.hpp"
#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map {

struct Tally {
    std::int32_t agree = 0;
    std::int32_t disagree = 0;
    std::int32_t seen = 0;  // passes included
    Tally& operator+=(Tally const& other);
    bool operator==(Tally const&) const = default;
};

// By group, then by statement.
using Tallies = std::vector<std::vector<Tally>>;
Tallies tallies(VoteTable const& table, Grouping const& grouping);
// By statement, over everybody who voted; over the groups only.
std::vector<Tally> total(VoteTable const& table);
std::vector<Tally> total(Tallies const& tallies, std::size_t statements);

// One group's stand on one statement, beside that of all other groups together.
struct Stand {
    Tally tally;
    double agree_share = 0;     // (agree + 1) / (seen + 2)
    double disagree_share = 0;  // (disagree + 1) / (seen + 2)
    double agree_test = 0;      // z of the share of agreement against one half
    double disagree_test = 0;
    double agree_ratio = 0;  // the group's share over that of the others
    double disagree_ratio = 0;
    double agree_ratio_test = 0;  // z of the difference of the two shares
    double disagree_ratio_test = 0;
};
std::vector<std::vector<Stand>> stands(Tallies const& tallies);

double share(std::int32_t successes, std::int32_t trials);
// 2 sqrt(n + 1) ((s + 1) / (n + 1) - 1/2)
double proportion_test(std::int32_t successes, std::int32_t trials);
// Two proportions, pooled, one added to every count; 0 where all agree.
double two_proportions_test(std::int32_t successes, std::int32_t trials, std::int32_t other_successes,
                            std::int32_t other_trials);
inline constexpr double kZ90 = 1.2816;

// Group-informed consensus by statement: the product of the groups' shares of agreement, in (0, 1).
// High only where every group agrees, however small it is. Nothing for no groups.
std::vector<double> consensus(Tallies const& tallies, std::size_t statements);

// A statement for which many of those who saw it voted one way.
struct Majority {
    std::size_t statement = 0;
    std::int32_t successes = 0;
    std::int32_t trials = 0;
    double share = 0;
    double test = 0;
};
struct Majorities {
    std::vector<Majority> agree;
    std::vector<Majority> disagree;
};
// Over everybody: share above one half, z above kZ90; at most five each, by share times z.
Majorities majorities(VoteTable const& table);

struct Representative {
    std::size_t statement = 0;
    Majority votes;
    double ratio = 0;
    double ratio_test = 0;
    Vote direction = Vote::agree;
    std::optional<std::int32_t> best_agree;  // votes in agreement, where this is the statement the group most agrees on
};
// By group at most five statements that stand for it, agreement first.
std::vector<std::vector<Representative>> representatives(VoteTable const& table,
                                                         std::vector<std::vector<Stand>> const& stands);

}  // namespace lenkwerk::opinion_map
