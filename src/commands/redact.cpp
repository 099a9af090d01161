#include "commands/file_text.hpp"
#include "commands/open_city.hpp"
#include "commands/options.hpp"
#include "platform/audit/redaction.hpp"

#include <fmt/format.h>

#include <charconv>

namespace lenkwerk::commands {
namespace {

struct RedactOptions {
    std::string database, text, subject, reason;
};

// "contribution:7"
Subject subject_of(std::string const& text) {
    auto const colon = text.find(':');
    Subject subject{text.substr(0, colon)};
    auto const* const end = text.data() + text.size();
    auto const digits = colon == std::string::npos ? text.size() : colon + 1;
    auto const [parsed, error] = std::from_chars(text.data() + digits, end, subject.id);
    if (subject.kind.empty() || error != std::errc{} || parsed != end)
        give_up(fmt::format("--subject {}: write the kind and the number, such as contribution:7", text));
    return subject;
}

void say(audit::Redacted const& redacted) {
    for (auto const& [table, cells] : redacted.cells) fmt::print("{}: {} places\n", table, cells);
    fmt::print("reasons in the log: {}\nfiles emptied: {}\n", redacted.events.size(), redacted.files);
    fmt::print("Backups that were made before still hold it: delete them, or note when they are.\n");
}

void redact(RedactOptions const& options, ModuleList modules) {
    auto const city = open_city(options.database, modules);
    auto const outcome = city->database().write(acting_as("redact"), city->clock(), [&](storage::Transaction& tx) {
        return options.subject.empty() ? audit::redact_text(tx, options.text, options.reason, text_of_file)
                                       : audit::redact_subject(tx, subject_of(options.subject), options.reason);
    });
    if (!outcome) give_up(city->locale("").explain(outcome.problems().front()));
    audit::wipe(city->database(), city->clock());
    say(*outcome);
}

}  // namespace

void add_redact(CLI::App& app, ModuleList modules) {
    auto const options = std::make_shared<RedactOptions>();
    auto* const command =
        app.add_subcommand("redact", "Take a text, or what was said about a subject, out of everything that is kept");
    add_database(*command, options->database);
    auto* const text = command->add_option("--text", options->text, "The exact text; it stands nowhere afterwards");
    auto* const subject = command->add_option("--subject", options->subject,
                                              "The reasons in the log and the search document of, say, contribution:7");
    text->excludes(subject);
    command->add_option("--reason", options->reason, "Why; it stays visible in the log")->required();
    command->callback([options, modules] {
        if (options->text.empty() == options->subject.empty()) give_up("say either --text or --subject");
        redact(*options, modules);
    });
}

}  // namespace lenkwerk::commands
