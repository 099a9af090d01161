#pragma once
// How a row of a filled-in table is read: what its words mean, and what is wrong with which cell. Cells are named by the keys of
// their columns; problems carry that key as their field.
#include "modules/measures/rules/activity.hpp"

#include <map>

namespace lenkwerk::measures {

using Cells = std::map<std::string, std::string>;  // without empty ones
std::string cell(Cells const& cells, std::string const& column);

// Words in every language of the product, in lower case, and what they mean.
struct TableWords {
    std::map<std::string, Phase> phases;
    std::map<std::string, Kind> kinds;
    std::map<std::string, Visibility> audiences;
};

// Nothing where the cell is empty; a word that is none is a problem.
std::optional<Phase> phase_in(Cells const& cells, TableWords const& words, Problems& problems);
std::optional<ActivityId> number_in(Cells const& cells, Problems& problems);

// The same activity stood in an earlier row already.
Problems table_row_twice(int row);

// A row of a status round: `number`, `phase`, `text`, `evidence`.
struct KnownActivity {
    Kind kind = Kind::measure;
    Phase phase = Phase::running;
    Audience audience = Audience::administration();
};
struct ReportRow {
    ActivityId activity;
    ReportDraft report;
};
// Nothing where the row says nothing new. Refuses a number that is not among the open activities, a phase that is no phase, and what
// check_report() refuses.
Outcome<std::optional<ReportRow>> read_report_row(Cells const& cells, std::map<ActivityId, KnownActivity> const& known,
                                                  TableWords const& words);

}  // namespace lenkwerk::measures
