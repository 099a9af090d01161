// A report as JSON, as CSV, or as a table that is readable in a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "commands/survey/survey.hpp"
#include "cores/survey_statistics/sentences.hpp"

namespace lenkwerk::commands::survey {
namespace {

using nlohmann::json;
using survey_statistics::Report;
using survey_statistics::ReportRow;

json figure(std::optional<double> const& value) { return value ? json(*value) : json(nullptr); }

json row_json(Report const& report, ReportRow const& row) {
    json domain = json::object();
    for (std::size_t f = 0; f < row.levels.size(); ++f) domain[report.factors[f]] = row.levels[f];
    json result{{"domain", domain},
                {"n", row.respondents ? json(*row.respondents) : json(nullptr)},
                {"value", figure(row.value)},
                {"standard_error", figure(row.standard_error)},
                {"interval", row.lower ? json{*row.lower, *row.upper} : json(nullptr)},
                {"wording", row.wording},
                {"text", survey_statistics::wording(row.wording)}};
    if (!row.point.empty()) result["answer"] = row.point;
    if (row.design_effect) result["design_effect"] = *row.design_effect;
    if (row.p_value) result["p_value"] = *row.p_value;
    if (row.adjusted_p_value) result["p_holm"] = *row.adjusted_p_value;
    return result;
}

json report_json(Report const& report) {
    json rows = json::array();
    for (auto const& row : report.rows) rows.push_back(row_json(report, row));
    json tests = json::array();
    for (auto const& test : report.tests) {
        tests.push_back({{"test", test.name},
                         {"statistic", test.statistic},
                         {"degrees_of_freedom", test.degrees},
                         {"p_value", test.p_value}});
    }
    return {{"kind", survey_statistics::name(report.kind)},
            {"survey", report.title},
            {"item", report.item},
            {"label", report.label},
            {"by", report.factors},
            {"level", report.level},
            {"rows", rows},
            {"tests", tests},
            {"notes", report.notes}};
}

// Columns as wide as their widest cell; the first to the left, figures to the right.
void print_columns(std::vector<std::vector<std::string>> const& lines) {
    std::vector<std::size_t> widths(lines.front().size());
    auto const width = [](std::string const& text) {
        return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
    };
    for (auto const& line : lines) {
        for (std::size_t c = 0; c < line.size(); ++c) widths[c] = std::max(widths[c], width(line[c]));
    }
    for (auto const& line : lines) {
        std::string text;
        for (std::size_t c = 0; c < line.size(); ++c) {
            std::string const blanks(widths[c] - width(line[c]), ' ');
            bool const left = c == 0 || c + 1 == line.size();
            text += (left ? line[c] + blanks : blanks + line[c]) + "  ";
        }
        text.erase(text.find_last_not_of(' ') + 1);
        fmt::print("{}\n", text);
    }
}

std::string domain_text(ReportRow const& row) {
    std::string text = row.point;
    for (auto const& level : row.levels) text += (text.empty() ? "" : " · ") + level;
    return text.empty() ? "all" : text;
}

std::string figure_text(Report const& report, std::optional<double> const& value) {
    if (!value) return "–";
    return report.is_of_shares ? fmt::format("{:.1f} %", *value * 100) : fmt::format("{:.2f}", *value);
}

std::string size_text(ReportRow const& row) {
    if (row.respondents) return std::to_string(*row.respondents);
    return row.wording == wording_key(survey_statistics::Decision::suppress_disclosure) ? "< 5" : "–";
}

std::string p_text(std::optional<double> const& p) {
    if (!p) return "";
    return *p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", *p);
}

void print_table(Report const& report) {
    fmt::print("{}{}: {}\n\n", report.title.empty() ? "" : report.title + " · ", survey_statistics::name(report.kind),
               report.label);
    bool const tested = std::ranges::any_of(report.rows, [](ReportRow const& row) { return row.p_value.has_value(); });
    auto const interval = fmt::format("{:g} % interval", report.level * 100);
    std::vector<std::vector<std::string>> lines{{"", "n", "value", interval, ""}};
    if (tested) lines[0].insert(lines[0].begin() + 4, {"p", "p (Holm)"});
    for (auto const& row : report.rows) {
        auto const bounds = figure_text(report, row.lower) + " to " + figure_text(report, row.upper);
        std::vector<std::string> line{domain_text(row), size_text(row), figure_text(report, row.value),
                                      row.lower ? bounds : "–", survey_statistics::wording(row.wording)};
        if (tested) line.insert(line.begin() + 4, {p_text(row.p_value), p_text(row.adjusted_p_value)});
        lines.push_back(std::move(line));
    }
    print_columns(lines);
    fmt::print("\n");
    for (auto const& test : report.tests) fmt::print("{}: p = {}\n", test.name, p_text(test.p_value));
    for (auto const& note : report.notes) fmt::print("{}\n", note);
}

}  // namespace

void show(Request const& request, Report const& report) {
    if (request.as_json) return print(report_json(report));
    if (request.as_csv) return fmt::print("{}", survey_statistics::to_csv(report));
    print_table(report);
}

void show(Request const& request, std::vector<Report> const& reports) {
    if (request.as_csv) return fmt::print("{}", survey_statistics::to_csv(reports));
    auto all = json::array();
    for (auto const& report : reports) {
        if (!request.as_json) print_table(report);
        if (!request.as_json && &report != &reports.back()) fmt::print("\n");
        if (request.as_json) all.push_back(report_json(report));
    }
    if (request.as_json) print({{"reports", std::move(all)}});
}

}  // namespace lenkwerk::commands::survey
