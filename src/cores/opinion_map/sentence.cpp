// Refusals in English, for the command line. Web pages have their own texts under the same keys.
#include <fmt/args.h>
#include <fmt/format.h>
#include <map>

#include "cores/opinion_map/read.hpp"

namespace lenkwerk::opinion_map {
namespace {

std::map<std::string, std::string, std::less<>> const kSentences = {
    {"opinion_map.file_empty", "{file}: the file is empty. Put a header line and at least one record into it."},
    {"opinion_map.column_missing",
     "{file}:{line}:{column}: the column \"{name}\" is missing from the header. Name the column \"{name}\"."},
    {"opinion_map.quote_open",
     "{file}:{line}:{column}: a quotation mark is opened in this record and never closed. Close it, or double it "
     "inside a text."},
    {"opinion_map.vote_unknown",
     "{file}:{line}:{column}: the {name} \"{value}\" is none of 1 (agree), -1 (disagree) and 0 (pass). Correct it or "
     "delete the line."},
    {"opinion_map.participant_missing",
     "{file}:{line}:{column}: the participant is missing. Fill it in or delete the line."},
    {"opinion_map.statement_missing",
     "{file}:{line}:{column}: the statement is missing. Fill it in or delete the line."},
    {"opinion_map.statement_unknown",
     "{file}:{line}:{column}: statement {value} is not in {known_in}. Add it there, or delete the vote."},
    {"opinion_map.statement_twice",
     "{file}:{line}:{column}: statement {value} was already listed above. Delete one of the two lines."},
    {"opinion_map.flag_unknown",
     "{file}:{line}:{column}: {name} is \"{value}\". Write -1 for taken out, 1 or 0 or nothing otherwise."},
    {"opinion_map.too_many_statements",
     "{file}: there are {value} statements; a map takes {most} at most. Split the conversation or take statements "
     "out."},
    {"opinion_map.no_votes", "{file}: there is no vote in it. A map needs at least one."},
    {"opinion_map.group_missing", "{file}:{line}:{column}: the group is missing. Fill it in or delete the line."},
    {"opinion_map.two_groups",
     "{file}:{line}:{column}: participant {participant} is put into group {value}, above into group {other}. Keep one "
     "of the two."},
    {"opinion_map.groups_unreadable",
     "{file}: {value}. Give a CSV file with the columns participant and group, or JSON of participants and their "
     "groups."},
    {"opinion_map.no_group_voted",
     "{file}: none of the people in it has voted. Use the same names of participants as in the file of votes."},
};

}  // namespace

std::string sentence(Problem const& problem) {
    auto const text = kSentences.find(problem.key);
    if (text == kSentences.end()) throw std::logic_error("there is no sentence for " + problem.key);
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (auto const& [name, value] : problem.arguments) {
        std::visit([&](auto const& one) { arguments.push_back(fmt::arg(name.c_str(), one)); }, value);
    }
    return fmt::vformat(text->second, arguments);
}

}  // namespace lenkwerk::opinion_map
