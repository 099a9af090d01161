#pragma once
// What the commands `opinions map` and `opinions replay` share: their files, their options, how they show a map.
#include <optional>
#include <string>

#include "cores/opinion_map/map.hpp"
#include "cores/opinion_map/read.hpp"

namespace lenkwerk::commands::opinions {

struct Request {
    std::string votes;
    std::string statements;  // empty: NAME.statements.csv beside NAME.votes.csv, if there is one
    std::string groups;
    std::string svg;
    bool as_json = false;
    std::size_t resamples = 100;
    std::size_t stored = 0;  // replay: votes taken as stored before the stream begins
};

// The ballots of a file of votes, on the statements of the file beside it. Says what is wrong on stderr and ends with Exit{1}.
opinion_map::BallotBox read_ballots(Request const& request);
// The groups that were given, if any, with what is to be said about them.
struct Given {
    std::optional<opinion_map::Grouping> grouping;
    std::vector<opinion_map::Note> notes;
};
Given read_given(Request const& request, std::vector<std::string> const& participants);

// The map as text for a terminal.
std::string table(opinion_map::OpinionMap const& map);

void write_file(std::string const& path, std::string const& content);
// Writes the picture where one is asked for, and the map as JSON or text to stdout; `more` is added to the JSON.
void show(Request const& request, opinion_map::OpinionMap const& map, std::string const& replay_json = {});

// One vote after another into the live state; the map that comes out, with how long a vote and a refresh took.
void replay(Request const& request);

}  // namespace lenkwerk::commands::opinions
