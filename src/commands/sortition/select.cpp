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
    std::string objective = "leximin", certificate, panel;
    int size = 0, threads = 2;
    bool json = false;
};

std::atomic<bool> interrupted{false};

// Ctrl-C asks the engine to end with the best so far; a second one ends the process as usual.
void on_interrupt(int) {
    interrupted = true;
    std::signal(SIGINT, SIG_DFL);
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// The first report at once, then one a second.
core::engine::Progress progress_on_stderr(Clock::time_point start, int threads) {
    auto last = std::make_shared<double>(-1);
    auto const tell = [=](core::engine::Progress::Report const& report) {
        double const now = seconds_since(start);
        if (now - *last < 1) return;
        *last = now;
        fmt::print(stderr, "{:.1f} s: {}: level {}, {} of {} types settled, value {:.6f}, bound {:.6f}\n", now,
                   report.work, report.level + 1, report.settled, report.types, report.value, report.bound);
    };
    return {tell, [] { return interrupted.load(); }, threads};
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

Json result_json(Options const& options, core::Selection const& selection, core::proof::Certificate const& certificate,
                 core::proof::Verdict const& verdict, double seconds) {
    Json probabilities = Json::object();
    for (auto const& [id, chance] : certificate.probabilities) {
        probabilities.get_ref<Json::object_t&>().emplace_back(id, chance);
    }
    return {{"status", selection.stopped ? "stopped"
                       : verdict.proven  ? "optimal"
                                         : "unproven"},
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
}

std::string panel_csv(core::People const& people, std::vector<int> const& drawn) {
    std::string csv = "id\n";
    for (int const person : drawn) csv += quoted(people.members[static_cast<std::size_t>(person)].id) + "\n";
    return csv;
}

void print_summary(Pool const& pool, core::Selection const& selection, core::proof::Verdict const& verdict) {
    auto const& fairness = selection.fairness;
    fmt::print("{} panels; smallest chance {:.6f}, largest {:.6f}, Gini {:.4f}, geometric mean {:.6f}\n",
               selection.panels.size(), fairness.minimum, fairness.maximum, fairness.gini, fairness.geometric_mean);
    if (verdict.proven)
        fmt::print("Proven optimal; gap {:.2g}.\n", verdict.gap);
    else
        fmt::print("Not proven: {}.\n", verdict.objection);
    if (!selection.unselectable.empty() && !selection.stopped) {
        fmt::print("{} people are in no panel:\n{}", selection.unselectable.size(),
                   excluded_in_words(pool, selection.pool, selection.unselectable));
    }
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
        accepted(core::select(pool.people, pool.quotas, options.request, progress_on_stderr(start, options.threads)),
                 options.json);
    auto certificate = core::certify(selection, pool.people, options.request);
    certificate.id_column = options.inputs.id_column;
    certificate.household_columns = options.inputs.household_columns;
    auto const verdict = core::proof::verify(certificate, pool.people, pool.quotas);
    if (!options.certificate.empty()) write_file(options.certificate, core::proof::to_json(certificate));
    if (!options.panel.empty()) write_file(options.panel, panel_csv(pool.people, selection.drawn));
    if (options.json) {
        auto const result = result_json(options, selection, certificate, verdict, seconds_since(start));
        fmt::print("{}\n", result.dump());
        if (!verdict.proven) fmt::print(stderr, "Not proven: {}.\n", verdict.objection);
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
    command.add_option("--panel", options->panel, "file for the panel that the seed draws, one id a line");
    command.add_option("--threads", options->threads, "threads; the result does not depend on them")
        ->check(CLI::PositiveNumber);
    command.add_flag("--json", options->json, "the whole result as JSON on stdout");
    command.callback([options] { run(*options); });
}

}  // namespace lenkwerk::commands::sortition
