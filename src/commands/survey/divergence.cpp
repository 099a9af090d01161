// survey divergence: do residents, politics, police and the public order office see it alike?
#include "commands/survey/survey.hpp"

namespace lenkwerk::commands::survey {

void add_divergence(CLI::App& parent) {
    struct Options : Request {
        std::string group;
        std::string reference;
    };
    auto options = std::make_shared<Options>();
    auto* command = parent.add_subcommand("divergence", "how groups differ from a reference group");
    add_files(*command, *options);
    command->add_option("--group", options->group, "factor that names the group")->required();
    command->add_option("--reference", options->reference, "group with which the others are compared")->required();
    add_report_options(*command, *options);
    command->callback([options] {
        auto const survey = load_random(options->description, options->answers);
        show(*options, accepted(divergence_report(survey, options->group, options->reference, options->report)));
    });
}

}  // namespace lenkwerk::commands::survey
