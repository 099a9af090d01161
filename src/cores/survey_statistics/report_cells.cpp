#include "cores/survey_statistics/report_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cores/survey_statistics/domain_sizes.hpp"
#include "cores/survey_statistics/quantiles.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr double kNobody = std::numeric_limits<double>::infinity();  // such a cell can hide nothing

// A figure that is no share is shown by the number of its answers alone: five for the people's sake, 30 for the figure's.
Decision decide_by_size(Proportion const& figure) {
    DisplayLimits const limits;
    if (figure.respondents < limits.fewest_answers) return Decision::suppress_disclosure;
    if (figure.respondents < limits.smallest_effective_size) return Decision::suppress_small_n;
    return figure.degrees < limits.fewest_degrees ? Decision::review_degrees : Decision::show;
}

std::optional<Interval> student(Proportion const& figure, double level) {
    if (!(figure.degrees > 0)) return std::nullopt;
    return symmetric_interval(figure.estimate, std::sqrt(figure.variance), figure.degrees, level);
}

ReportCell share_cell(Proportion const& share, ReportRequest const& request) {
    DisplayLimits limits;
    limits.level = request.level;
    auto const shown = display(share, limits);
    ReportCell cell{{}, share, shown.interval, {}, shown.decision};
    if (!request.method) return cell;
    auto const interval = proportion_interval(share, *request.method, request.level);
    cell.interval = interval ? std::optional(*interval) : std::nullopt;
    return cell;
}

Proportion figure_of(Estimates const& estimates, std::size_t index, double respondents, double degrees) {
    return {estimates.values[index], estimates.covariance(index, index), respondents, degrees};
}
Proportion figure_of(Estimates const& estimates) {
    return figure_of(estimates, 0, static_cast<double>(estimates.respondents), estimates.degrees_of_freedom);
}

// Those who answered everything that the figure needs.
ProbabilitySample answering(ProbabilitySample const& sample, ReportItem const& item) {
    Variables needed{{"", item.answers.value}};
    if (item.denominator) needed.push_back({"", item.denominator->value});
    return sample.within(complete_rows(sample, needed));
}

// A share or mean; `simple`: its variance in a simple random sample.
ReportCell mean_cell(Proportion const& figure, double simple, bool is_share, ReportRequest const& request) {
    auto cell = is_share ? share_cell(figure, request)
                         : ReportCell{{}, figure, student(figure, request.level), {}, decide_by_size(figure)};
    if (simple > 0) cell.design_effect = figure.variance / simple;
    return cell;
}

// Shares or means of all domains at once, and their totals where these are asked for.
Outcome<std::vector<ReportCell>> mean_cells(ProbabilitySample const& answered, Grouping const& grouping,
                                            ReportItem const& item, ReportRequest const& request) {
    Variables const variables{{"", item.answers.value}};
    auto const found = domain_means(answered, grouping, variables, Covariances::variances_only);
    if (!found) return found.problems();
    auto const degrees = degrees_by_cell(answered, grouping);
    auto const simple = simple_variances(answered, grouping, item.answers.value);
    std::vector<ReportCell> cells;
    for (std::size_t c = 0; c < found->domains(); ++c) {
        auto const figure = figure_of(found->estimates, c, static_cast<double>(found->respondents[c]), degrees[c]);
        cells.push_back(mean_cell(figure, simple[c], item.is_share, request));
        cells.back().levels = found->levels[c];
    }
    if (request.figure != Figure::total) return cells;
    auto const total = domain_totals(answered, grouping, variables, Covariances::variances_only);
    if (!total) return total.problems();
    for (std::size_t c = 0; c < cells.size(); ++c) {
        // Whether a number of people may be shown was decided for their share: the two tell the same.
        cells[c].estimate = figure_of(total->estimates, c, cells[c].estimate.respondents, degrees[c]);
        cells[c].interval = student(cells[c].estimate, request.level);
    }
    return cells;
}

