// bench_sortition: every reference instance, invented large pools and the invitation draw, each in a process of its own,
// beside the published column generation in the same run; what counts on another machine are the ratios.
//
//   bench_sortition [--only NAME,…] [--plain-seconds 20] [--general] [--objective leximin] [--large-seeds 3] [--no-register]
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cores/sortition/draw/invite.hpp"
#include "cores/sortition/engine/leximin.hpp"
#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/tests/reference.hpp"
#include "invented.hpp"
#include "measured.hpp"
#include "plain.hpp"

namespace lenkwerk::bench {
namespace {

using namespace lenkwerk::sortition;

struct Options {
    std::vector<std::string> only;
    std::string objective = "leximin";
    int plain_seconds = 20, large_seeds = 3;
    bool general = false, no_register = false;

    bool wants(std::string const& name) const {
        return only.empty() ||
               std::ranges::any_of(only, [&](auto const& part) { return name.find(part) != std::string::npos; });
    }
};

// What one run found out, as one line between two processes.
struct Found {
    int types = 0, levels = 0;
    double least = 0, gini = 0, difference = -1;
    bool proven = false;
    double gap = 0;

    std::string line() const {
        return fmt::format("{} {} {} {} {} {:d} {}", types, levels, least, gini, difference, proven, gap);
    }
    static Found from(std::string const& line) {
        Found found;
        std::istringstream(line) >> found.types >> found.levels >> found.least >> found.gini >> found.difference >>
            found.proven >> found.gap;
        return found;
    }
};

double difference(tests::Reference const& instance, std::vector<double> const& chances) {
    if (instance.expected.empty() || chances.empty()) return -1;
    double worst = 0;
    for (std::size_t person = 0; person < chances.size(); ++person) {
        double const expected = instance.expected.at(instance.people.members[person].id);
        worst = std::max(worst, std::abs(expected - chances[person]));
    }
    return worst;
}

Found optimised(tests::Reference const& instance, Objective objective, bool general) {
    SelectionRequest request{instance.rules, objective, "bench"};
    request.columns_only = general;
    auto const selection = select(instance.people, instance.quotas, request);
    if (!selection) throw std::runtime_error("refused: " + selection.problems().front().key);
    auto const verdict = proof::verify(certify(*selection, instance.people, request), instance.people, instance.quotas);
    if (!verdict.proven) fmt::print(stderr, "{}: {}\n", instance.name, verdict.objection);
    return {selection->pool.type_count(),
            static_cast<int>(selection->levels.size()),
            selection->fairness.minimum,
            selection->fairness.gini,
            objective == Objective::leximin ? difference(instance, selection->chances) : -1,
            verdict.proven,
            verdict.gap};
}

void print_header() {
    fmt::print("{:<26} {:>5} {:>4} {:>5} {:>6} {:>8} {:>8} {:>5} {:>10} {:>8} {:>9} {:>12} {:>9} {:>8}\n", "instance",
               "n", "k", "types", "levels", "wall s", "CPU s", "MB", "min", "Gini", "off by", "certificate", "plain s",
               "ratio");
}

std::string plain_text(Measured const& plain, Measured const& ours, int limit) {
    if (limit == 0) return fmt::format("{:>9} {:>8}", "", "");
    if (plain.said) return fmt::format("{:>9.2f} {:>8.0f}", plain.cpu, plain.cpu / ours.cpu);
    return fmt::format("{:>9} {:>8}", fmt::format("> {}", limit), fmt::format("> {:.0f}", limit / ours.cpu));
}

void run_one(tests::Reference const& instance, Objective objective, Options const& options, int plain_seconds) {
    auto const ours = measured([&] { return optimised(instance, objective, options.general).line(); });
    Measured plain;
    if (plain_seconds > 0) {
        plain = measured(
            [&] {
                auto const result = plain_column_generation(instance.people, instance.quotas, instance.rules.size);
                return fmt::format("{}", difference(instance, result.chances));
            },
            plain_seconds);
    }
    auto const found = Found::from(ours.said.value_or(""));
    fmt::print(
        "{:<26} {:>5} {:>4} {:>5} {:>6} {:>8.3f} {:>8.3f} {:>5.0f} {:>10.7f} {:>8.5f} {:>9} {:>12} {}{}\n",
        instance.name, instance.people.members.size(), instance.rules.size, found.types, found.levels, ours.wall,
        ours.cpu, ours.megabytes, found.least, found.gini,
        found.difference < 0 ? "" : fmt::format("{:.1e}", found.difference),
        !ours.said     ? "FAILED"
        : found.proven ? fmt::format("{:.0e}", found.gap)
                       : "NOT PROVEN",
        plain_text(plain, ours, plain_seconds),
        plain.said && *plain.said != "-1" ? fmt::format("  (plain is off by {:.1e})", std::stod(*plain.said)) : "");
    std::fflush(stdout);
}

void run_references(Options const& options) {
    auto const objective = *objective_named(options.objective);
    for (auto const& name : tests::reference_names()) {
        if (!options.wants(name)) continue;
        run_one(tests::reference(name), objective, options,
                objective == Objective::leximin ? options.plain_seconds : 0);
    }
}

void run_large(Options const& options) {
    for (int seed = 1; seed <= options.large_seeds; ++seed) {
        SkewedRequest const request{.seed = static_cast<std::uint64_t>(seed)};
        auto pool = skewed_pool(request);
        for (auto const objective : {Objective::maximin, Objective::leximin}) {
            auto const name = fmt::format("skewed {} {}", seed, name_of(objective));
            if (!options.wants(name)) continue;
            run_one({name, pool.quotas, pool.people, {request.size}, {}}, objective, options, 0);
        }
    }
}

std::string invited(std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::filesystem::file_size(file), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    draw::InvitationRequest request;
    request.strata_columns = {"district", "sex"};
    request.letters = 5000;
    request.seed = "bench";
    request.birth_column = "born";
    request.day = draw::day_of("2025-06-01");
    request.address_columns = {"street"};
    auto const drawn = draw::invite(file, std::move(bytes), request);
    if (!drawn) throw std::runtime_error("refused: " + drawn.problems().front().key);
    return fmt::format("{} of {} rows, {} eligible, {} strata", drawn->invitations.size(), drawn->rows, drawn->eligible,
                       drawn->strata.size());
}

void run_register(Options const& options) {
    if (options.no_register || !options.wants("register")) return;
    auto const file =
        (std::filesystem::temp_directory_path() / fmt::format("lenkwerk-register-{}.csv", getpid())).string();
    std::ofstream(file, std::ios::binary) << register_extract(1'000'000, 1);
    auto const ours = measured([&] { return invited(file); });
    fmt::print("\ninvitation draw, one letter an address: {}; wall {:.2f} s, CPU {:.2f} s, {:.0f} MB\n",
               ours.said.value_or("FAILED"), ours.wall, ours.cpu, ours.megabytes);
    std::filesystem::remove(file);
}

}  // namespace

int run(int argc, char** argv) {
    Options options;
    CLI::App app("speed of the draw");
    app.add_option("--only", options.only, "instances whose name holds one of these")->delimiter(',');
    app.add_option("--objective", options.objective, "of the reference instances");
    app.add_option("--plain-seconds", options.plain_seconds, "CPU seconds the plain column generation gets; 0: none");
    app.add_option("--large-seeds", options.large_seeds, "invented pools of 2,000 people, 150 seats, 8 features");
    app.add_flag("--general", options.general, "column generation alone, without the relaxation");
    app.add_flag("--no-register", options.no_register, "without the invitation draw");
    CLI11_PARSE(app, argc, argv);
    print_header();
    run_references(options);
    run_large(options);
    run_register(options);
    return 0;
}

}  // namespace lenkwerk::bench

int main(int argc, char** argv) { return lenkwerk::bench::run(argc, argv); }
