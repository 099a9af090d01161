// survey smallarea: small districts borrow strength from the others (Fay–Herriot).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/survey/survey.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "cores/survey_statistics/small_area.hpp"
#include "cores/survey_statistics/survey_columns.hpp"

namespace lenkwerk::commands::survey {
namespace {

using survey_statistics::AreaMethod;
using survey_statistics::AreaModel;

struct Options {
    std::string file;
    std::string area = "district";
    std::string direct = "direct";
    std::string variance = "var";
    std::vector<std::string> covariates;
    AreaMethod method = AreaMethod::reml;
    bool as_json = false;
};

struct Areas {
    std::vector<std::string> names;
    survey_statistics::AreaData data;
};

Areas read_areas(Options const& options, survey_statistics::AnswerColumns const& columns) {
    Areas areas{columns.texts(accepted(columns.column(options.area))), {}};
    areas.data.direct = accepted(columns.numbers(options.direct));
    areas.data.sampling_variance = accepted(columns.numbers(options.variance));
    areas.data.covariates = survey_statistics::Matrix(areas.names.size(), options.covariates.size() + 1, 1);
    for (std::size_t j = 0; j < options.covariates.size(); ++j) {
        auto const values = accepted(columns.numbers(options.covariates[j]));
        for (std::size_t d = 0; d < values.size(); ++d) areas.data.covariates(d, j + 1) = values[d];
    }
    return areas;
}

// The model speaks of areas by number; the file has lines.
AreaModel model_of(Options const& options, Areas const& areas, survey_statistics::AnswerColumns const& columns) {
    auto model = survey_statistics::fay_herriot(areas.data, options.method);
    if (model) return std::move(*model);
    auto problems = model.problems();
    for (auto& problem : problems) {
        auto const area = std::ranges::find(problem.arguments, "area", &MessageArgument::name);
        if (area != problem.arguments.end()) problem.arguments.push_back({"row", area->value});
        if (problem.field == "variance") problem.field = options.variance;
    }
    give_up(columns.placed(std::move(problems)));
}

// A mean squared error that the bias correction of ML or FH takes below 0 has no root.
nlohmann::json root(double value) { return value >= 0 ? nlohmann::json(std::sqrt(value)) : nlohmann::json(nullptr); }
std::string root_text(double value) { return value >= 0 ? fmt::format("{:.4f}", std::sqrt(value)) : "undefined"; }

std::string note(AreaModel const& model) {
    return survey_statistics::wording(model.no_area_variance ? "survey.wording.no_area_variance"
                                                             : "survey.wording.model_based");
}

nlohmann::json model_json(Areas const& areas, AreaModel const& model) {
    auto rows = nlohmann::json::array();
    for (std::size_t d = 0; d < areas.names.size(); ++d) {
        rows.push_back({{"area", areas.names[d]},
                        {"direct", areas.data.direct[d]},
                        {"estimate", model.estimate[d]},
                        {"synthetic", model.synthetic[d]},
                        {"weight_of_direct", model.shrinkage[d]},
                        {"root_mse", root(model.mse[d])},
                        {"model_based", true}});
    }
    return {{"area_variance", model.area_variance},
            {"no_area_variance", model.no_area_variance},
            {"coefficients", model.coefficients},
            {"coefficient_errors", model.coefficient_errors},
            {"log_likelihood", model.log_likelihood},
            {"aic", model.aic},
            {"bic", model.bic},
            {"areas", rows},
            {"notes", {note(model)}}};
}

void print_model(Areas const& areas, AreaModel const& model) {
    fmt::print("{:<20} {:>10} {:>10} {:>10} {:>10}\n", "area", "direct", "error", "estimate*", "error*");
    for (std::size_t d = 0; d < areas.names.size(); ++d) {
        fmt::print("{:<20} {:10.4f} {:10.4f} {:10.4f} {:>10}\n", areas.names[d], areas.data.direct[d],
                   std::sqrt(areas.data.sampling_variance[d]), model.estimate[d], root_text(model.mse[d]));
    }
    fmt::print("\n* {}\nvariance between the areas: {:.6g}\n", note(model), model.area_variance);
}

}  // namespace

void add_smallarea(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    auto* command = parent.add_subcommand("smallarea", "estimates for small areas from direct ones and covariates");
    command->add_option("AREAS", options->file, "CSV: one row an area; - reads stdin")->required();
    command->add_option("--area", options->area, "column of the names")->capture_default_str();
    command->add_option("--direct", options->direct, "column of the direct estimates")->capture_default_str();
    command->add_option("--variance", options->variance, "column of their sampling variances")->capture_default_str();
    command->add_option("--covariates", options->covariates, "columns known for every area; an intercept is added");
    std::map<std::string, AreaMethod> const methods{
        {"reml", AreaMethod::reml}, {"ml", AreaMethod::ml}, {"fh", AreaMethod::fay_herriot}};
    command->add_option("--method", options->method, "reml, ml or fh")
        ->transform(CLI::CheckedTransformer(methods, CLI::ignore_case));
    command->add_flag("--json", options->as_json, "JSON on stdout instead of a table");
    command->callback([options] {
        auto const table = read_table(options->file);
        survey_statistics::AnswerColumns const columns(table, survey_statistics::SurveyDescription{}.missing,
                                                       options->file);
        auto const areas = read_areas(*options, columns);
        auto const model = model_of(*options, areas, columns);
        options->as_json ? print(model_json(areas, model)) : print_model(areas, model);
    });
}

}  // namespace lenkwerk::commands::survey
