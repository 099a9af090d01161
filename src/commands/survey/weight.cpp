// survey weight: the weights that the description asks for, what each step cost, and the file of them.
#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/survey/survey.hpp"
#include "cores/survey_statistics/estimates.hpp"

namespace lenkwerk::commands::survey {
namespace {

using survey_statistics::RandomSurvey;

void write_weights(std::string const& path, RandomSurvey const& survey) {
    std::ofstream file(path);
    file << "row,weight\n";
    auto const weights = survey.sample.weights();
    for (std::size_t i = 0; i < weights.size(); ++i) file << fmt::format("{},{}\n", i + 1, weights[i]);
    file.close();
    if (file) return;
    fmt::print(stderr, "{}: could not be written. Check the folder and its free space.\n", path);
    throw Exit{1};
}

void print_steps(RandomSurvey const& survey) {
    for (auto const& step : survey.steps) {
        fmt::print("{:<40} {:10.4f} to {:10.4f}   design effect {:.4f}\n", step.what, step.smallest, step.largest,
                   step.effect);
    }
    auto const effect = survey_statistics::weighting_effect(survey.sample.weights());
    fmt::print("\n{} answers, worth {:.1f} of equal weight\n", survey.responded, effect.effective_size);
}

nlohmann::json steps_json(RandomSurvey const& survey) {
    auto steps = nlohmann::json::array();
    for (auto const& step : survey.steps) {
        steps.push_back({{"step", step.what},
                         {"smallest", step.smallest},
                         {"largest", step.largest},
                         {"design_effect", step.effect}});
    }
    auto const effect = survey_statistics::weighting_effect(survey.sample.weights());
    return {{"steps", steps},
            {"drawn", survey.drawn},
            {"responded", survey.responded},
            {"effective_size", effect.effective_size}};
}

}  // namespace

void add_weight(CLI::App& parent) {
    struct Options : Request {
        std::string out;
    };
    auto options = std::make_shared<Options>();
    auto* command = parent.add_subcommand("weight", "weights for nonresponse and known population figures");
    add_files(*command, *options);
    command->add_option("--out", options->out, "write the weights to this file: row,weight");
    command->add_flag("--json", options->as_json, "JSON on stdout instead of a table");
    command->callback([options] {
        auto const survey = load_random(options->description, options->answers);
        if (!options->out.empty()) write_weights(options->out, survey);
        options->as_json ? print(steps_json(survey)) : print_steps(survey);
    });
}

}  // namespace lenkwerk::commands::survey
