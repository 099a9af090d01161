#include "cores/opinion_map/votes.hpp"

#include <stdexcept>
#include <utility>

namespace lenkwerk::opinion_map {
namespace {

// A stable counting sort: ballots with the same key keep the order in which they were cast.
template <class Key>
std::vector<Ballot> sorted_by(std::vector<Ballot> const& ballots, std::size_t keys, Key const& key) {
    std::vector<std::size_t> next(keys + 1, 0);
    for (auto const& ballot : ballots) ++next[key(ballot) + 1];
    for (std::size_t i = 0; i < keys; ++i) next[i + 1] += next[i];
    std::vector<Ballot> result(ballots.size());
    for (auto const& ballot : ballots) result[next[key(ballot)]++] = ballot;
    return result;
}

void keep_last(VoteTable& table, std::vector<Ballot> const& ballots) {
    table.row_starts.assign(1, 0);
    table.row_starts.reserve(table.participants.size() + 1);
    table.marks.reserve(ballots.size());
    std::size_t i = 0;
    for (std::uint32_t participant = 0; participant < table.participants.size(); ++participant) {
        for (; i < ballots.size() && ballots[i].participant == participant; ++i) {
            auto const is_first = table.marks.size() == table.row_starts.back();
            auto const repeats = !is_first && table.marks.back().statement() == ballots[i].mark.statement();
            if (repeats) table.marks.pop_back();
            table.revotes += repeats;
            table.marks.push_back(ballots[i].mark);
        }
        table.row_starts.push_back(table.marks.size());
    }
}

template <class T> std::vector<T> rearranged(std::vector<T>&& values, std::vector<std::uint32_t> const& order) {
    std::vector<T> result;
    result.reserve(values.size());
    for (auto const i : order) result.push_back(std::move(values[i]));
    return result;
}

}  // namespace

BallotBox::BallotBox(std::vector<Statement> known) : known_(std::move(known)), is_closed_(true) {
    for (auto const& statement : known_) statement_names_.number_of(statement.id);
    if (statement_names_.size() != known_.size()) throw std::logic_error("a ballot box was given one statement twice");
}

bool BallotBox::cast(std::string_view participant, std::string_view statement, Vote vote) {
    if (is_closed_) {
        auto const number = statement_names_.find(statement);
        if (!number) return false;
        ballots_.push_back({participant_names_.number_of(participant), Mark(*number, vote)});
        return true;
    }
    ballots_.push_back({participant_names_.number_of(participant), Mark(statement_names_.number_of(statement), vote)});
    return true;
}

BallotBox::Sorted BallotBox::sorted() && {
    if (!is_closed_) {
        for (auto const& name : statement_names_.names()) known_.push_back({name});
    }
    auto const people = natural_order(participant_names_.names());
    auto const items = natural_order(statement_names_.names());
    auto const person_rank = ranks_of(people);
    auto const item_rank = ranks_of(items);
    for (auto& ballot : ballots_) {
        ballot = {person_rank[ballot.participant], Mark(item_rank[ballot.mark.statement()], ballot.mark.vote())};
    }
    auto names = participant_names_.names();
    return {rearranged(std::move(names), people), rearranged(std::move(known_), items), std::move(ballots_)};
}

VoteTable count(BallotBox::Sorted sorted) {
    VoteTable table{std::move(sorted.participants), std::move(sorted.statements)};
    sorted.ballots =
        sorted_by(sorted.ballots, table.statement_count(), [](Ballot const& b) { return b.mark.statement(); });
    sorted.ballots =
        sorted_by(sorted.ballots, table.participant_count(), [](Ballot const& b) { return b.participant; });
    keep_last(table, sorted.ballots);
    return table;
}

}  // namespace lenkwerk::opinion_map