Outcome<ReportCell> ratio_cell(ProbabilitySample const& sample, ReportItem const& item, ReportRequest const& request) {
    auto const ratio = ratios(sample, {{"y", item.answers.value}}, {{"x", item.denominator->value}});
    if (!ratio) return ratio.problems();
    auto const figure = figure_of(*ratio);
    return ReportCell{{}, figure, student(figure, request.level), {}, decide_by_size(figure)};
}

Outcome<ReportCell> quantile_cell(ProbabilitySample const& sample, ReportItem const& item,
                                  ReportRequest const& request) {
    QuantileRequest wanted;
    wanted.probability = request.probability;
    wanted.level = request.level;
    auto const found = quantile(sample, item.answers.value, wanted);
    if (!found) return found.problems();
    auto const error = found->standard_error.value_or(std::nan(""));
    Proportion const figure{found->quantile, error * error, static_cast<double>(sample.respondents()),
                            sample.degrees_of_freedom()};
    ReportCell cell{{}, figure, {}, {}, decide_by_size(figure)};
    if (found->lower && found->upper) cell.interval = Interval{*found->lower, *found->upper};
    return cell;
}

// Everybody in one cell.
Grouping undivided(ProbabilitySample const& sample) {
    return {std::vector<std::int32_t>(sample.rows(), 0), {std::vector<std::string>{}}};
}

Outcome<ReportCell> cell_of(ProbabilitySample const& answered, ReportItem const& item, ReportRequest const& request) {
    if (request.figure == Figure::ratio) return ratio_cell(answered, item, request);
    if (request.figure == Figure::quantile) return quantile_cell(answered, item, request);
    auto cells = mean_cells(answered, undivided(answered), item, request);
    if (!cells) return cells.problems();
    return std::move(cells->front());
}

// Domain by domain; one whose figure is undefined stands in the table without it.
std::vector<ReportCell> one_by_one(ProbabilitySample const& answered, Grouping const& grouping, ReportItem const& item,
                                   ReportRequest const& request) {
    std::vector<ReportCell> cells;
    std::vector<std::uint8_t> inside(answered.rows());
    for (std::size_t c = 0; c < grouping.cells(); ++c) {
        for (std::size_t i = 0; i < inside.size(); ++i) inside[i] = grouping.cell[i] == static_cast<std::int32_t>(c);
        auto const domain = answered.within(inside);
        auto const cell = cell_of(domain, item, request);
        Proportion const nothing{0, 0, static_cast<double>(domain.respondents()), 0};
        cells.push_back(cell ? *cell : ReportCell{{}, nothing, {}, {}, Decision::undefined});
        if (nothing.respondents < DisplayLimits{}.fewest_answers) cells.back().decision = Decision::suppress_disclosure;
        cells.back().levels = grouping.levels[c];
    }
    return cells;
}

std::size_t place_of(std::vector<std::string> const& levels, std::string const& level) {
    return static_cast<std::size_t>(std::ranges::find(levels, level) - levels.begin());
}

using Mark = bool (*)(Decision);

// Marks what `hides`, and as many further cells as it takes that no line of the table holds exactly one. Tables of more than two
// factors are read as many tables of the last two, one beside the other.
std::vector<bool> with_partners(std::vector<ReportCell> const& cells, std::vector<Factor> const& factors, Mark hides) {
    auto const columns = factors.size() > 1 ? factors.back().levels.size() : 1;
    std::size_t rows = 1;
    for (std::size_t f = 0; f + (factors.size() > 1) < factors.size(); ++f) rows *= factors[f].levels.size();
    auto const row_of_cell = [&](ReportCell const& cell) {
        std::size_t row = 0;
        for (std::size_t f = 0; f + (factors.size() > 1) < factors.size(); ++f) {
            row = row * factors[f].levels.size() + place_of(factors[f].levels, cell.levels[f]);
        }
        return row;
    };
    auto const column_of = [&](ReportCell const& cell) {
        return columns > 1 ? place_of(factors.back().levels, cell.levels.back()) : 0;
    };
    std::vector<std::vector<double>> answers(rows, std::vector<double>(columns, kNobody));
    std::vector<std::vector<bool>> hidden(rows, std::vector<bool>(columns, false));
    for (auto const& cell : cells) {
        answers[row_of_cell(cell)][column_of(cell)] = cell.estimate.respondents;
        hidden[row_of_cell(cell)][column_of(cell)] = hides(cell.decision);
    }
    auto const all = secondary_suppression(answers, hidden);
    std::vector<bool> marked;
    for (auto const& cell : cells) marked.push_back(all[row_of_cell(cell)][column_of(cell)]);
    return marked;
}

