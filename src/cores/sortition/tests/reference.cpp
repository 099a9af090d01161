#include "cores/sortition/tests/reference.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::tests {
namespace {

namespace fs = std::filesystem;

fs::path data() {
    char const* shared = std::getenv("LENKWERK_SHARED");
    auto const beside = fs::path(LENKWERK_SOURCE_DIR).parent_path() / "shared";
    return (shared ? fs::path(shared) : beside) / "data" / "sortition";
}

std::string bytes_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

template <class T> T must(Outcome<T> outcome) {
    if (!outcome) throw std::runtime_error("a reference instance is refused: " + outcome.problems().front().key);
    return std::move(*outcome);
}

// `id,probability`
std::map<std::string, double> chances_in(std::string const& csv) {
    std::map<std::string, double> chances;
    input::Rows rows("expected", csv);
    std::vector<std::string_view> cells;
    must(rows.next(cells));
    while (must(rows.next(cells))) chances[std::string(cells.at(0))] = std::stod(std::string(cells.at(1)));
    return chances;
}

}  // namespace

std::vector<std::string> reference_names() {
    std::vector<std::string> names;
    std::error_code absent;
    for (auto const& entry : fs::directory_iterator(data() / "instances", absent)) {
        if (entry.is_directory()) names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
}

Reference reference(std::string const& name) {
    auto const folder = data() / "instances" / name, expected = data() / "expected" / (name + ".exact_leximin");
    auto const quotas = bytes_of(folder / "categories.csv"), people = bytes_of(folder / "respondents.csv");
    Reference result{name, must(input::read_quotas({name + "/categories.csv", quotas})), {}, {}, {}};
    result.people = must(input::read_people({name + "/respondents.csv", people}, result.quotas));
    result.rules.size = std::stoi(name.substr(name.rfind('_') + 1));
    if (!fs::exists(expected.string() + ".json")) return result;
    result.expected = chances_in(bytes_of(expected.string() + ".probs.csv"));
    auto const stated = nlohmann::json::parse(bytes_of(expected.string() + ".json"));
    result.tolerance = std::max(1e-6, stated.value("certified_max_improvement", 0.0));
    return result;
}

}  // namespace lenkwerk::sortition::tests
