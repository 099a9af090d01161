#include "cores/opinion_map/live.hpp"

#include <algorithm>
#include <stdexcept>

namespace lenkwerk::opinion_map {
namespace {

// How near refreshed axes must come: components to about eight digits, in few passes over the matrix. Nothing adds up,
// since the matrix is exact and every refresh begins from it.
constexpr double kLive = 1e-9;

}  // namespace

LiveMap::LiveMap(std::vector<Statement> statements)
    : statements_(std::move(statements)),
      sums_(statements_.size()),
      scatter_(statements_.size() * statements_.size()) {}

LiveMap::LiveMap(VoteTable const& table)
    : statements_(table.statements),
      sums_(PairSums::of(table)),
      scatter_(scatter_matrix(sums_, table.statements)),
      revotes_(table.revotes) {
    for (std::size_t i = 0; i < table.participant_count(); ++i) {
        auto const votes = table.votes_of(i);
        rows_.emplace_back(votes.begin(), votes.end());
    }
}

void LiveMap::record(std::uint32_t participant, std::uint32_t statement, Vote vote) {
    if (participant > rows_.size() || statement >= statements_.size()) {
        throw std::out_of_range("a vote by a participant or on a statement that the map does not know");
    }
    if (participant == rows_.size()) rows_.emplace_back();
    auto& row = rows_[participant];
    Mark const mark(statement, vote);
    auto const place = std::lower_bound(row.begin(), row.end(), statement,
                                        [](Mark one, std::uint32_t wanted) { return one.statement() < wanted; });
    auto const replaces = place != row.end() && place->statement() == statement;
    if (replaces) sums_.remove(*place, row);
    sums_.add(mark, row);
    revotes_ += replaces;
    if (replaces) {
        *place = mark;
    } else {
        row.insert(place, mark);
    }
    refresh_scatter(statement);
}

void LiveMap::refresh_scatter(std::uint32_t statement) {
    if (statements_[statement].is_moderated_out) return;
    auto const n = statements_.size();
    auto const row = scatter_.begin() + static_cast<std::ptrdiff_t>(statement * n);
    std::vector<double> const before(row, row + static_cast<std::ptrdiff_t>(n));
    for (std::size_t l = 0; l < n; ++l) {
        if (statements_[l].is_moderated_out) continue;
        scatter_[statement * n + l] = scatter_[l * n + statement] = sums_.scatter(statement, l);
    }
    block_.follow(statement, before, {&*row, n});
}

void LiveMap::append(Statement statement) {
    statements_.push_back(std::move(statement));
    sums_.append_statement();
    scatter_ = scatter_matrix(sums_, statements_);
    block_ = {};
}

Axes LiveMap::refreshed_axes() { return find_axes(scatter_, centers(sums_, statements_), rows_.size(), block_, kLive); }

VoteTable LiveMap::table(std::vector<std::string> participants) const {
    if (participants.size() != rows_.size()) throw std::invalid_argument("a name is needed for each participant");
    VoteTable table{std::move(participants), statements_};
    for (auto const& row : rows_) {
        table.marks.insert(table.marks.end(), row.begin(), row.end());
        table.row_starts.push_back(table.marks.size());
    }
    table.revotes = revotes_;
    return table;
}

}  // namespace lenkwerk::opinion_map
