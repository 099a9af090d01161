#include "cores/sortition/select.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/sortition/members.hpp"
#include "commands/sortition/sortition.hpp"
#include "commands/sortition/watch.hpp"

namespace lenkwerk::commands::sortition {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
    Inputs inputs;
    core::SelectionRequest request;
    std::string objective = "leximin", certificate, panel;
    int size = 0, threads = 2;
    bool json = false;
};

Json levels_json(core::Selection const& selection) {
    Json levels = Json::array();
    for (auto const& level : selection.levels) levels.push_back({{"value", level.value}, {"members", level.members}});
    return levels;
}

Json panels_json(core::Selection const& selection) {
    Json panels = Json::array();
    for (auto const& [panel, weight] : selection.panels) {
        Json counts = Json::array();
        for (auto const [type, count] : panel) counts.push_back({type, count});
        panels.push_back({{"weight", weight}, {"counts", std::move(counts)}});
    }
    return panels;
}

// What came out, and what the verifier says of it.
struct Result {
    core::Selection selection;
    core::proof::Certificate certificate;
    core::proof::Verdict verdict;
    bool interrupted = false;

    std::string_view status() const { return verdict.proven ? "optimal" : interrupted ? "stopped" : "unproven"; }
};

Json result_json(Options const& options, Pool const& pool, Result const& result, double seconds) {
    auto const& [selection, certificate, verdict, interrupted] = result;
    Json probabilities = Json::object();
    for (auto const& [id, chance] : certificate.probabilities) {
        probabilities.get_ref<Json::object_t&>().emplace_back(id, chance);
    }
    Json json{{"status", result.status()},
              {"objective", options.objective},
              {"size", options.size},
              {"probabilities", std::move(probabilities)},
              {"minimum", selection.fairness.minimum},
              {"gini", selection.fairness.gini},
              {"geometric_mean", selection.fairness.geometric_mean},
              {"levels", levels_json(selection)},
              {"panels", panels_json(selection)},
              {"seconds", seconds},
              {"certificate", {{"verified", verdict.proven}, {"gap", verdict.gap}}}};
    if (!selection.undecided.empty()) json["undecided"] = ids_of(pool.people, selection.undecided);
    return json;
}

std::string panel_csv(core::People const& people, std::vector<int> const& drawn) {
    std::string csv = "id\n";
    for (int const person : drawn) csv += quoted(people.members[static_cast<std::size_t>(person)].id) + "\n";
    return csv;
}

void print_excluded(Pool const& pool, core::Selection const& selection, Watch const& watch) {
    if (!selection.unselectable.empty()) {
        fmt::print("{} people are in no panel:\n{}", selection.unselectable.size(),
                   excluded_in_words(pool, selection.pool, selection.unselectable, watch.progress()));
    }
    if (selection.undecided.empty()) return;
    fmt::print("Of {} people it is not known whether they can be in a panel:\n", selection.undecided.size());
    for (auto const& id : ids_of(pool.people, selection.undecided)) fmt::print("  {}\n", id);
}

void print_summary(Pool const& pool, Result const& result, Watch const& watch) {
    auto const& [selection, certificate, verdict, interrupted] = result;
    auto const& fairness = selection.fairness;
    fmt::print("{} panels; smallest chance {:.6f}, largest {:.6f}, Gini {:.4f}, geometric mean {:.6f}\n",
               selection.panels.size(), fairness.minimum, fairness.maximum, fairness.gini, fairness.geometric_mean);
    if (verdict.proven)
        fmt::print("Proven optimal; gap {:.2g}.\n", verdict.gap);
    else
        fmt::print("Not proven: {}.\n", verdict.objection);
    print_excluded(pool, selection, watch);
    if (result.status() == "stopped") return fmt::print("No panel is drawn from a lottery that is not the optimum.\n");
    fmt::print("The seed draws:\n");
    for (int const person : selection.drawn)
        fmt::print("{}\n", pool.people.members[static_cast<std::size_t>(person)].id);
}

Result chosen(Options const& options, Pool const& pool, Watch const& watch) {
    auto const progress = watch.progress(options.threads);
    Result result{accepted(core::select(pool.people, pool.quotas, options.request, progress), options.json), {}, {}};
    result.certificate = core::certify(result.selection, pool.people, options.request);
    result.certificate.id_column = options.inputs.id_column;
    result.certificate.household_columns = options.inputs.household_columns;
    result.verdict = core::proof::verify(result.certificate, pool.people, pool.quotas, watch.witness());
    result.interrupted = watch.interrupted();
    return result;
}

void run(Options options) {
    Watch const watch;
    options.request.objective = *core::objective_named(options.objective);
    options.request.rules = options.inputs.rules(options.size);
    auto const pool = read_pool(options.inputs);
    auto const result = chosen(options, pool, watch);
    bool const draws = result.status() != "stopped";
    if (!options.certificate.empty()) write_file(options.certificate, core::proof::to_json(result.certificate));
    if (!options.panel.empty() && draws) write_file(options.panel, panel_csv(pool.people, result.selection.drawn));
    if (options.json) {
        fmt::print("{}\n", result_json(options, pool, result, watch.seconds()).dump());
        if (!result.verdict.proven) fmt::print(stderr, "Not proven: {}.\n", result.verdict.objection);
    } else {
        print_summary(pool, result, watch);
    }
    if (!options.panel.empty() && !draws) {
        fmt::print(stderr, "{}: not written; no panel is drawn from a lottery that is not the optimum.\n",
                   options.panel);
    }
}

}  // namespace

void add_select(CLI::App& sortition) {
    auto& command = *sortition.add_subcommand("select", "choose the fairest lottery over panels that keep all quotas");
    auto options = std::make_shared<Options>();
    options->inputs.add_to(command);
    command.add_option("--size", options->size, "seats of the panel")->required();
    command.add_option("--objective", options->objective, "leximin, maximin, nash, goldilocks or legacy")
        ->check(CLI::IsMember({"leximin", "maximin", "nash", "goldilocks", "legacy"}));
    command.add_option("--seed", options->request.seed, "public randomness that draws the panel")->required();
    command.add_option("--gamma", options->request.gamma, "goldilocks: weight of the smallest chance")
        ->check(CLI::PositiveNumber);
    command.add_option("--runs", options->request.legacy_runs, "legacy: panels that estimate the chances")
        ->check(CLI::PositiveNumber);
    command.add_option("--certificate", options->certificate, "file for the proof");
    command.add_option("--panel", options->panel, "file for the panel that the seed draws, one id a line");
    command.add_option("--threads", options->threads, "threads; the result does not depend on them")
        ->check(CLI::PositiveNumber);
    command.add_flag("--json", options->json, "the whole result as JSON on stdout");
    command.callback([options] { run(*options); });
}

}  // namespace lenkwerk::commands::sortition
