#include "cores/sortition/select.hpp"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/sortition/sortition.hpp"
#include "cores/sortition/proof/verify.hpp"

namespace lenkwerk::commands::sortition {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

struct Options {
    Inputs inputs;
    core::SelectionRequest request;
    std::string objective = "leximin", certificate;
    int size = 0;
    bool json = false;
};

std::atomic<bool> interrupted{false};

// Ctrl-C asks the engine to end with the best so far; a second one ends the process as usual.
void on_interrupt(int) {
    interrupted = true;
    std::signal(SIGINT, SIG_DFL);
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

core::engine::Progress progress_on_stderr(Clock::time_point start) {
    auto last = std::make_shared<double>(0);
    return {[=](core::engine::Progress::Report const& report) {
                double const now = seconds_since(start);
                if (now - *last < 1) return;
                *last = now;
                fmt::print(stderr, "{:.0f} s: level {}, {} of {} types settled, at {:.6f}, bound {:.6f}\n", now,
                           report.level + 1, report.settled, report.types, report.value, report.bound);
            },
            [] { return interrupted.load(); }};
}

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

Json ids_json(core::People const& people, std::vector<int> const& indices) {
    Json ids = Json::array();
    for (int const person : indices) ids.push_back(people.members[static_cast<std::size_t>(person)].id);
    return ids;
}

Json result_json(Options const& options, Pool const& pool, core::Selection const& selection,
                 core::proof::Certificate const& certificate, core::proof::Verdict const& verdict, double seconds) {
    Json probabilities = Json::object();
    for (auto const& [id, chance] : certificate.probabilities) {
        probabilities.get_ref<Json::object_t&>().emplace_back(id, chance);
    }
    return {{"status", selection.stopped ? "stopped"
                       : verdict.proven  ? "optimal"
                                         : "unproven"},
            {"objective", options.objective},
            {"size", options.size},
            {"people", pool.people.members.size()},
            {"types", certificate.types.size()},
            {"minimum", selection.fairness.minimum},
            {"maximum", selection.fairness.maximum},
            {"gini", selection.fairness.gini},
            {"geometric_mean", selection.fairness.geometric_mean},
            {"seconds", seconds},
            {"certificate", {{"verified", verdict.proven}, {"gap", verdict.gap}, {"objection", verdict.objection}}},
            {"drawn", ids_json(pool.people, selection.drawn)},
            {"unselectable", ids_json(pool.people, selection.unselectable)},
            {"probabilities", std::move(probabilities)},
            {"levels", levels_json(selection)},
            {"panels", panels_json(selection)}};
}

void print_summary(Pool const& pool, core::Selection const& selection, core::proof::Verdict const& verdict) {
    auto const& fairness = selection.fairness;
    fmt::print("{} panels; smallest chance {:.6f}, largest {:.6f}, Gini {:.4f}, geometric mean {:.6f}\n",
               selection.panels.size(), fairness.minimum, fairness.maximum, fairness.gini, fairness.geometric_mean);
    if (verdict.proven)
        fmt::print("Proven optimal; gap {:.2g}.\n", verdict.gap);
    else
        fmt::print("Not proven: {}.\n", verdict.objection);
    if (!selection.unselectable.empty()) fmt::print("{} people are in no panel.\n", selection.unselectable.size());
    fmt::print("The seed draws:\n");
    for (int const person : selection.drawn)
        fmt::print("{}\n", pool.people.members[static_cast<std::size_t>(person)].id);
}

void run(Options options) {
    auto const start = Clock::now();
    options.request.objective = *core::objective_named(options.objective);
    options.request.rules = options.inputs.rules(options.size);
    auto const pool = read_pool(options.inputs);
    std::signal(SIGINT, on_interrupt);
    auto const selection =
        accepted(core::select(pool.people, pool.quotas, options.request, progress_on_stderr(start)), options.json);
    auto certificate = core::certify(selection, pool.people, options.request);
    certificate.id_column = options.inputs.id_column;
    certificate.household_columns = options.inputs.household_columns;
    auto const verdict = core::proof::verify(certificate, pool.people, pool.quotas);
    if (!options.certificate.empty()) write_file(options.certificate, core::proof::to_json(certificate));
    if (options.json) {
        auto const result = result_json(options, pool, selection, certificate, verdict, seconds_since(start));
        fmt::print("{}\n", result.dump());
    } else {
        print_summary(pool, selection, verdict);
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
    command.add_flag("--json", options->json, "the whole result as JSON on stdout");
    command.callback([options] { run(*options); });
}

}  // namespace lenkwerk::commands::sortition
