// lenkwerk import paper: a council paper from a file. Without --dry-run it is stored whole, or not at all.
#include "commands/commands.hpp"
#include "commands/import_paper_table.hpp"
#include "commands/options.hpp"
#include "modules/council/council.hpp"
#include "platform/city.hpp"
#include "platform/embedded.hpp"

#include <fmt/format.h>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace lenkwerk::commands {
namespace {

struct Options {
    std::string file, database, audience = "administration";
    bool is_dry_run = false;
    bool as_json = false;
    bool accepts = false;
};

// One byte more than a paper may have, so that a larger file is refused without being read whole.
std::string bytes_of(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file)) {
        throw std::runtime_error(
            fmt::format("{}: the file cannot be read. Please check its name and your rights.", file.string()));
    }
    std::string bytes(council::kLargestPaper + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

[[noreturn]] void say_no(std::string const& file, Problem const& problem, i18n::Locale const& english) {
    fmt::print(stderr, "lenkwerk: {}: {} ({})\n", file, english.explain(problem), problem.key);
    throw Exit{1};
}

// The sentences of the council's module, for which no city is needed.
i18n::Locale english_of_council() {
    i18n::Locale english{"en", "Europe/Berlin"};
    english.add(embedded_file("modules/council/web/en.json"));
    return english;
}

council::PaperReading read(std::string const& file) {
    auto reading = council::read_file_of_paper(bytes_of(file));
    if (!reading) say_no(file, reading.problems().front(), english_of_council());
    return *std::move(reading);
}

enum class End { stored, unchanged, waits };
struct Imported {
    End end = End::stored;
    council::PaperId paper;
    council::ReadingId reading;
    std::vector<council::PaperDifference> differences;
};

council::Confirmation confirmation_of(council::Waiting const& waiting, Options const& options) {
    auto const& title = waiting.draft.title;
    return {{waiting.id, waiting.draft, waiting.version},
            title ? title->value : "",
            "",
            waiting.audience.value_or(Audience::stored(options.audience))};
}

Outcome<Imported> import_in(storage::Transaction& tx, Options const& options, council::PaperReading const& reading) {
    auto const id = council::take_in(tx, options.file, reading);
    if (!id) return id.problems();
    auto const waiting = council::waiting_reading(tx, *id).value();
    Imported imported{End::stored, {}, *id, waiting.differences};
    if (waiting.is_known && waiting.differences.empty()) {
        imported.end = End::unchanged;
        if (auto const gone = council::discard(tx, *id); !gone) return gone.problems();
    } else if (waiting.is_known && !options.accepts) {
        imported.end = End::waits;
    } else {
        auto const paper = council::confirm(tx, confirmation_of(waiting, options));
        if (!paper) return paper.problems();
        imported.paper = *paper;
    }
    return imported;
}

void print_end(City& city, Imported const& imported, council::PaperDraft const& draft) {
    auto const base = city.settings()->base_url;
    fmt::print("{}", differences_of(imported.differences));
    switch (imported.end) {
        case End::unchanged:
            fmt::print("{} is stored already and says the same: nothing was changed.\n", draft.number->value);
            return;
        case End::waits:
            fmt::print(
                "{} is stored already and says something else now: nothing was changed yet. Check it at "
                "{}/vorlagen/eingang/{} or take it over with --accept.\n",
                draft.number->value, base, imported.reading.value);
            return;
        case End::stored: break;
    }
    fmt::print("{} is stored with {} consultations, {} fields, {} topics and {} budget amounts: {}/vorlagen/{}\n",
               draft.number->value, draft.consultations.size(), draft.fields.size(), draft.topics.size(),
               draft.budget.size(), base, imported.paper.value);
}

void store(Options const& options, ModuleList modules, council::PaperReading const& reading) {
    SystemClock const clock;
    City city{storage::Database::open(options.database), clock, modules()};
    city.require_current();
    auto const imported =
        city.database().write(access::Actor::system("command:import"), clock,
                              [&](storage::Transaction& tx) { return import_in(tx, options, reading); });
    if (!imported) say_no(options.file, imported.problems().front(), city.locale("en"));
    if (!options.as_json) print_end(city, *imported, reading.draft);
}

void import_paper(Options const& options, ModuleList modules) {
    auto const reading = read(options.file);
    if (!options.is_dry_run) store(options, modules, reading);
    if (options.as_json) fmt::print("{}\n", council::json_of(reading.draft));
    if (options.is_dry_run && !options.as_json) fmt::print("{}", table_of(reading.draft));
}

}  // namespace

void add_import(CLI::App& app, ModuleList modules) {
    auto* const import = app.add_subcommand("import", "Take something in from a file");
    import->require_subcommand(1);
    auto* const paper = import->add_subcommand("paper", "Take in a council paper (Vorlage): text or PDF");
    auto const options = std::make_shared<Options>();
    paper->add_option("file", options->file, "the paper")->required();
    add_database(*paper, options->database);
    paper->add_flag("--dry-run", options->is_dry_run, "show what was found, store nothing (needs no database)");
    paper->add_flag("--json", options->as_json, "print the findings as JSON");
    paper->add_flag("--accept", options->accepts, "where the paper is stored already: take over what differs");
    paper->add_option("--audience", options->audience, "who may see it")
        ->check(CLI::IsMember({"administration", "public"}))
        ->capture_default_str();
    paper->callback([options, modules] { import_paper(*options, modules); });
}

}  // namespace lenkwerk::commands
