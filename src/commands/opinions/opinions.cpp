// opinions map, opinions replay: where participants stand, which groups there are, what unites and what divides them.
#include "commands/opinions/opinions.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "cores/opinion_map/json.hpp"
#include "cores/opinion_map/picture.hpp"

namespace lenkwerk::commands {
namespace opinions {
namespace {

void map(Request const& request) {
    auto votes = opinion_map::count(read_ballots(request).sorted());
    auto given = read_given(request, votes.participants);
    auto drawn = opinion_map::draw_map(std::move(votes), {request.resamples, std::move(given.grouping)});
    drawn.notes.insert(drawn.notes.end(), given.notes.begin(), given.notes.end());
    show(request, drawn);
}

void add_options(CLI::App& command, Request& request) {
    command
        .add_option("VOTES", request.votes,
                    "CSV with the columns participant, statement, vote (1, -1, 0); - reads stdin")
        ->required();
    command.add_option(
        "--statements", request.statements,
        "CSV with the column statement and, if need be, moderated, meta, text; default: NAME.statements.csv "
        "beside NAME.votes.csv");
    command.add_option(
        "--groups", request.groups,
        "known groups: CSV with the columns participant, group, or JSON; shown beside the groups that are found");
    command.add_option("--svg", request.svg, "write a picture with its table to this file");
    command.add_option("--resamples", request.resamples, "resamples that measure how stable the groups are")
        ->capture_default_str();
    command.add_flag("--json", request.as_json, "JSON on stdout instead of a table");
}

}  // namespace

void show(Request const& request, opinion_map::OpinionMap const& map, std::string const& replay_json) {
    if (!request.svg.empty()) write_file(request.svg, opinion_map::picture(map, {}));
    if (!request.as_json) {
        fmt::print("{}", table(map));
        return;
    }
    auto result = opinion_map::to_json(map);
    if (!replay_json.empty()) result["replay"] = nlohmann::json::parse(replay_json);
    // Names come from files of any encoding: what is no UTF-8 is shown as the sign for it.
    auto const text = result.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
}

}  // namespace opinions

void add_opinions(CLI::App& app) {
    auto* const command =
        app.add_subcommand("opinions", "Opinion maps: what unites and what divides the people who vote on statements");
    command->require_subcommand(1);
    auto const request = std::make_shared<opinions::Request>();
    auto* const map = command->add_subcommand("map", "Draws the map of a file of votes");
    opinions::add_options(*map, *request);
    map->callback([request] { opinions::map(*request); });
    auto* const replay = command->add_subcommand(
        "replay", "Takes the votes one by one, as they come in live, and draws the map at the end");
    opinions::add_options(*replay, *request);
    replay->add_option("--stored", request->stored, "how many votes at the beginning are taken at once, as stored")
        ->capture_default_str();
    replay->callback([request] { opinions::replay(*request); });
}

}  // namespace lenkwerk::commands
