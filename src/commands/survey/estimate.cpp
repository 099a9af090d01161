// survey estimate: share, mean, total, ratio, quantile or distribution of an item, for all and by district, age, …
#include "commands/survey/survey.hpp"

namespace lenkwerk::commands::survey {
namespace {

using survey_statistics::Figure;
using survey_statistics::ProportionMethod;

struct Options : Request {
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

}  // namespace

void add_estimate(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    auto* command = parent.add_subcommand("estimate", "share or mean of an item, with its interval");
    add_files(*command, *options);
    add_report_options(*command, *options);
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
        auto const survey = load_random(options->description, options->answers);
        options->report.figure = figure_of(*command, *options);
        options->report.method = options->method;
        show(*options, accepted(options->distribution ? distribution_report(survey, options->report)
                                                      : estimate_report(survey, options->report)));
    });
}

}  // namespace lenkwerk::commands::survey
