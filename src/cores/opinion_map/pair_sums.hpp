#pragma once
// Exact whole-number sums over the participants for every pair of statements: all that the axes of a map depend on.
//
// With x = vote (+1, 0, -1) and s = 1 where a vote was cast, both 0 where not, and c_j = sum x_j / sum s_j the mean
// vote, filling gaps with the mean and centring turns a gap into exactly 0, so that the scatter of statements j and l
// is
//   sum s_j s_l (x_j - c_j)(x_l - c_l) = XX - c_l XS - c_j SX + c_j c_l SS.
// The sums are integers: they do not depend on the order of participants, and a vote can be added and taken back
// exactly.
#include <cstdint>
#include <vector>

#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map {

class PairSums {
public:
    PairSums() = default;
    explicit PairSums(std::size_t statements);
    // Cost: the squared number of votes of each participant. Up to 2^31 - 1 participants.
    static PairSums of(VoteTable const& table);
    // The same with each participant counted `weights[i]` times (a resample).
    static PairSums of(VoteTable const& table, std::vector<std::int32_t> const& weights);

    std::size_t size() const { return size_; }
    std::int32_t agreement(std::size_t j, std::size_t l) const { return products_[j * size_ + l]; }     // sum x_j x_l
    std::int32_t vote_where_seen(std::size_t j, std::size_t l) const { return votes_[j * size_ + l]; }  // sum x_j s_l
    std::int32_t seen(std::size_t j, std::size_t l) const { return seen_[j * size_ + l]; }              // sum s_j s_l

    // The mean vote on a statement; 0 where nobody voted.
    double mean(std::size_t j) const;
    // Entry (j, l) of the scatter matrix, the same to the last bit for (l, j).
    double scatter(std::size_t j, std::size_t l) const;

    // A participant's mark on statement j, beside the other marks of the same row (`row` may hold one on j: it is left
    // out).
    void add(Mark mark, std::span<Mark const> row) { shift(mark, row, 1); }
    void remove(Mark mark, std::span<Mark const> row) { shift(mark, row, -1); }

    // One more statement without votes, at the end.
    void append_statement();

    bool operator==(PairSums const&) const = default;

private:
    template <class Weight> friend class JointCount;
    template <class Weight> static PairSums counted(VoteTable const& table, Weight const& weight);
    void shift(Mark mark, std::span<Mark const> row, int sign);

    std::size_t size_ = 0;
    std::vector<std::int32_t> products_;
    std::vector<std::int32_t> votes_;
    std::vector<std::int32_t> seen_;
};

// The scatter matrix, row by row; rows and columns of statements that were moderated out are 0.
std::vector<double> scatter_matrix(PairSums const& sums, std::vector<Statement> const& statements);

}  // namespace lenkwerk::opinion_map
