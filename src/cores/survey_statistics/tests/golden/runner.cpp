#include "cores/survey_statistics/tests/golden/runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/compare.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"
#include "cores/survey_statistics/tests/golden/vocabulary.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

std::vector<std::filesystem::path> case_files(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

// The reference computes logistic fits to 1e-8 of the deviance and likelihood intervals by interpolation.
double tolerance(std::string const& call, double usual) {
    if (call.find("likelihood") != std::string::npos) return std::max(usual, 1e-5);
    bool const logistic = call.find("quasibinomial") != std::string::npos || call.find("'logit'") != std::string::npos;
    bool const interval = call.find("svyciprop") != std::string::npos || call.find("svyglm") != std::string::npos;
    if (logistic && interval) return std::max(usual, 1e-6);
    if (call.find("svyciprop") != std::string::npos && call.find("method") == std::string::npos)
        return std::max(usual, 1e-6);
    return usual;
}

bool is_untestable(std::string const& call) { return call.find("'lincom'") != std::string::npos; }

std::string display_text(Json const& design) {
    std::string cells;
    for (auto const& name : design["cells"]) cells += (cells.empty() ? "'" : ", '") + name.get<std::string>() + "'";
    return fmt::format("display_cells(d0, {}, c({}), level = {})", design["derived"].begin().key(), cells,
                       design.value("level", 0.95));
}

class CaseRun {
public:
    CaseRun(Json const& file, std::filesystem::path const& folder)
        : file_(file), interpreter_(builtins(folder), definitions(file)) {
        define_data(file, folder, *interpreter_.top());
    }

    std::vector<std::string> differing(Json const& result) {
        auto call = result["call"].get<std::string>();
        auto const limit = tolerance(call, file_.value("tolerance_rel", 1e-8));
        if (file_["design"].contains("cells")) call = display_text(file_["design"]);
        return differences(result["result"], json_of(interpreter_.evaluate(call)), limit);
    }

private:
    static Builtins builtins(std::filesystem::path const& folder) {
        auto all = all_builtins();
        all["read"] = [folder](golden::Call const& call) {
            return Value{FramePtr(std::make_shared<Frame const>(read_frame(folder / call.text("", "", 0))))};
        };
        return all;
    }

    Json const& file_;
    Interpreter interpreter_;
};

std::string summary(std::vector<std::string> const& differences) {
    auto text = differences.front();
    if (differences.size() > 1) text += fmt::format(" (and {} more)", differences.size() - 1);
    return text;
}

void run_result(CaseRun& run, std::string const& name, std::string const& key, Json const& result, Report& report) {
    ++report.results;
    if (is_untestable(result.at("call"))) {
        ++report.untestable;
        return;
    }
    try {
        auto const found = run.differing(result);
        if (!found.empty()) report.differing.push_back(fmt::format("{} {}: {}", name, key, summary(found)));
    } catch (std::exception const& failure) {
        report.differing.push_back(fmt::format("{} {}: {}", name, key, failure.what()));
    }
}

// A case that cannot be read differs in all its results.
void run_case(std::filesystem::path const& path, Json const& file, Report& report) {
    auto const name = file.value("id", path.stem().string());
    ++report.cases;
    try {
        CaseRun run(file, path.parent_path());
        for (auto const& [key, result] : file.at("results").items()) run_result(run, name, key, result, report);
    } catch (std::exception const& failure) {
        for (auto const& [key, result] : file.at("results").items()) {
            ++report.results;
            report.differing.push_back(fmt::format("{} {}: {}", name, key, failure.what()));
        }
    }
}

// Other JSON of the folder is no case; what cannot be read at all is a difference.
void run_file(std::filesystem::path const& path, Report& report) {
    auto const file = Json::parse(std::ifstream(path), nullptr, false);
    if (file.is_discarded()) {
        ++report.cases;
        report.differing.push_back(path.filename().string() + ": is no JSON");
        return;
    }
    bool const is_case =
        file.is_object() && file.contains("results") && file.contains("design") && file.contains("data");
    if (is_case) run_case(path, file, report);
}

}  // namespace

Report run_folder(std::filesystem::path const& folder) {
    Report report;
    for (auto const& path : case_files(folder)) run_file(path, report);
    return report;
}

}  // namespace lenkwerk::survey_statistics::golden
