// Reports of differences: between waves, and between groups.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/contrasts.hpp"
#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/domain_sizes.hpp"
#include "cores/survey_statistics/report.hpp"
#include "cores/survey_statistics/report_tests.hpp"

namespace lenkwerk::survey_statistics {
namespace {

struct Compared {
    std::vector<std::string> levels;
    std::optional<Estimates> difference = {};  // one value; none where only one side has answers
    std::size_t fewest = 0;
};

ReportRow row_of(Compared const& compared, double level) {
    ReportRow row;
    row.levels = compared.levels;
    if (!compared.difference) {
        row.wording = "survey.wording.one_side";
        return row;
    }
    DisplayLimits const limits;
    if (static_cast<double>(compared.fewest) < limits.fewest_answers) {
        row.wording = wording_key(Decision::suppress_disclosure);
        return row;
    }
    row.respondents = compared.difference->respondents;
    if (static_cast<double>(compared.fewest) < limits.smallest_effective_size) {
        row.wording = wording_key(Decision::suppress_small_n);
        return row;
    }
    auto const value = compared.difference->values[0];
    auto const error = standard_error(*compared.difference, 0);
    auto const degrees = compared.difference->degrees_of_freedom;
    row.value = value;
    row.standard_error = error;
    row.wording = wording_key(degrees < limits.fewest_degrees ? Decision::review_degrees : Decision::show);
    if (!(degrees > 0)) return row;
    auto const interval = symmetric_interval(value, error, degrees, level);
    row.lower = interval.lower;
    row.upper = interval.upper;
    if (error > 0) row.p_value = student_two_sided(value / error, degrees);
    return row;
}

// Holm over the rows that hold a p value; the row of all stands by itself.
void adjust(std::vector<ReportRow>& rows) {
    std::vector<double> p_values;
    for (auto const& row : rows) {
        if (row.p_value && !row.levels.empty()) p_values.push_back(*row.p_value);
    }
    auto const adjusted = holm(p_values);
    std::size_t next = 0;
    for (auto& row : rows) {
        if (row.p_value && !row.levels.empty()) row.adjusted_p_value = adjusted[next++];
    }
}

void add_notes(Report& report) {
    report.notes.push_back(
        "Each interval is that of the difference; overlapping intervals of two figures say nothing about it.");
    report.notes.push_back("p values of several rows are corrected after Holm; a change has no cause by itself.");
}

Outcome<Grouping> grouping_of(RandomSurvey const& survey, ProbabilitySample const& sample,
                              std::vector<std::string> const& names) {
    std::vector<Factor> factors;
    for (auto const& name : names) {
        auto factor = factor_of(survey, name);
        if (!factor) return factor.problems();
        factors.push_back(std::move(*factor));
    }
    if (auto problems = check_domains(factors, sample.rows()); !problems.empty()) return problems;
    return crossed(factors, sample.weights());
}

struct Wave {
    ItemAnswers answers;
    DomainEstimates domains;
};

Outcome<Wave> wave_of(RandomSurvey const& survey, ReportRequest const& request, std::vector<std::string> const& by,
                      Covariances covariances) {
    auto answers = item_of(survey, request.item);
    if (!answers) return answers.problems();
    auto const grouping = grouping_of(survey, survey.sample, by);
    if (!grouping) return grouping.problems();
    auto domains = domain_means(survey.sample, *grouping, {{"mean", answers->value}}, covariances);
    if (!domains) return domains.problems();
    return Wave{std::move(*answers), std::move(*domains)};
}

std::optional<std::size_t> find(DomainEstimates const& domains, std::vector<std::string> const& levels) {
    auto const found = std::ranges::find(domains.levels, levels);
    if (found == domains.levels.end()) return std::nullopt;
    return static_cast<std::size_t>(found - domains.levels.begin());
}

Estimates one_of(DomainEstimates const& domains, std::size_t index) {
    Estimates one{{"mean"},
                  {domains.estimates.values[index]},
                  Matrix(1, 1),
                  domains.estimates.degrees_of_freedom,
                  domains.respondents[index]};
    one.covariance(0, 0) = domains.estimates.covariance(index, index);
    return one;
}

Outcome<std::vector<Compared>> independent_changes(RandomSurvey const& earlier, RandomSurvey const& later,
                                                   ReportRequest const& request, std::vector<std::string> const& by) {
    auto const before = wave_of(earlier, request, by, Covariances::variances_only);
    if (!before) return before.problems();
    auto const after = wave_of(later, request, by, Covariances::variances_only);
    if (!after) return after.problems();
    std::vector<Compared> result;
    for (std::size_t k = 0; k < after->domains.domains(); ++k) {
        auto const same = find(before->domains, after->domains.levels[k]);
        if (!same) {
            result.push_back({after->domains.levels[k]});
            continue;
        }
        auto change = independent_change(one_of(before->domains, *same), one_of(after->domains, k));
        if (!change) return change.problems();
        result.push_back({after->domains.levels[k], std::move(*change),
                          std::min(before->domains.respondents[*same], after->domains.respondents[k])});
    }
    for (auto const& levels : before->domains.levels) {
        if (!find(after->domains, levels)) result.push_back({levels});
    }
    return result;
}

// The domain's counterpart under another level of the leading factor.
std::vector<std::string> under(std::vector<std::string> levels, std::string const& level) {
    levels.front() = level;
    return levels;
}

// Differences within one sample, whose covariance counts: `first` and `second` are levels of the leading factor.
std::vector<Compared> contrasted(DomainEstimates const& domains, std::string const& first, std::string const& second) {
    std::vector<Compared> result;
    for (std::size_t k = 0; k < domains.domains(); ++k) {
        auto const& levels = domains.levels[k];
        auto const& other = levels.front() == first ? second : first;
        auto const base = find(domains, under(levels, other));
        std::vector<std::string> const rest(levels.begin() + 1, levels.end());
        if (!base && (levels.front() == first || levels.front() == second)) result.push_back({rest});
        if (!base || levels.front() != first) continue;
        auto change = difference(domains.estimates, k, *base, "difference");
        change.respondents = domains.respondents[k] + domains.respondents[*base];
        result.push_back({rest, std::move(change), std::min(domains.respondents[k], domains.respondents[*base])});
    }
    return result;
}

Report started(ReportKind kind, RandomSurvey const& survey, ItemAnswers const& answers, ReportRequest const& request) {
    Report report{kind,          survey.title, answers.item.name, answers.item.label, request.by,
                  request.level, {},           survey.notes};
    report.is_of_shares = !answers.item.agreed.empty();
    return report;
}

// Shares or means on one scale only: the same values, counted and agreed to alike.
bool is_same_question(Item const& one, Item const& other) {
    auto const same = [](ScalePoint const& a, ScalePoint const& b) {
        return a.value == b.value && a.counted == b.counted;
    };
    return std::ranges::equal(one.scale, other.scale, same) && one.agreed == other.agreed;
}

// How many of each group's people answered: what a finite population correction does not make good for.
std::string response_note(ProbabilitySample const& sample, Factor const& groups) {
    std::vector<std::size_t> drawn(groups.levels.size());
    std::vector<std::size_t> answered(groups.levels.size());
    for (std::size_t i = 0; i < groups.codes.size(); ++i) {
        if (groups.codes[i] < 0) continue;
        ++drawn[static_cast<std::size_t>(groups.codes[i])];
        answered[static_cast<std::size_t>(groups.codes[i])] += sample.weights()[i] != 0;
    }
    std::string text;
    for (std::size_t g = 0; g < drawn.size(); ++g) {
        text += fmt::format("{}{} {} of {}", g == 0 ? "Answered: " : ", ", groups.levels[g], answered[g], drawn[g]);
    }
    return text + ".";
}

}  // namespace

Outcome<Report> change_report(RandomSurvey const& earlier, RandomSurvey const& later, ReportRequest const& request) {
    auto const answers = item_of(later, request.item);
    if (!answers) return answers.problems();
    auto const earlier_answers = item_of(earlier, request.item);
    if (!earlier_answers) return earlier_answers.problems();
    if (!is_same_question(answers->item, earlier_answers->item)) {
        return refuse("survey.change.scales_differ", request.item);
    }
    auto report = started(ReportKind::change, later, *answers, request);
    std::vector<std::vector<std::string>> tables{{}};
    if (!request.by.empty()) tables.push_back(request.by);
    for (auto const& by : tables) {
        auto const changes = independent_changes(earlier, later, request, by);
        if (!changes) return changes.problems();
        for (auto const& change : *changes) report.rows.push_back(row_of(change, request.level));
    }
    adjust(report.rows);
    add_notes(report);
    report.notes.push_back("The two samples were drawn independently: their variances add.");
    return report;
}

Outcome<Report> wave_report(RandomSurvey const& survey, std::string const& wave, ReportRequest const& request) {
    auto const waves = factor_of(survey, wave);
    if (!waves) return waves.problems();
    if (waves->levels.size() != 2) return refuse("survey.change.not_two_waves", wave);
    auto const answers = item_of(survey, request.item);
    if (!answers) return answers.problems();
    auto report = started(ReportKind::change, survey, *answers, request);
    std::vector<std::vector<std::string>> tables{{wave}};
    if (!request.by.empty()) {
        tables.push_back({wave});
        tables.back().insert(tables.back().end(), request.by.begin(), request.by.end());
    }
    for (auto const& by : tables) {
        auto const found = wave_of(survey, request, by, Covariances::full);
        if (!found) return found.problems();
        for (auto const& change : contrasted(found->domains, waves->levels[1], waves->levels[0])) {
            report.rows.push_back(row_of(change, request.level));
        }
    }
    adjust(report.rows);
    add_notes(report);
    report.notes.push_back(
        "Units asked in both waves are one unit: the covariance of the waves is in the standard error.");
    return report;
}

Outcome<Report> divergence_report(RandomSurvey const& survey, std::string const& group, std::string const& reference,
                                  ReportRequest const& request) {
    auto const groups = factor_of(survey, group);
    if (!groups) return groups.problems();
    if (std::ranges::find(groups->levels, reference) == groups->levels.end()) {
        return refuse("survey.divergence.unknown_reference", group, {{"reference", reference}});
    }
    auto const found = wave_of(survey, request, {group}, Covariances::full);
    if (!found) return found.problems();
    auto report = started(ReportKind::divergence, survey, found->answers, request);
    report.factors = {group};
    for (auto const& level : groups->levels) {
        if (level == reference) continue;
        for (auto& change : contrasted(found->domains, level, reference)) {
            change.levels = {level};
            report.rows.push_back(row_of(change, request.level));
        }
    }
    adjust(report.rows);
    add_notes(report);
    add_tests(report, survey.sample, found->answers, *groups);
    report.notes.push_back(fmt::format("Each row is a group less {}.", reference));
    report.notes.push_back(response_note(survey.sample, *groups));
    return report;
}

}  // namespace lenkwerk::survey_statistics
