#include "commands/commands.hpp"
#include "commands/import_paper_json.hpp"
#include "commands/import_paper_table.hpp"
#include "commands/import_pdf.hpp"
#include "modules/council/council.hpp"

#include <fmt/format.h>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace lenkwerk::commands {
namespace {

struct Options {
    std::string file;
    bool is_dry_run = false;
    bool as_json = false;
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

Outcome<council::PaperDraft> read(std::filesystem::path const& file) {
    auto const bytes = bytes_of(file);
    if (bytes.size() > council::kLargestPaper || !bytes.starts_with("%PDF-")) return council::read_paper(bytes);
    auto const text = text_of_pdf(file);
    if (!text) return text.problems();
    return council::read_paper(*text);
}

struct Sentence {
    std::string_view key, text;
};
constexpr std::array<Sentence, 6> kSentences = {{
    {"council.paper.empty", "the file is empty. Please choose the file that holds the paper."},
    {"council.paper.too_large", "the file is larger than 20 MB. Please leave out its attachments, or save it as text."},
    {"council.paper.binary", "the file is neither text nor PDF. Please save the paper as text or as PDF."},
    {"council.paper.not_a_paper",
     "this is not a council paper: it has no draft resolution (Beschlussvorschlag) and no consultation sequence "
     "(Beratungsfolge). Please check the file."},
    {"council.paper.pdf_unreadable",
     "the PDF cannot be read: it is damaged, protected or too long. Please save it anew, or as text."},
    {"council.paper.pdf_without_text",
     "the PDF holds pictures of pages and no text. Please use a PDF with text, or have the text recognised first."},
}};

[[noreturn]] void say_no(std::string const& file, Problems const& problems) {
    auto const& key = problems.front().key;
    auto const found = std::ranges::find(kSentences, std::string_view(key), &Sentence::key);
    if (found == kSentences.end()) throw std::logic_error("no sentence for " + key);
    fmt::print(stderr, "lenkwerk: {}: {} ({})\n", file, found->text, key);
    throw Exit{1};
}

void import_paper(Options const& options) {
    if (!options.is_dry_run) {
        fmt::print(stderr,
                   "lenkwerk: storing a paper needs a database with a city in it; --dry-run shows what the paper says "
                   "without storing it.\n");
        throw Exit{1};
    }
    auto const draft = read(options.file);
    if (!draft) say_no(options.file, draft.problems());
    fmt::print("{}", options.as_json ? json_of(*draft) + "\n" : table_of(*draft));
}

}  // namespace

void add_import(CLI::App& app) {
    auto* const import = app.add_subcommand("import", "Take something in from a file");
    import->require_subcommand(1);
    auto* const paper = import->add_subcommand("paper", "Read a council paper (Vorlage): text or PDF");
    auto const options = std::make_shared<Options>();
    paper->add_option("file", options->file, "the paper")->required();
    paper->add_flag("--dry-run", options->is_dry_run, "show what was found, store nothing (needs no database)");
    paper->add_flag("--json", options->as_json, "print the findings as JSON");
    paper->callback([options] { import_paper(*options); });
}

}  // namespace lenkwerk::commands