// First for the numbers of answers, some of which are hidden, then for the figures.
void hide_partners(std::vector<ReportCell>& cells, std::vector<Factor> const& factors) {
    auto const hides_size = [](Decision decision) {
        return decision == Decision::suppress_disclosure || decision == Decision::suppress_secondary;
    };
    for (Mark const hides : {Mark(hides_size), Mark(is_hidden)}) {
        auto const marked = with_partners(cells, factors, hides);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (marked[c] && !hides(cells[c].decision)) cells[c].decision = Decision::suppress_secondary;
        }
    }
}

}  // namespace

Outcome<ReportItem> report_item(RandomSurvey const& survey, ReportRequest const& request) {
    auto answers = item_of(survey, request.item);
    if (!answers) return answers.problems();
    ReportItem item{std::move(*answers), {}, false};
    item.is_share = !item.answers.item.agreed.empty();
    if (request.figure == Figure::quantile && item.is_share) {
        // The share's 0 and 1 have no median worth the name: the answers' places on the scale do.
        auto const& codes = item.answers.points.codes;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            item.answers.value[i] = codes[i] < 0 ? std::nan("") : codes[i] + 1.0;
        }
        item.is_share = false;
    }
    if (request.figure != Figure::ratio) return item;
    auto denominator = item_of(survey, request.per);
    if (!denominator) return denominator.problems();
    item.denominator = std::move(*denominator);
    return item;
}

Outcome<ReportCell> cell_of_all(ProbabilitySample const& sample, ReportItem const& item, ReportRequest const& request) {
    return cell_of(answering(sample, item), item, request);
}

std::vector<ReportCell> cells_by(ProbabilitySample const& sample, std::vector<Factor> const& factors,
                                 ReportItem const& item, ReportRequest const& request) {
    auto const answered = answering(sample, item);
    auto const grouping = crossed(factors, answered.weights());
    bool const at_once = request.figure == Figure::item || request.figure == Figure::total;
    auto found =
        at_once ? mean_cells(answered, grouping, item, request) : one_by_one(answered, grouping, item, request);
    // Where a replicate has nobody in one of the domains, the others still have their figures.
    auto cells = found ? std::move(*found) : one_by_one(answered, grouping, item, request);
    hide_partners(cells, factors);
    return cells;
}

ReportRow row_of(ReportCell const& cell) {
    ReportRow row;
    row.levels = cell.levels;
    row.wording = wording_key(cell.decision);
    bool const hides_size =
        cell.decision == Decision::suppress_disclosure || cell.decision == Decision::suppress_secondary;
    if (!hides_size) row.respondents = static_cast<std::size_t>(cell.estimate.respondents);
    if (is_hidden(cell.decision) || cell.decision == Decision::undefined) return row;
    row.value = cell.estimate.estimate;
    if (std::isfinite(cell.estimate.variance)) row.standard_error = std::sqrt(cell.estimate.variance);
    row.design_effect = cell.design_effect;
    if (!cell.interval) return row;
    row.lower = cell.interval->lower;
    row.upper = cell.interval->upper;
    return row;
}

}  // namespace lenkwerk::survey_statistics
