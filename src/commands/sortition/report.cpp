#include <fmt/format.h>

#include "commands/commands.hpp"
#include "commands/sortition/lottery.hpp"
#include "commands/sortition/members.hpp"
#include "commands/sortition/report_page.hpp"

namespace lenkwerk::commands::sortition {
namespace {

struct Options {
    Inputs inputs;
    std::string certificate, panel, opening, out, language = "de";
};

void run(Options options) {
    auto const certificate = accepted(core::proof::from_json(read_file(options.certificate)));
    if (options.inputs.id_column.empty()) options.inputs.id_column = certificate.id_column;
    if (options.inputs.household_columns.empty()) options.inputs.household_columns = certificate.household_columns;
    auto const pool = read_pool(options.inputs);
    auto verdict = core::proof::verify(certificate, pool.people, pool.quotas);
    ReportFacts facts{certificate, std::move(verdict), pool.people, pool.quotas};
    if (!options.panel.empty()) facts.panel = members_in(options.panel, pool.people);
    if (!options.opening.empty()) {
        auto const opening = read_opening(options.opening);
        facts.sealed = {core::hex(hash_of(public_lottery::commit(opening.lottery, opening.salt))),
                        opening.lottery.announced, static_cast<int>(opening.lottery.panels.size()),
                        public_lottery::change_of(opening.lottery)};
    }
    write_file(options.out, report_page(facts, options.language == "en" ? Language::english : Language::german));
    fmt::print("{}: written.\n", options.out);
}

}  // namespace

void add_report(CLI::App& sortition) {
    auto& command = *sortition.add_subcommand("report", "the draw in one page for everybody: chances, quotas, proof");
    auto options = std::make_shared<Options>();
    options->inputs.add_to(command);
    command.add_option("--certificate", options->certificate, "what `select` wrote")->required();
    command.add_option("--panel", options->panel, "file of the drawn panel's ids: its quotas are shown");
    command.add_option("--opening", options->opening,
                       "what `lottery seal` wrote: its commitment and rounding are shown");
    command.add_option("--lang", options->language, "de or en (de)")->check(CLI::IsMember({"de", "en"}));
    command.add_option("--out", options->out, "the page, e.g. report.html")->required();
    command.callback([options] { run(*options); });
}

}  // namespace lenkwerk::commands::sortition
