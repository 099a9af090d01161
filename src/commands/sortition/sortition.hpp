#pragma once
// `lenkwerk sortition …`: each subcommand in a file of its name.
#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/input/read.hpp"

namespace lenkwerk::commands::sortition {

namespace core = lenkwerk::sortition;

void add_check(CLI::App& sortition);
void add_invite(CLI::App& sortition);
void add_lottery(CLI::App& sortition);
void add_replace(CLI::App& sortition);
void add_report(CLI::App& sortition);
void add_reserves(CLI::App& sortition);
void add_select(CLI::App& sortition);
void add_verify(CLI::App& sortition);

// Where people and quotas stand and which columns count; shared by most subcommands.
struct Inputs {
    std::string people, quotas, id_column;
    std::vector<std::string> household_columns;
    int per_household = 1;

    void add_to(CLI::App& command);
    core::PanelRules rules(int size) const { return {size, household_columns.empty() ? 0 : per_household}; }
};

struct Pool {
    core::Quotas quotas;
    core::People people;
};

// Bytes of a file; a file that cannot be read is said in one sentence and ends the command.
std::string read_file(std::string const& path);
// The same of a table: CSV as it is, the first sheet of an XLSX file as CSV.
std::string read_table(std::string const& path);
void write_file(std::string const& path, std::string const& bytes);
// A cell of a CSV file with commas.
std::string quoted(std::string const& cell);

Pool read_pool(Inputs const& inputs);

// "sex = women, age = 16-24": quotas by their rows; rows behind the quotas are limits of households.
std::string names_of(core::Quotas const& quotas, std::vector<int> const& rows);
// One line a person who is in no panel: the id and the quotas that together exclude them.
std::string excluded_in_words(Pool const& pool, core::TypedPool const& typed, std::vector<int> const& people,
                              core::engine::Progress const& progress);

// Says every problem in one sentence on stderr (and as JSON on stdout where asked for) and ends the command with 1.
[[noreturn]] void end_refused(Problems const& problems, bool json = false);

template <class T> T accepted(Outcome<T> outcome, bool json = false) {
    if (!outcome) end_refused(outcome.problems(), json);
    return std::move(*outcome);
}

}  // namespace lenkwerk::commands::sortition
