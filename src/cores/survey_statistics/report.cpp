#include "cores/survey_statistics/report.hpp"

#include <fmt/format.h>

#include "cores/survey_statistics/domain_sizes.hpp"
#include "cores/survey_statistics/report_cells.hpp"

namespace lenkwerk::survey_statistics {
namespace {

Outcome<std::vector<Factor>> factors_of(RandomSurvey const& survey, std::vector<std::string> const& names) {
    std::vector<Factor> factors;
    for (auto const& name : names) {
        auto factor = factor_of(survey, name);
        if (!factor) return factor.problems();
        factors.push_back(std::move(*factor));
    }
    return factors;
}

ReportKind kind_of(ReportItem const& item, Figure figure) {
    switch (figure) {
        case Figure::item: return item.is_share ? ReportKind::share : ReportKind::mean;
        case Figure::total: return ReportKind::total;
        case Figure::ratio: return ReportKind::ratio;
        case Figure::quantile: return ReportKind::quantile;
    }
    throw std::logic_error("unknown kind of figure");
}

std::string interval_note(ReportKind kind, ReportRequest const& request) {
    if (kind == ReportKind::quantile) return fmt::format("Quantile {:g}, interval: Woodruff.", request.probability);
    if (kind != ReportKind::share) return "Intervals: Student's t.";
    if (!request.method) return "Intervals: Korn and Graubard.";
    return "Intervals: as asked for; empty where nobody or everybody said so, and this interval is undefined.";
}

// An answer of the scale, as the item "gave this answer".
struct Point {
    std::string label;
    ReportItem item;
};
std::vector<Point> points_of(ItemAnswers const& answers) {
    std::vector<Point> points;
    auto columns = indicators(answers.points);
    for (std::size_t k = 0; k < columns.size(); ++k) {
        points.push_back({answers.points.levels[k], {{answers.item, std::move(columns[k]), {}}, {}, true}});
    }
    return points;
}

ReportRow row_of_point(Point const& point, ReportCell const& cell) {
    auto row = row_of(cell);
    row.point = point.label;
    return row;
}

// Domain by domain its whole distribution; all points have the same domains, since one answer gives them all.
void add_domains(Report& report, RandomSurvey const& survey, std::vector<Point> const& points,
                 std::vector<Factor> const& factors, ReportRequest const& request) {
    std::vector<std::vector<ReportCell>> cells;
    for (auto const& point : points) cells.push_back(cells_by(survey.sample, factors, point.item, request));
    for (std::size_t c = 0; c < cells.front().size(); ++c) {
        for (std::size_t k = 0; k < points.size(); ++k) report.rows.push_back(row_of_point(points[k], cells[k][c]));
    }
}

}  // namespace

std::string_view name(ReportKind kind) {
    switch (kind) {
        case ReportKind::share: return "share";
        case ReportKind::mean: return "mean";
        case ReportKind::total: return "total";
        case ReportKind::ratio: return "ratio";
        case ReportKind::quantile: return "quantile";
        case ReportKind::distribution: return "distribution";
        case ReportKind::change: return "change";
        case ReportKind::divergence: return "divergence";
    }
    throw std::logic_error("unknown kind of report");
}

Outcome<Report> estimate_report(RandomSurvey const& survey, ReportRequest const& request) {
    auto const item = report_item(survey, request);
    if (!item) return item.problems();
    auto const factors = factors_of(survey, request.by);
    if (!factors) return factors.problems();
    if (auto problems = check_domains(*factors, survey.sample.rows()); !problems.empty()) return problems;
    auto const& described = item->answers.item;
    Report report{kind_of(*item, request.figure),
                  survey.title,
                  described.name,
                  described.label,
                  request.by,
                  request.level,
                  {},
                  survey.notes};
    report.is_of_shares = report.kind == ReportKind::share;
    auto const all = cell_of_all(survey.sample, *item, request);
    if (!all) return all.problems();
    report.rows.push_back(row_of(*all));
    report.notes.push_back(interval_note(report.kind, request));
    if (item->denominator) report.notes.push_back("Per unit of " + item->denominator->item.label + ".");
    if (factors->empty()) return report;
    for (auto const& cell : cells_by(survey.sample, *factors, *item, request)) report.rows.push_back(row_of(cell));
    return report;
}

Outcome<Report> distribution_report(RandomSurvey const& survey, ReportRequest const& request) {
    auto const answers = item_of(survey, request.item);
    if (!answers) return answers.problems();
    auto const& described = answers->item;
    if (described.scale.empty()) return refuse("survey.report.no_scale", described.name);
    auto const factors = factors_of(survey, request.by);
    if (!factors) return factors.problems();
    if (auto problems = check_domains(*factors, survey.sample.rows()); !problems.empty()) return problems;
    Report report{ReportKind::distribution,
                  survey.title,
                  described.name,
                  described.label,
                  request.by,
                  request.level,
                  {},
                  survey.notes};
    report.is_of_shares = true;
    auto const points = points_of(*answers);
    for (auto const& point : points) {
        auto const share = cell_of_all(survey.sample, point.item, request);
        if (!share) return share.problems();
        report.rows.push_back(row_of_point(point, *share));
    }
    if (!factors->empty() && !points.empty()) add_domains(report, survey, points, *factors, request);
    report.notes.push_back(interval_note(ReportKind::share, request));
    return report;
}

}  // namespace lenkwerk::survey_statistics
