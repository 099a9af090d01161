#include "commands/sortition/sortition.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/sortition/spreadsheet.hpp"
#include "cores/sortition/wording.hpp"

namespace lenkwerk::commands {

void add_sortition(CLI::App& app) {
    auto& command = *app.add_subcommand("sortition", "choose people by lot: fairly, provably, repeatably");
    command.require_subcommand(1);
    sortition::add_invite(command);
    sortition::add_check(command);
    sortition::add_select(command);
    sortition::add_verify(command);
    sortition::add_lottery(command);
    sortition::add_reserves(command);
    sortition::add_replace(command);
    sortition::add_report(command);
}

namespace sortition {

void Inputs::add_to(CLI::App& command) {
    command.add_option("--people", people, "CSV of the people who said yes, one row each")->required();
    command.add_option("--quotas", quotas, "CSV feature,value,min,max (older headers are understood)")->required();
    command.add_option("--id-column", id_column, "column of the id; otherwise nationbuilder_id, id or the first");
    command.add_option("--household", household_columns, "columns that together are the address")->delimiter(',');
    command.add_option("--per-household", per_household, "most people of one household")->check(CLI::PositiveNumber);
}

std::string read_file(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    if (!file || std::filesystem::is_directory(path, error)) {
        fmt::print(stderr, "{}: the file cannot be read; check its name and its permissions.\n", path);
        throw Exit{1};
    }
    // One buffer of the right size: a register of a million rows is not held twice.
    auto const size = std::filesystem::file_size(path, error);
    std::string bytes(error ? 0 : size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    for (std::array<char, 4096> more{}; file.read(more.data(), more.size()) || file.gcount() > 0;) {
        bytes.append(more.data(), static_cast<std::size_t>(file.gcount()));  // a pipe has no size
    }
    return bytes;
}

void write_file(std::string const& path, std::string const& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) return;
    fmt::print(stderr, "{}: the file cannot be written; check the folder and its permissions.\n", path);
    throw Exit{3};
}

std::string read_table(std::string const& path) {
    auto bytes = read_file(path);
    if (!is_spreadsheet(bytes)) return bytes;
    if (auto csv = csv_of_spreadsheet(bytes)) return std::move(*csv);
    fmt::print(stderr, "{}: this spreadsheet cannot be read; save its first sheet as CSV (UTF-8) and try again.\n",
               path);
    throw Exit{1};
}

std::string quoted(std::string const& cell) {
    if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (char const c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

Pool read_pool(Inputs const& inputs) {
    auto const quotas_bytes = read_table(inputs.quotas), people_bytes = read_table(inputs.people);
    auto quotas = accepted(core::input::read_quotas({inputs.quotas, quotas_bytes}));
    auto people = accepted(
        core::input::read_people({inputs.people, people_bytes}, quotas, {inputs.id_column, inputs.household_columns}));
    return {std::move(quotas), std::move(people)};
}

void end_refused(Problems const& problems, bool json) {
    nlohmann::ordered_json said = nlohmann::ordered_json::array();
    for (auto const& problem : problems) {
        auto const sentence = core::sentence(problem);
        fmt::print(stderr, "{}\n", sentence);
        said.push_back({{"key", problem.key}, {"message", sentence}});
    }
    if (json) fmt::print("{}\n", nlohmann::ordered_json{{"status", "refused"}, {"problems", said}}.dump(1));
    throw Exit{1};
}

}  // namespace sortition
}  // namespace lenkwerk::commands
