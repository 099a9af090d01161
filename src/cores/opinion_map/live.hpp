#pragma once
// A conversation while it goes on: every vote changes the exact sums at once, and the axes follow in a few steps.
// The state after any votes is the same to the last bit as that of a table with these votes.
#include <vector>

#include "cores/opinion_map/axes.hpp"
#include "cores/opinion_map/pair_sums.hpp"
#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map {

class LiveMap {
public:
    explicit LiveMap(std::vector<Statement> statements);
    // Continues from stored votes. Participants keep their numbers.
    explicit LiveMap(VoteTable const& table);

    // One vote. A participant's later vote on a statement replaces the earlier one. Participants are numbered without
    // gaps as they arrive; throws where a number is beyond the next one or a statement is unknown. Cost: the
    // participant's own votes plus one row and one column of the scatter matrix.
    void record(std::uint32_t participant, std::uint32_t statement, Vote vote);

    // A new statement, numbered after the others. Cost: the squared number of statements.
    void append(Statement statement);

    // The axes of all votes so far, found from where they were the last time.
    Axes refreshed_axes();

    // The votes as a table; `participants` are the names by number.
    VoteTable table(std::vector<std::string> participants) const;

    PairSums const& sums() const { return sums_; }
    std::vector<double> const& scatter() const { return scatter_; }
    std::size_t participant_count() const { return rows_.size(); }
    std::size_t revotes() const { return revotes_; }

private:
    void refresh_scatter(std::uint32_t statement);

    std::vector<Statement> statements_;
    std::vector<std::vector<Mark>> rows_;  // by participant, ascending by statement
    PairSums sums_;
    std::vector<double> scatter_;
    Block block_;
    std::size_t revotes_ = 0;
};

}  // namespace lenkwerk::opinion_map
