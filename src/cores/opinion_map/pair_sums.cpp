#include "cores/opinion_map/pair_sums.hpp"

#include <algorithm>

namespace lenkwerk::opinion_map {
namespace {

// Participants counted at a time, so that their votes stay in the cache while the statements are gone through.
constexpr std::size_t kBatch = 8192;

}  // namespace

// Counts, for one statement and one kind of vote on it, how often each kind of vote on each later statement goes with
// it: one increment a pair of votes, in a table of 16 KB for 1,000 statements that stays in the innermost cache.
template <class Weight> class JointCount {
public:
    JointCount(VoteTable const& table, Weight const& weight, PairSums& sums)
        : table_(table),
          weight_(weight),
          sums_(sums),
          counts_(4 * table.statement_count()),
          votes_on_later_(table.statement_count() * table.statement_count()),
          cursors_(kBatch) {}

    void count_batch(std::size_t first, std::size_t last) {
        fill_columns(first, last);
        for (std::size_t i = first; i < last; ++i) cursors_[i - first] = table_.row_starts[i];
        for (std::uint32_t column = 0; column + 1 < column_starts_.size(); ++column) {
            if (column_starts_[column] == column_starts_[column + 1]) continue;
            count_column(column, first);
            add_column(column);
        }
    }

    // What was counted for j before l only is written for l before j, too.
    void mirror() {
        auto const n = sums_.size_;
        for (std::size_t j = 0; j < n; ++j) {
            for (std::size_t l = 0; l < j; ++l) {
                sums_.products_[j * n + l] = sums_.products_[l * n + j];
                sums_.seen_[j * n + l] = sums_.seen_[l * n + j];
                sums_.votes_[j * n + l] = votes_on_later_[l * n + j];
            }
        }
    }

private:
    // Sorts the batch's participants by (statement, kind of vote). A participant stands under ascending statements,
    // so that a cursor a participant is enough to find the later votes of the row.
    void fill_columns(std::size_t first, std::size_t last) {
        column_starts_.assign(counts_.size() + 1, 0);
        auto const begin = table_.row_starts[first];
        auto const end = table_.row_starts[last];
        for (auto i = begin; i < end; ++i) ++column_starts_[table_.marks[i].code() + 1];
        for (std::size_t i = 1; i < column_starts_.size(); ++i) column_starts_[i] += column_starts_[i - 1];
        members_.resize(end - begin);
        auto next = column_starts_;
        for (auto person = first; person < last; ++person) {
            for (auto const mark : table_.votes_of(person)) {
                members_[next[mark.code()]++] = static_cast<std::uint32_t>(person);
            }
        }
    }

    void count_column(std::uint32_t column, std::size_t first) {
        std::fill(counts_.begin() + 4 * (column / 4), counts_.end(), 0);
        auto* const counts = counts_.data();
        for (auto i = column_starts_[column]; i < column_starts_[column + 1]; ++i) {
            auto const person = members_[i];
            auto const* mark = table_.marks.data() + cursors_[person - first]++;
            auto const* const end = table_.marks.data() + table_.row_starts[person + 1];
            auto const weight = weight_(person);
            for (; mark != end; ++mark) counts[mark->code()] += weight;
        }
    }

    void add_column(std::uint32_t column) {
        auto const j = std::size_t{column / 4};
        auto const vote = column % 4 == 2 ? -1 : static_cast<int>(column % 4);
        auto const n = sums_.size_;
        for (auto l = j; l < n; ++l) {
            auto const votes = counts_[4 * l + 1] - counts_[4 * l + 2];
            auto const seen = counts_[4 * l] + counts_[4 * l + 1] + counts_[4 * l + 2];
            sums_.products_[j * n + l] += vote * votes;
            sums_.votes_[j * n + l] += vote * seen;
            sums_.seen_[j * n + l] += seen;
            votes_on_later_[j * n + l] += votes;
        }
    }

    VoteTable const& table_;
    Weight const& weight_;
    PairSums& sums_;
    std::vector<std::int32_t> counts_;
    std::vector<std::int32_t> votes_on_later_;  // sum s_j x_l for j before l
    std::vector<std::size_t> column_starts_;
    std::vector<std::uint32_t> members_;
    std::vector<std::size_t> cursors_;
};

PairSums::PairSums(std::size_t statements)
    : size_(statements), products_(statements * statements), votes_(products_), seen_(products_) {}

template <class Weight> PairSums PairSums::counted(VoteTable const& table, Weight const& weight) {
    PairSums sums(table.statement_count());
    JointCount<Weight> joint(table, weight, sums);
    for (std::size_t first = 0; first < table.participant_count(); first += kBatch) {
        joint.count_batch(first, std::min(first + kBatch, table.participant_count()));
    }
    joint.mirror();
    return sums;
}

PairSums PairSums::of(VoteTable const& table) {
    return counted(table, [](std::size_t) { return 1; });
}

PairSums PairSums::of(VoteTable const& table, std::vector<std::int32_t> const& weights) {
    return counted(table, [&](std::size_t participant) { return weights[participant]; });
}

double PairSums::mean(std::size_t j) const {
    auto const votes = seen(j, j);
    return votes == 0 ? 0.0 : static_cast<double>(vote_where_seen(j, j)) / votes;
}

double PairSums::scatter(std::size_t one, std::size_t other) const {
    auto const j = std::min(one, other);
    auto const l = std::max(one, other);
    auto const mean_j = mean(j);
    auto const mean_l = mean(l);
    return agreement(j, l) - mean_l * vote_where_seen(j, l) - mean_j * vote_where_seen(l, j) +
           mean_j * mean_l * seen(j, l);
}

void PairSums::shift(Mark mark, std::span<Mark const> row, int sign) {
    auto const j = std::size_t{mark.statement()};
    auto const vote = sign * mark.value();
    products_[j * size_ + j] += vote * mark.value();
    votes_[j * size_ + j] += vote;
    seen_[j * size_ + j] += sign;
    for (auto const other : row) {
        auto const l = std::size_t{other.statement()};
        if (l == j) continue;
        products_[j * size_ + l] += vote * other.value();
        products_[l * size_ + j] += vote * other.value();
        votes_[j * size_ + l] += vote;
        votes_[l * size_ + j] += sign * other.value();
        seen_[j * size_ + l] += sign;
        seen_[l * size_ + j] += sign;
    }
}

void PairSums::append_statement() {
    PairSums larger(size_ + 1);
    for (std::size_t j = 0; j < size_; ++j) {
        auto const from = static_cast<std::ptrdiff_t>(j * size_);
        auto const to = static_cast<std::ptrdiff_t>(j * larger.size_);
        auto const width = static_cast<std::ptrdiff_t>(size_);
        std::copy_n(products_.begin() + from, width, larger.products_.begin() + to);
        std::copy_n(votes_.begin() + from, width, larger.votes_.begin() + to);
        std::copy_n(seen_.begin() + from, width, larger.seen_.begin() + to);
    }
    *this = std::move(larger);
}

std::vector<double> scatter_matrix(PairSums const& sums, std::vector<Statement> const& statements) {
    auto const n = sums.size();
    std::vector<double> matrix(n * n, 0.0);
    for (std::size_t j = 0; j < n; ++j) {
        if (statements[j].is_moderated_out) continue;
        for (std::size_t l = j; l < n; ++l) {
            if (statements[l].is_moderated_out) continue;
            matrix[j * n + l] = matrix[l * n + j] = sums.scatter(j, l);
        }
    }
    return matrix;
}

}  // namespace lenkwerk::opinion_map
