#pragma once
// What the subcommands of `lenkwerk survey` share: files in, refusals as sentences, reports out.
#include <CLI/CLI.hpp>

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cores/survey_statistics/report.hpp"

namespace lenkwerk::commands::survey {

enum class Output { table, json, csv };

struct Request {
    std::string description;
    std::string answers;
    survey_statistics::ReportRequest report;
    bool as_json = false;
    bool as_csv = false;
};

void add_files(CLI::App& command, Request& request);
// Factors, level and form of the output; what the report is about is the command's own.
void add_table_options(CLI::App& command, Request& request);
void add_report_options(CLI::App& command, Request& request);  // the same, about one item

// The value, or the refusals on stderr and the end with code 1.
[[noreturn]] void give_up(Problems const& problems);
template <class T> T accepted(Outcome<T> outcome) {
    if (!outcome) give_up(outcome.problems());
    return std::move(*outcome);
}

// Where a file cannot be read, or is no CSV, the sentence on stderr and the end with code 1.
std::string read_file(std::string const& path);
survey_statistics::CsvTable read_table(std::string const& path);
survey_statistics::Survey load(std::string const& description, std::string const& answers);
survey_statistics::RandomSurvey load_random(std::string const& description, std::string const& answers);

void show(Request const& request, survey_statistics::Report const& report);
// Several reports in one answer: JSON is {"reports": [...]}, CSV one table.
void show(Request const& request, std::vector<survey_statistics::Report> const& reports);
void print(nlohmann::json const& json);

void add_estimate(CLI::App& parent);
void add_weight(CLI::App& parent);
void add_compare(CLI::App& parent);
void add_divergence(CLI::App& parent);
void add_smallarea(CLI::App& parent);
void add_check(CLI::App& parent);

}  // namespace lenkwerk::commands::survey
