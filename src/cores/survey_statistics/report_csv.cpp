// A report as CSV, for spreadsheets and for whoever computes on.
#include <fmt/format.h>

#include <set>

#include "cores/survey_statistics/report.hpp"

namespace lenkwerk::survey_statistics {
namespace {

std::string quoted(std::string const& text) {
    if (!text.starts_with('#') && text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string result = "\"";
    for (auto const c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

// A comment is one line, whatever the names in it.
std::string comment(std::string text) {
    for (auto& c : text) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    return "# " + text + "\n";
}

std::string figure(std::optional<double> const& value) { return value ? fmt::format("{:.10g}", *value) : ""; }

std::string line_of(Report const& report, ReportRow const& row) {
    auto line = quoted(report.item);
    for (std::size_t f = 0; f < report.factors.size(); ++f)
        line += "," + (row.levels.empty() ? "" : quoted(row.levels[f]));
    line += fmt::format(",{},{},{}", quoted(row.point), name(report.kind),
                        row.respondents ? std::to_string(*row.respondents) : "");
    for (auto const& value :
         {row.value, row.standard_error, row.lower, row.upper, row.design_effect, row.p_value, row.adjusted_p_value}) {
        line += "," + figure(value);
    }
    return line + "," + row.wording + "\n";
}

}  // namespace

std::string to_csv(std::span<Report const> reports) {
    std::string text;
    std::set<std::string> told;
    auto const tell = [&](std::string const& note) {
        if (told.insert(note).second) text += comment(note);
    };
    for (auto const& report : reports) {
        for (auto const& note : report.notes) tell(note);
        for (auto const& test : report.tests) {
            tell(fmt::format("{}: statistic {:.10g}, degrees of freedom {:g}, p {:.10g}", test.name, test.statistic,
                             fmt::join(test.degrees, " and "), test.p_value));
        }
    }
    if (reports.empty()) return text;
    text += "item";
    for (auto const& factor : reports.front().factors) text += "," + quoted(factor);
    text += ",answer,kind,n,value,standard_error,lower,upper,design_effect,p_value,p_holm,wording\n";
    for (auto const& report : reports) {
        for (auto const& row : report.rows) text += line_of(report, row);
    }
    return text;
}

}  // namespace lenkwerk::survey_statistics
