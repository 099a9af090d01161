#pragma once
// Who voted how on which statement: votes as they are cast, and the table in which they are counted.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cores/opinion_map/names.hpp"

namespace lenkwerk::opinion_map {

enum class Vote : std::int8_t { disagree = -1, pass = 0, agree = 1 };

// The largest number of statements a map takes: the sums over pairs of statements grow with its square (4,000: 320 MB).
inline constexpr std::size_t kMostStatements = 4000;
inline constexpr std::size_t kVoteKinds = 3;

// A vote on a statement in four bytes: ten million of them are 40 MB.
class Mark {
public:
    constexpr Mark() = default;
    constexpr Mark(std::uint32_t statement, Vote vote)
        : code_(statement * 4 + (vote == Vote::disagree ? 2U : static_cast<std::uint32_t>(vote))) {}
    constexpr std::uint32_t statement() const { return code_ / 4; }
    constexpr std::uint32_t kind() const { return code_ % 4; }  // 0 pass, 1 agree, 2 disagree
    constexpr std::uint32_t code() const { return code_; }      // statement * 4 + kind
    constexpr int value() const { return kind() == 2 ? -1 : static_cast<int>(kind()); }
    constexpr Vote vote() const { return static_cast<Vote>(value()); }
    bool operator==(Mark const&) const = default;

private:
    std::uint32_t code_ = 0;
};

struct Statement {
    std::string id;
    std::string text = {};
    bool is_moderated_out = false;  // its votes count in the numbers by group, but shape neither axes nor selections
    bool is_meta = false;           // about the conversation itself: offered early to the next voter
};

// Participants and statements in natural order of their names; each row ascends by statement, one mark a statement.
struct VoteTable {
    std::vector<std::string> participants = {};
    std::vector<Statement> statements = {};
    std::vector<std::size_t> row_starts = {0};  // participants + 1
    std::vector<Mark> marks = {};
    std::size_t revotes = 0;  // votes replaced by a later one of the same participant on the same statement

    std::span<Mark const> votes_of(std::size_t participant) const {
        return {marks.data() + row_starts[participant], marks.data() + row_starts[participant + 1]};
    }
    std::size_t participant_count() const { return participants.size(); }
    std::size_t statement_count() const { return statements.size(); }
};

struct Ballot {
    std::uint32_t participant = 0;
    Mark mark;
};

// Ballots in the order in which they were cast.
class BallotBox {
public:
    // Statements come into being with their first vote.
    BallotBox() = default;
    // Only votes on these statements are taken. Ids must be distinct.
    explicit BallotBox(std::vector<Statement> known);

    // Room for this many ballots, where their number can be guessed.
    void expect(std::size_t ballots) { ballots_.reserve(ballots); }

    // False, and nothing is kept, where the statement is not among the known ones.
    bool cast(std::string_view participant, std::string_view statement, Vote vote);

    std::vector<Ballot> const& ballots() const { return ballots_; }
    std::size_t statement_count() const { return statement_names_.size(); }
    std::size_t participant_count() const { return participant_names_.size(); }

    // The same ballots with participants and statements numbered in natural order of their names.
    // Names are what `table` would hold; a stream of votes can then be replayed one by one.
    struct Sorted {
        std::vector<std::string> participants;
        std::vector<Statement> statements;
        std::vector<Ballot> ballots;
    };
    Sorted sorted() &&;

private:
    NameIndex participant_names_;
    NameIndex statement_names_;
    std::vector<Statement> known_;
    bool is_closed_ = false;
    std::vector<Ballot> ballots_;
};

// Counts ballots into a table: of several votes of one participant on one statement the last wins, the others are
// counted.
VoteTable count(BallotBox::Sorted sorted);

}  // namespace lenkwerk::opinion_map
