#include "cores/survey_statistics/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lenkwerk::survey_statistics {
namespace {

struct Cell {
    std::vector<std::string> levels;
    Proportion estimate;
    DisplayCell display;
};

// A mean is shown by the number of its answers alone: five for the people's sake, 30 for the figure's.
DisplayCell display_mean(Proportion const& mean, double level) {
    DisplayLimits const limits;
    DisplayCell cell{mean.respondents, mean.respondents, {}, Decision::show};
    if (mean.respondents < limits.fewest_answers)
        cell.decision = Decision::suppress_disclosure;
    else if (mean.respondents < limits.smallest_effective_size)
        cell.decision = Decision::suppress_small_n;
    else if (mean.degrees < limits.fewest_degrees)
        cell.decision = Decision::review_degrees;
    if (mean.degrees > 0) {
        cell.interval = symmetric_interval(mean.estimate, std::sqrt(mean.variance), mean.degrees, level);
    }
    return cell;
}

Cell cell_of(std::vector<std::string> levels, Proportion const& estimate, bool is_share, double level) {
    DisplayLimits limits;
    limits.level = level;
    return {std::move(levels), estimate, is_share ? display(estimate, limits) : display_mean(estimate, level)};
}

ReportRow row_of(Cell const& cell) {
    ReportRow row;
    row.levels = cell.levels;
    row.wording = wording_key(cell.display.decision);
    if (cell.display.decision != Decision::suppress_disclosure) {
        row.respondents = static_cast<std::size_t>(cell.estimate.respondents);
    }
    if (is_hidden(cell.display.decision)) return row;
    row.value = cell.estimate.estimate;
    row.standard_error = std::sqrt(cell.estimate.variance);
    row.lower = cell.display.interval.lower;
    row.upper = cell.display.interval.upper;
    return row;
}

Outcome<Proportion> estimate(ProbabilitySample const& sample, std::span<double const> values) {
    auto const mean = means(sample, {{"mean", values}});
    if (!mean) return mean.problems();
    return Proportion{mean->values[0], mean->covariance(0, 0), static_cast<double>(mean->respondents),
                      mean->degrees_of_freedom};
}

// Degrees of freedom domain by domain: units less strata present in it.
std::vector<double> degrees(ProbabilitySample const& sample, Grouping const& grouping, std::span<double const> values) {
    std::vector<double> result;
    if (sample.replicates() != nullptr) {
        result.assign(grouping.cells(), sample.degrees_of_freedom());
        return result;
    }
    std::vector<std::uint8_t> inside(sample.rows());
    for (std::size_t c = 0; c < grouping.cells(); ++c) {
        for (std::size_t i = 0; i < inside.size(); ++i) {
            inside[i] = grouping.cell[i] == static_cast<std::int32_t>(c) && !is_missing(values[i]);
        }
        result.push_back(sample.within(inside).degrees_of_freedom());
    }
    return result;
}

Outcome<std::vector<Cell>> cells_of(ProbabilitySample const& sample, std::vector<Factor> const& factors,
                                    ItemAnswers const& answers, double level) {
    auto const answered = sample.within(complete_rows(sample, {{"", answers.value}}));
    auto const grouping = crossed(factors, answered.weights());
    auto const found = domain_means(answered, grouping, {{"mean", answers.value}}, Covariances::variances_only);
    if (!found) return found.problems();
    auto const left = degrees(answered, grouping, answers.value);
    std::vector<Cell> cells;
    for (std::size_t c = 0; c < found->domains(); ++c) {
        Proportion const part{found->estimates.values[c], found->estimates.covariance(c, c),
                              static_cast<double>(found->respondents[c]), left[c]};
        cells.push_back(cell_of(found->levels[c], part, !answers.item.agreed.empty(), level));
    }
    return cells;
}

// Tables of one or two factors stand beside their totals: no hidden cell may be the only one of its line.
void hide_partners(std::vector<Cell>& cells, std::vector<Factor> const& factors) {
    if (factors.empty() || factors.size() > 2) return;
    auto const columns = factors.size() == 2 ? factors[1].levels.size() : 1;
    auto const place = [&](Cell const& cell) {
        auto const of = [&](std::size_t f) {
            auto const& levels = factors[f].levels;
            return static_cast<std::size_t>(std::ranges::find(levels, cell.levels[f]) - levels.begin());
        };
        return std::pair(of(0), columns > 1 ? of(1) : 0);
    };
    std::vector<std::vector<double>> answers(factors[0].levels.size(), std::vector<double>(columns, 0));
    std::vector<std::vector<bool>> hidden(factors[0].levels.size(), std::vector<bool>(columns, false));
    for (auto const& cell : cells) {
        auto const [row, column] = place(cell);
        answers[row][column] = cell.estimate.respondents;
        hidden[row][column] = is_hidden(cell.display.decision);
    }
    auto const all = secondary_suppression(answers, hidden);
    for (auto& cell : cells) {
        auto const [row, column] = place(cell);
        if (all[row][column] && !hidden[row][column]) cell.display.decision = Decision::suppress_secondary;
    }
}

Outcome<std::vector<Factor>> factors_of(RandomSurvey const& survey, std::vector<std::string> const& names) {
    std::vector<Factor> factors;
    for (auto const& name : names) {
        auto factor = factor_of(survey, name);
        if (!factor) return factor.problems();
        factors.push_back(std::move(*factor));
    }
    return factors;
}

}  // namespace

