#pragma once
// A table on its way in: uploaded, found by its columns, looked at with everything that is wrong in it, sent back as it was looked
// at, and refused where the database knows more. What a table means is said by the module that asks for it.
#include "platform/documents/table.hpp"
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

#include <span>

namespace lenkwerk::web {

// Every language of the product, the reader's first: titles and words of a table are read in each of them.
std::vector<i18n::Locale const*> reading_locales(Visit& visit);

// The table in the upload `file`. Refuses common.table.no_file, what documents/spreadsheet.hpp refuses and what find_table() refuses.
Outcome<documents::Table> uploaded_table(Visit& visit, std::vector<documents::TableColumn> const& columns);
// The table that packed() put into the hidden field `table`. Refuses common.table.not_ours.
Outcome<documents::Table> returned_table(Visit& visit);

// What a command refused of the rows it was given, at the rows and cells that it means: "3.email" is of the fourth row, whose number
// in the table is numbers[3].
std::vector<documents::CellProblem> at_rows(documents::Table const& table, std::span<int const> numbers,
                                            Problems const& refused);

// Everything that is wrong, by sheet, row and column: "Blatt „Runde“, Zeile 7, Spalte D (Phase): …". Nothing where nothing is.
void show_cell_problems(html::Writer& w, Visit& visit, std::vector<documents::CellProblem> const& problems);

}  // namespace lenkwerk::web
