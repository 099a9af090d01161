// Times the statistics against their requirements and, where R and its survey package are installed, against R on the same
// data in the same run; and counts how many of 2,000 simulated surveys' intervals hold the truth. CPU time of one thread.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>

#include "cores/survey_statistics/bench/tasks.hpp"
#include "cores/survey_statistics/tests/simulation.hpp"

namespace lenkwerk::survey_statistics::bench {
namespace {

constexpr std::size_t kSurveys = 2000;

double milliseconds(Task const& task) {
    task.run();  // warm
    auto const start = std::clock();
    for (std::size_t i = 0; i < task.repeats; ++i) task.run();
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / static_cast<double>(task.repeats);
}

std::string r_script(std::vector<Task> const& tasks) {
    std::string text = R"(suppressMessages(library(survey))
w <- read.csv('city.csv')
d <- svydesign(id = ~1, strata = ~district, weights = ~w, fpc = ~N, data = w)
names <- c('district', 'sex', 'age', 'migr')
formulas <- lapply(names, function(n) as.formula(paste('~', n)))
figures <- lapply(names, function(n) read.csv(paste0(n, '.csv')))
raked <- rake(d, formulas, figures, control = list(maxit = 1000, epsilon = 1e-13))
)";
    for (auto const& task : tasks) {
        text += fmt::format(
            "t <- system.time(for (i in 1:5) {})\ncat('{}\\t', 1000 * (t[1] + t[2]) / 5, '\\n', sep = '')\n",
            task.r_code, task.name);
    }
    return text;
}

// Milliseconds in R by task; empty where R or its package is not there.
std::map<std::string, double> in_r(std::filesystem::path const& folder, std::vector<Task> const& tasks) {
    std::map<std::string, double> result;
    std::ofstream(folder / "tasks.R") << r_script(tasks);
    auto* pipe = popen(fmt::format("cd '{}' && Rscript tasks.R 2>/dev/null", folder.string()).c_str(), "r");
    if (pipe == nullptr) return result;
    std::string output;
    char buffer[4096];
    while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) output += buffer;
    pclose(pipe);
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        auto const tab = line.find('\t');
        if (tab != std::string::npos) result[line.substr(0, tab)] = std::stod(line.substr(tab + 1));
    }
    return result;
}

bool print(std::vector<Task> const& tasks, std::map<std::string, double> const& reference) {
    bool met = true;
    for (auto const& task : tasks) {
        auto const own = milliseconds(task);
        auto line = fmt::format("{:<52} {:10.3f} ms", task.name, own);
        if (task.must > 0) line += fmt::format("   must {:g} ms: {}", task.must, own <= task.must ? "met" : "NOT MET");
        if (auto const r = reference.find(task.name); r != reference.end()) {
            line += fmt::format("   R {:.1f} ms, ratio {:.0f}", r->second, r->second / own);
        }
        fmt::print("{}\n", line);
        met = met && (task.must == 0 || own <= task.must);
    }
    return met;
}

bool print_coverage() {
    bool within = true;
    auto const bound = simulation::bound(kSurveys);
    std::pair<char const*, ProportionMethod> const methods[] = {
        {"mean", ProportionMethod::mean}, {"logit", ProportionMethod::logit}, {"beta", ProportionMethod::beta}};
    for (auto const& [name, method] : methods) {
        auto const share = static_cast<double>(simulation::covered(kSurveys, 2025, method)) / kSurveys;
        bool const holds = share >= 0.95 - bound && (share <= 0.95 + bound || method == ProportionMethod::beta);
        fmt::print("coverage of {:<6} 95 % intervals over {} surveys: {:.2f} % (bounds {:.2f} to {:.2f} %): {}\n", name,
                   kSurveys, 100 * share, 100 * (0.95 - bound), 100 * (0.95 + bound), holds ? "within" : "OUTSIDE");
        within = within && holds;
    }
    return within;
}

int run() {
    auto const folder = std::filesystem::temp_directory_path() / fmt::format("lenkwerk-bench-{}", getpid());
    std::filesystem::create_directory(folder);
    auto const tasks = city_tasks(folder);
    auto const reference = in_r(folder, tasks);
    if (reference.empty())
        fmt::print("no R with its survey package: own times only (apt install r-base-core r-cran-survey)\n");
    bool const city = print(tasks, reference);
    bool const large = print(large_tasks(), {});
    bool const coverage = print_coverage();
    std::filesystem::remove_all(folder);
    return city && large && coverage ? 0 : 1;
}

}  // namespace
}  // namespace lenkwerk::survey_statistics::bench

int main() { return lenkwerk::survey_statistics::bench::run(); }