std::string_view name(ReportKind kind) {
    switch (kind) {
        case ReportKind::share: return "share";
        case ReportKind::mean: return "mean";
        case ReportKind::distribution: return "distribution";
        case ReportKind::change: return "change";
        case ReportKind::divergence: return "divergence";
    }
    throw std::logic_error("unknown kind of report");
}

Outcome<Report> estimate_report(RandomSurvey const& survey, ReportRequest const& request) {
    auto const answers = item_of(survey, request.item);
    if (!answers) return answers.problems();
    auto const factors = factors_of(survey, request.by);
    if (!factors) return factors.problems();
    bool const is_share = !answers->item.agreed.empty();
    Report report{is_share ? ReportKind::share : ReportKind::mean,
                  survey.title,
                  answers->item.name,
                  answers->item.label,
                  request.by,
                  request.level,
                  {},
                  survey.notes};
    auto const all = estimate(survey.sample, answers->value);
    if (!all) return all.problems();
    report.rows.push_back(row_of(cell_of({}, *all, is_share, request.level)));
    std::string_view const method = is_share ? "Intervals: Korn and Graubard." : "Intervals: Student's t.";
    report.notes.emplace_back(method);
    if (factors->empty()) return report;
    auto cells = cells_of(survey.sample, *factors, *answers, request.level);
    if (!cells) return cells.problems();
    hide_partners(*cells, *factors);
    for (auto const& cell : *cells) report.rows.push_back(row_of(cell));
    return report;
}

Outcome<Report> distribution_report(RandomSurvey const& survey, ReportRequest const& request) {
    auto const answers = item_of(survey, request.item);
    if (!answers) return answers.problems();
    Report report{ReportKind::distribution,
                  survey.title,
                  answers->item.name,
                  answers->item.label,
                  {},
                  request.level,
                  {},
                  survey.notes};
    auto const points = indicators(answers->points);
    for (std::size_t k = 0; k < points.size(); ++k) {
        auto const share = estimate(survey.sample, points[k]);
        if (!share) return share.problems();
        auto row = row_of(cell_of({}, *share, true, request.level));
        row.point = answers->points.levels[k];
        report.rows.push_back(std::move(row));
    }
    return report;
}

std::string to_csv(Report const& report) {
    auto const quoted = [](std::string const& text) {
        if (text.find_first_of(",\"\n") == std::string::npos) return text;
        std::string result = "\"";
        for (auto const c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
        return result + "\"";
    };
    auto const figure = [](std::optional<double> const& value) { return value ? fmt::format("{:.10g}", *value) : ""; };
    std::string text;
    for (auto const& note : report.notes) text += "# " + note + "\n";
    text += "item";
    for (auto const& factor : report.factors) text += "," + quoted(factor);
    text += ",answer,kind,n,value,standard_error,lower,upper,p_value,p_holm,wording\n";
    for (auto const& row : report.rows) {
        text += quoted(report.item);
        for (std::size_t f = 0; f < report.factors.size(); ++f)
            text += "," + (row.levels.empty() ? "" : quoted(row.levels[f]));
        text += fmt::format(",{},{},{}", quoted(row.point), name(report.kind),
                            row.respondents ? std::to_string(*row.respondents) : "");
        for (auto const& value :
             {row.value, row.standard_error, row.lower, row.upper, row.p_value, row.adjusted_p_value}) {
            text += "," + figure(value);
        }
        text += "," + row.wording + "\n";
    }
    return text;
}

}  // namespace lenkwerk::survey_statistics
