#pragma once
// Votes, statements and known groups from files. What is wrong with a file is said with file, line, column and remedy.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "cores/opinion_map/groups.hpp"
#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map {

// A file's name, as messages show it, and what it holds.
struct Source {
    std::string name;
    std::string_view text;
};

// Refusals (arguments file, line, column, name, value where they apply; at most five are collected):
//   opinion_map.file_empty, .column_missing, .field_missing, .quote_open   any file
//   .vote_unknown (a vote other than 1, 0, -1)  .participant_missing  .statement_missing  .statement_unknown
//   .statement_twice  .flag_unknown  .too_many_statements  .no_votes  .group_missing  .two_groups  .groups_unreadable
//   .no_group_voted

// Columns participant, statement, vote (1 agree, -1 disagree, 0 pass); others are left aside.
// With `known`, a vote on any other statement is refused.
Outcome<BallotBox> read_votes(Source const& source, std::optional<std::vector<Statement>> known,
                              std::string const& known_in);

// Columns statement, and optionally moderated (-1 taken out; 1, 0 or empty: in), meta (1 or 0) and text.
Outcome<std::vector<Statement>> read_statements(Source const& source);

struct KnownGroups {
    Grouping grouping;                // groups in natural order of their names; those of whom nobody voted are left out
    std::size_t without_vote = 0;     // people in the file who did not vote
    std::vector<std::string> silent;  // groups of whom nobody voted
};
// CSV with the columns participant, group; or JSON: {"participant": group, …}, the output of a map (its group_of), or
// lists of participants [[…], […]], also under "groups". Participants who are not named belong to no group.
Outcome<KnownGroups> read_groups(Source const& source, std::vector<std::string> const& participants);

// A refusal as an English sentence: what, where, what to do.
std::string sentence(Problem const& problem);

}  // namespace lenkwerk::opinion_map
