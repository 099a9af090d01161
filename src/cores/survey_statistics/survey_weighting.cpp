#include "cores/survey_statistics/survey_weighting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/domain_sizes.hpp"
#include "cores/survey_statistics/margins.hpp"
#include "cores/survey_statistics/quantiles.hpp"

namespace lenkwerk::survey_statistics {
namespace {

std::string listed(auto const& entries, auto const& name_of) {
    std::string text;
    for (auto const& entry : entries) text += (text.empty() ? "" : ", ") + name_of(entry);
    return text;
}
std::string listed(std::vector<std::string> const& names) {
    return listed(names, [](std::string const& name) { return name; });
}

double median_of_positive(std::span<double const> weights) {
    std::vector<double> const ones(weights.size(), 1);
    std::vector<double> positive(weights.begin(), weights.end());
    for (auto& weight : positive) {
        if (weight == 0) weight = std::nan("");
    }
    return weighted_quantile(positive, ones, 0.5, QuantileRule::midpoint);
}

// How far the weights miss the margin where they miss it most, as a share of the level.
double largest_miss(ProbabilitySample const& sample, std::vector<Margin> const& margins) {
    double miss = 0;
    std::vector<double> const weights(sample.weights().begin(), sample.weights().end());
    for (auto const& margin : margins) {
        auto const reached = level_totals(margin, weights);
        for (std::size_t level = 0; level < reached.size(); ++level) {
            miss = std::max(miss, std::abs(reached[level] / margin.population[level] - 1));
        }
    }
    return miss;
}

// Caused by the description, not by a row of the answers.
bool is_of_figures(Problem const& problem) {
    return std::ranges::none_of(problem.arguments,
                                [](auto const& argument) { return argument.name == "row" || argument.name == "file"; });
}

class Weighting {
public:
    Weighting(AnswerColumns const& columns, SurveyDescription const& description,
              std::map<std::string, Factor> const& factors, ProbabilitySample sample)
        : columns_(columns),
          plan_(description.weighting),
          description_(description),
          factors_(factors),
          sample_(std::move(sample)) {}

    Outcome<WeightedSurvey> run(std::vector<std::uint8_t> const& answered) {
        note("design weights");
        auto problems = nonresponse(answered);
        for (auto const step : {&Weighting::read_margins, &Weighting::fit, &Weighting::cut}) {
            if (problems.empty()) problems = (this->*step)();
        }
        if (!problems.empty()) return placed(std::move(problems));
        return WeightedSurvey{sample_, steps_};
    }

private:
    void note(std::string what) {
        WeightingStep step{std::move(what), weighting_effect(sample_.weights()).design_effect, 0, 0};
        for (auto const weight : sample_.weights()) {
            if (weight == 0) continue;
            step.smallest = step.smallest == 0 ? weight : std::min(step.smallest, weight);
            step.largest = std::max(step.largest, weight);
        }
        steps_.push_back(step);
    }

    Problems placed(Problems problems) const {
        for (auto& problem : problems) {
            if (!is_of_figures(problem)) continue;
            auto const& path = problem.field;
            bool const is_margin = std::ranges::any_of(margins_, [&](auto const& one) { return one.name == path; });
            std::vector<std::string> steps{"weighting"};
            if (is_margin) {
                steps.insert(steps.end(), {"margins", path});
            } else {
                steps.push_back(path);
            }
            for (auto const& argument : problem.arguments) {
                if (argument.name == "level") steps.push_back(std::get<std::string>(argument.value));
            }
            auto place = place_in(description_, steps);
            problem.arguments.insert(problem.arguments.end(), place.begin(), place.end());
        }
        return columns_.placed(std::move(problems));
    }

    Problems nonresponse(std::vector<std::uint8_t> const& answered) {
        if (plan_.nonresponse.empty()) {
            sample_ = sample_.within(answered);
            return {};
        }
        std::vector<Factor> classes;
        for (auto const& name : plan_.nonresponse) classes.push_back(factors_.at(name));
        if (auto problems = check_domains(classes, sample_.rows()); !problems.empty()) return problems;
        auto const crossing = crossed(classes, sample_.weights());
        Factor joined{crossing.cell, {}};
        for (auto const& levels : crossing.levels) joined.levels.push_back(listed(levels));
        auto weights = nonresponse_weights(sample_.weights(), joined, answered);
        if (!weights) {
            auto problems = weights.problems();
            for (auto& problem : problems)
                problem.field = is_of_figures(problem) ? "nonresponse" : listed(plan_.nonresponse);
            return problems;
        }
        auto const* replicates = sample_.replicates();
        auto fitted = replicates == nullptr ? Replicates{} : refitted(*replicates, [&](auto const& drawn) {
            return carried_by_respondents(drawn, joined, answered);
        });
        sample_ = sample_.reweighted(std::move(*weights));
        if (replicates != nullptr) sample_ = sample_.with_replicates(std::move(fitted));
        note("nonresponse within " + listed(plan_.nonresponse));
        return {};
    }

