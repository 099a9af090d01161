// survey …: perceived safety, estimated with its uncertainty.
#include "commands/survey/survey.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/commands.hpp"
#include "cores/survey_statistics/sentences.hpp"

namespace lenkwerk::commands {
namespace survey {

void add_files(CLI::App& command, Request& request) {
    command.add_option("DESCRIPTION", request.description, "JSON: design, items, factors, weighting")->required();
    command.add_option("ANSWERS", request.answers, "CSV: one row a person drawn; - reads stdin")->required();
}

void add_report_options(CLI::App& command, Request& request) {
    command.add_option("--item", request.report.item, "item of the description")->required();
    add_table_options(command, request);
}

void add_table_options(CLI::App& command, Request& request) {
    command.add_option("--by", request.report.by, "factor, or several: --by district agegrp");
    command.add_option("--level", request.report.level, "level of the intervals")
        ->capture_default_str()
        ->check(CLI::Range(0.5, 0.9999));
    command.add_flag("--json", request.as_json, "JSON on stdout instead of a table");
    command.add_flag("--csv", request.as_csv, "CSV on stdout instead of a table");
}

void give_up(Problems const& problems) {
    for (auto const& problem : problems) fmt::print(stderr, "{}\n", survey_statistics::sentence(problem));
    throw Exit{1};
}

std::string read_file(std::string const& path) {
    std::ostringstream text;
    if (path == "-") {
        text << std::cin.rdbuf();
        return text.str();
    }
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        fmt::print(stderr, "{}: cannot be read. Check the name of the file and whether it may be read.\n", path);
        throw Exit{1};
    }
    text << file.rdbuf();
    return text.str();
}

survey_statistics::CsvTable read_table(std::string const& path) {
    auto table = survey_statistics::read_csv(read_file(path));
    if (table) return std::move(*table);
    auto problems = table.problems();
    for (auto& problem : problems) problem.arguments.insert(problem.arguments.begin(), {"file", path});
    give_up(problems);
}

survey_statistics::Survey load(std::string const& description, std::string const& answers) {
    auto const described = accepted(survey_statistics::read_description(read_file(description), description));
    auto const table = read_table(answers);
    return accepted(survey_statistics::load_survey(described, table, answers));
}

survey_statistics::RandomSurvey load_random(std::string const& description, std::string const& answers) {
    return accepted(survey_statistics::random_survey(load(description, answers)));
}

// Names come from files of any encoding: what is no UTF-8 is shown as the sign for it.
void print(nlohmann::json const& json) {
    fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace survey

void add_survey(CLI::App& app) {
    auto* survey =
        app.add_subcommand("survey", "estimates from random samples: shares, changes, divergence, small areas");
    survey->require_subcommand(1);
    survey::add_estimate(*survey);
    survey::add_weight(*survey);
    survey::add_compare(*survey);
    survey::add_divergence(*survey);
    survey::add_smallarea(*survey);
    survey::add_check(*survey);
}

}  // namespace lenkwerk::commands
