// survey compare: what changed between two waves, drawn independently or (one file, --wave) with an overlapping panel.
#include "commands/survey/survey.hpp"

namespace lenkwerk::commands::survey {

void add_compare(CLI::App& parent) {
    struct Options : Request {
        std::string later_description;
        std::string later_answers;
        std::string wave;
    };
    auto options = std::make_shared<Options>();
    auto* command = parent.add_subcommand("compare", "change between two waves, with the interval of the difference");
    add_files(*command, *options);
    command->add_option("LATER_DESCRIPTION", options->later_description,
                        "description of the later wave, where it has its own files");
    auto* answers = command->add_option("LATER_ANSWERS", options->later_answers, "answers of the later wave");
    command->add_option("--wave", options->wave, "factor that tells the waves apart, where both stand in one file")
        ->excludes(answers);
    add_report_options(*command, *options);
    command->callback([options] {
        auto const first = load_random(options->description, options->answers);
        if (!options->wave.empty()) return show(*options, accepted(wave_report(first, options->wave, options->report)));
        if (options->later_answers.empty())
            throw CLI::ValidationError("compare", "name the files of the later wave, or --wave");
        auto const later = load_random(options->later_description, options->later_answers);
        show(*options, accepted(change_report(first, later, options->report)));
    });
}

}  // namespace lenkwerk::commands::survey