    Problems read_margins() {
        for (auto const& known : plan_.margins) {
            Margin margin{known.factor, {}, {}};
            std::vector<std::string> levels;
            for (auto const& [level, figure] : known.levels) {
                levels.push_back(level);
                margin.population.push_back(figure);
            }
            auto factor = columns_.factor(known.factor, levels);
            if (!factor) return factor.problems();
            margin.factor = std::move(*factor);
            margins_.push_back(std::move(margin));
        }
        return {};
    }

    Problems fit() {
        if (plan_.calibration) return calibrated();
        if (margins_.empty()) return {};
        auto fitted = margins_.size() == 1 ? post_stratify(sample_, margins_.front()) : rake(sample_, margins_);
        if (!fitted) return fitted.problems();
        sample_ = std::move(*fitted);
        note((margins_.size() == 1 ? "post-stratified to " : "raked to ") + names());
        return {};
    }

    Problems calibrated() {
        auto const& plan = *plan_.calibration;
        std::vector<std::pair<std::string, double>> totals = plan.totals;
        std::vector<std::vector<double>> values;
        for (auto const& [column, total] : totals) {
            auto numbers = columns_.numbers(column);
            if (!numbers) return numbers.problems();
            values.push_back(std::move(*numbers));
        }
        if (auto problems = check_margins(sample_, margins_); !problems.empty()) return problems;
        for (auto const& margin : margins_) {
            auto parts = indicators(margin.factor);
            // Every margin sums to the same: the first level of the others follows.
            for (std::size_t level = &margin == &margins_.front() ? 0 : 1; level < parts.size(); ++level) {
                totals.emplace_back(margin.name, margin.population[level]);
                values.push_back(std::move(parts[level]));
            }
        }
        Variables variables;
        std::vector<double> wanted;
        for (std::size_t j = 0; j < totals.size(); ++j) {
            variables.push_back({totals[j].first, values[j]});
            wanted.push_back(totals[j].second);
        }
        auto fitted = calibrate(sample_, variables, wanted, plan.options);
        if (!fitted) return fitted.problems();
        sample_ = std::move(*fitted);
        note("calibrated to " + listed(totals_and_margins()));
        return {};
    }

    Problems cut() {
        if (!plan_.trim) return {};
        auto const upper = *plan_.trim * median_of_positive(sample_.weights());
        auto weights = trim({sample_.weights().begin(), sample_.weights().end()}, 0, upper);
        if (!weights) {
            auto problems = weights.problems();
            problems.front().field = "trim";
            return problems;
        }
        auto const* replicates = sample_.replicates();
        auto cut = replicates == nullptr ? Replicates{} : refitted(*replicates, [&](auto const& whole) {
            auto within = trim(whole, 0, upper);
            return within ? *within : whole;  // its mean lies above the bound: nothing could take the excess
        });
        sample_ = sample_.reweighted(std::move(*weights));
        if (replicates != nullptr) sample_ = sample_.with_replicates(std::move(cut));
        note(fmt::format("cut at {:.6g} (margins missed by {:.2g} % at most)", upper,
                         100 * largest_miss(sample_, margins_)));
        return {};
    }

    std::string names() const {
        return listed(margins_, [](Margin const& margin) { return margin.name; });
    }
    std::vector<std::string> totals_and_margins() const {
        std::vector<std::string> all;
        for (auto const& [column, total] : plan_.calibration->totals) all.push_back(column);
        for (auto const& margin : margins_) all.push_back(margin.name);
        return all;
    }

    AnswerColumns const& columns_;
    WeightingPlan const& plan_;
    SurveyDescription const& description_;
    std::map<std::string, Factor> const& factors_;
    ProbabilitySample sample_;
    std::vector<Margin> margins_;
    std::vector<WeightingStep> steps_;
};

}  // namespace

Outcome<WeightedSurvey> weighted_survey(AnswerColumns const& columns, SurveyDescription const& description,
                                        std::map<std::string, Factor> const& factors, ProbabilitySample sample,
                                        std::vector<std::uint8_t> const& answered) {
    return Weighting(columns, description, factors, std::move(sample)).run(answered);
}

}  // namespace lenkwerk::survey_statistics
