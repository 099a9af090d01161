// survey estimate: share, mean, total, ratio, quantile or distribution of an item, for all and by district, age, …
#include "commands/survey/survey.hpp"

namespace lenkwerk::commands::survey {
namespace {

using survey_statistics::Figure;
using survey_statistics::ProportionMethod;

struct Options : Request {
    std::vector<std::string> items;  // none: all
    bool distribution = false;
    bool total = false;
    std::optional<ProportionMethod> method;
};

// One figure a table: the options exclude one another.
void add_figures(CLI::App& command, Options& options) {
    auto* const figures = command.add_option_group("figure", "instead of the share or mean");
    figures->add_flag("--distribution", options.distribution, "all answers of the item");
    figures->add_flag("--total", options.total, "the total: how many people, how much in all");
    figures->add_option("--per", options.report.per, "the ratio to this item");
    figures
        ->add_option(
            "--quantile", options.report.probability,
            "the quantile below which this share lies (0.5: the median), of the places on the scale if there is one")
        ->check(CLI::Range(0.0, 1.0));
    figures->require_option(0, 1);
}

Figure figure_of(CLI::App const& command, Options const& options) {
    if (options.total) return Figure::total;
    if (!options.report.per.empty()) return Figure::ratio;
    return command.count("--quantile") > 0 ? Figure::quantile : Figure::item;
}

std::vector<std::string> items_of(survey_statistics::RandomSurvey const& survey, Options const& options) {
    if (!options.items.empty()) return options.items;
    std::vector<std::string> all;
    for (auto const& answers : survey.items) {
        // Of all items those that have one: a number has no distribution.
        if (!options.distribution || !answers.item.scale.empty()) all.push_back(answers.item.name);
    }
    // Where none has one, the first says so.
    if (all.empty() && !survey.items.empty()) all.push_back(survey.items.front().item.name);
    return all;
}

void estimate(Options& options) {
    auto const survey = load_random(options.description, options.answers);
    std::vector<survey_statistics::Report> reports;
    for (auto const& item : items_of(survey, options)) {
        options.report.item = item;
        reports.push_back(accepted(options.distribution ? distribution_report(survey, options.report)
                                                        : estimate_report(survey, options.report)));
    }
    if (options.items.size() == 1) return show(options, reports.front());
    show(options, reports);
}

}  // namespace

void add_estimate(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    auto* command = parent.add_subcommand("estimate", "share or mean of an item, with its interval");
    add_files(*command, *options);
    command->add_option("--item", options->items, "item of the description, or several; left out: all");
    add_table_options(*command, *options);
    add_figures(*command, *options);
    std::map<std::string, ProportionMethod> const methods{
        {"beta", ProportionMethod::beta},   {"likelihood", ProportionMethod::likelihood},
        {"logit", ProportionMethod::logit}, {"xlogit", ProportionMethod::logit},
        {"asin", ProportionMethod::asin},   {"mean", ProportionMethod::mean}};
    command
        ->add_option("--interval", options->method,
                     "interval of a share: beta (Korn and Graubard, default), likelihood, logit, xlogit, asin, mean")
        ->transform(CLI::CheckedTransformer(methods, CLI::ignore_case));
    command->callback([options, command] {
        options->report.figure = figure_of(*command, *options);
        options->report.method = options->method;
        estimate(*options);
    });
}

}  // namespace lenkwerk::commands::survey
