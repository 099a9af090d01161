#include "cores/survey_statistics/sentences.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <map>
#include <stdexcept>

namespace lenkwerk::survey_statistics {
namespace {

using Sentences = std::map<std::string, std::string>;

Sentences const& design_sentences() {
    static Sentences const kSentences{
        {"survey.design.empty", "there are no rows: give the file with the answers"},
        {"survey.design.weight_invalid", "the weight is missing or not above 0: correct it or leave the row out"},
        {"survey.design.weights_missing",
         "neither weights nor population sizes are given: name a column for one of them"},
        {"survey.design.code_missing", "the unit or the stratum is missing: fill it in or leave the row out"},
        {"survey.design.population_invalid", "the population of the stratum is missing or not above 0: correct it"},
        {"survey.design.population_differs",
         "the population of the stratum is {here:g} here and {before:g} in an earlier row: make them agree"},
        {"survey.design.oversampled",
         "{drawn:g} units were drawn from a stratum of {population:g}: correct the population or the stratum"},
        {"survey.design.lonely_stratum",
         "only one unit was drawn from the stratum: merge it with another or choose lonely_strata "
         "(certainty, adjust or average)"},
        {"survey.replicates.too_few", "at least 2 replicates are needed: raise their number"},
        {"survey.replicates.too_many",
         "{replicates} replicates of {rows} rows need more memory than there should be: use a bootstrap of fewer"},
        {"survey.replicates.not_paired", "balanced replication needs exactly two units a stratum: use the jackknife"},
        {"survey.replicates.fay_invalid", "Fay's factor has to be at least 0 and below 1"},
        {"survey.replicates.shape",
         "{weights} replicate weights with {parts} parts on {rows} rows, for {expected} rows of answers: make them "
         "agree"},
        {"survey.replicates.invalid", "replicate weight {replicate} is missing or negative: correct it"}};
    return kSentences;
}

Sentences const& weighting_sentences() {
    static Sentences const kSentences{
        {"survey.nonresponse.empty_class", "nobody answered in the class {class}: merge it with another class"},
        {"survey.margin.unknown_level", "the margin has more or fewer levels than the data: name every level once"},
        {"survey.margin.population_invalid", "the population of {level} is missing or not above 0: correct the margin"},
        {"survey.margin.category_missing",
         "the category is missing, but the weights are to be fitted to it: fill it in"},
        {"survey.margin.level_unanswered",
         "nobody who answered belongs to {level}: merge this level of the margin with another"},
        {"survey.raking.totals_differ",
         "the margin sums to {total:.10g}, but {other} to {other_total:.10g}: take both from one date and source"},
        {"survey.raking.no_convergence",
         "raking does not converge: {level} reaches {reached:.6g} instead of {wanted:.6g}: merge small levels of this "
         "margin"},
        {"survey.calibration.no_convergence",
         "calibration does not converge: the total reaches {reached:.6g} instead of {wanted:.6g}: widen the bounds or "
         "drop the variable"},
        {"survey.calibration.bounds_invalid",
         "bounds {lower:g} to {upper:g}: the lower has to be below 1, the upper above"},
        {"survey.calibration.missing_value",
         "the value is missing, but the weights are to be fitted to it: fill it in"},
        {"survey.trimming.bounds_invalid", "the mean weight {mean:.6g} lies outside of the bounds: widen them"}};
    return kSentences;
}

Sentences const& estimate_sentences() {
    static Sentences const kSentences{
        {"survey.estimate.no_answers", "there is no answer to estimate from: choose another item or a larger domain"},
        {"survey.estimate.one_answer", "one answer has no variance: choose a larger domain"},
        {"survey.estimate.zero_denominator", "the denominator of the ratio is 0: choose another"},
        {"survey.estimate.no_spread", "all answers agree, so that there is no design effect"},
        {"survey.estimate.weights_below_sample",
         "the weights sum to less than the sample: give weights that stand for the population, or compare with "
         "replacement"},
        {"survey.estimate.replicate_empty", "a replicate has no answer in one of the domains: merge small domains"},
        {"survey.interval.level_invalid", "the level {level:g} has to lie between 0 and 1, for example 0.95"},
        {"survey.interval.no_degrees", "no degrees of freedom are left: the domain is too small for an interval"},
        {"survey.interval.certain", "all answers agree, so that this interval is undefined: use the exact one"},
        {"survey.quantile.probability_invalid", "the probability {probability:g} has to lie between 0 and 1"},
        {"survey.table.too_small", "fewer than two categories were answered: there is nothing to compare"},
        {"survey.table.no_degrees", "too few units were drawn for this many categories: merge some"},
        {"survey.table.singular", "the categories cannot be told apart: merge some"},
        {"survey.domains.too_many",
         "the factors have more than {most} combinations, the most that a table takes: choose fewer or coarser ones"},
        {"survey.regression.collinear", "one predictor follows from the others: leave it out"},
        {"survey.regression.response_not_a_share", "a logistic regression needs answers between 0 and 1"},
        {"survey.regression.no_convergence", "the predictors separate the answers perfectly: leave one out"},
        {"survey.change.names_differ",
         "the two waves do not hold the same estimates: compare the same items and domains"},
        {"survey.report.no_scale", "the item has no scale, so that it has no distribution: ask for its mean"},
        {"survey.change.scales_differ",
         "the two waves asked it on different scales or count other answers: compare only what was asked alike"},
        {"survey.change.not_two_waves", "a change needs a factor of exactly two waves"},
        {"survey.divergence.unknown_reference", "no row belongs to the group {reference}: name one that there is"},
        {"survey.area.too_few", "{areas} areas are too few for this many covariates: leave some out"},
        {"survey.area.value_missing",
         "area {area}: the estimate or a covariate is missing: fill it in or leave the area out"},
        {"survey.area.variance_invalid", "area {area}: the sampling variance is missing or not above 0: correct it"},
        {"survey.area.collinear", "one covariate follows from the others: leave it out"}};
    return kSentences;
}

Sentences const& import_sentences() {
    static Sentences const kSentences{
        {"survey.csv.empty", "the file holds no rows: export the answers with a first line of column names"},
        {"survey.csv.duplicate_column", "two columns have this name: rename one"},
        {"survey.csv.column_count", "{found} cells instead of {expected}: check separators and quotation marks"},
        {"survey.csv.open_quotation", "a quotation mark is not closed: close it"},
        {"survey.csv.text_after_quotation",
         "text follows a closing quotation mark: double the quotation marks that belong to the text"},
        {"survey.description.not_json", "this is no JSON: {fault}"},
        {"survey.description.member_missing", "the member is missing: add it"},
        {"survey.description.member_invalid", "the member is not what is expected here ({expected}): correct it"},
        {"survey.description.member_unknown", "nothing has this name: {known}"},
        {"survey.import.unknown_column", "there is no such column: the file has {columns}"},
        {"survey.import.not_a_number", "\"{value}\" is no number: correct it or declare it as missing"},
        {"survey.import.number_out_of_range",
         "\"{value}\" is beyond what is computed with (1e-15 to 1e15): use another unit"},
        {"survey.import.value_undeclared",
         "\"{value}\" is not on the scale of the item: correct it or declare it in the description"},
        {"survey.import.level_undeclared",
         "\"{value}\" has no population figure in the margin: correct it or add the level"},
        {"survey.import.self_selected",
         "these answers are self-selected: they give counts, but no estimate, interval or test; run survey check"},
        {"survey.import.unknown_item", "there is no such item: the description has {known}"},
        {"survey.import.unknown_factor",
         "the description does not name this factor; it has {known}: add it under factors"},
        {"survey.import.nobody_responded", "nobody is marked as having answered: check column and value"}};
    return kSentences;
}

std::string const* find(std::string const& key) {
    for (auto const* sentences :
         {&design_sentences(), &weighting_sentences(), &estimate_sentences(), &import_sentences()}) {
        if (auto const found = sentences->find(key); found != sentences->end()) return &found->second;
    }
    return nullptr;
}

// "answers.csv, line 17, weight: ", "survey.json, line 20, column 5, weighting.margins.age: "
std::string place(Problem const& problem) {
    std::string text;
    auto const add = [&](std::string part) { text += (text.empty() ? "" : ", ") + part; };
    for (auto const& argument : problem.arguments) {
        if (argument.name == "file") add(std::get<std::string>(argument.value));
        for (std::string_view const counted : {"line", "column", "row"}) {
            if (argument.name == counted) add(fmt::format("{} {}", counted, std::get<std::int64_t>(argument.value)));
        }
    }
    if (!problem.field.empty()) add(problem.field);
    return text.empty() ? text : text + ": ";
}

}  // namespace

std::string sentence(Problem const& problem) {
    auto const* text = find(problem.key);
    if (text == nullptr) throw std::logic_error("no sentence for " + problem.key);
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (auto const& argument : problem.arguments) {
        std::visit([&](auto const& value) { store.push_back(fmt::arg(argument.name.c_str(), value)); }, argument.value);
    }
    return place(problem) + fmt::vformat(*text, store) + ".";
}

std::vector<std::string> known_refusals() {
    std::vector<std::string> keys;
    for (auto const* sentences :
         {&design_sentences(), &weighting_sentences(), &estimate_sentences(), &import_sentences()}) {
        for (auto const& [key, text] : *sentences) keys.push_back(key);
    }
    return keys;
}

std::string wording(std::string const& key) {
    static Sentences const kSentences{
        {"survey.wording.show", ""},
        {"survey.wording.review_df", "few degrees of freedom: a person decides whether to publish"},
        {"survey.wording.review_0_or_100", "nobody or everybody: a person decides whether to publish"},
        {"survey.wording.suppress_disclosure", "hidden: fewer than five people answered"},
        {"survey.wording.suppress_small_n", "hidden: too few answers"},
        {"survey.wording.suppress_wide", "hidden: too uncertain"},
        {"survey.wording.suppress_relative", "hidden: too uncertain for so small a share"},
        {"survey.wording.suppress_secondary", "hidden: a hidden figure could be computed from it"},
        {"survey.wording.undefined", "undefined here: nothing to divide by, or too few answers for every replicate"},
        {"survey.wording.one_side", "no difference: only one of the two sides has answers"},
        {"survey.wording.model_based", "estimated with a model from this and the other areas"},
        {"survey.wording.no_area_variance",
         "the areas do not differ beyond chance: all weight lies on the model, and the error is understated"},
        {"survey.wording.self_selected",
         "Whoever wanted to could answer here. The answers stand for the people who gave them and for nobody else; no "
         "margin "
         "of error exists for them."}};
    auto const found = kSentences.find(key);
    if (found == kSentences.end()) throw std::logic_error("no wording for " + key);
    return found->second;
}

}  // namespace lenkwerk::survey_statistics
