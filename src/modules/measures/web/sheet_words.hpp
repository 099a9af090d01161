#pragma once
// Columns and words of the tables that measures gives out and takes back: written in the reader's language, read in every one.
#include "modules/measures/rules/table.hpp"
#include "platform/documents/table.hpp"
#include "platform/documents/workbook.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::measures {

// The column `key` under the message measures.sheet.KEY, in all languages, the reader's first.
documents::TableColumn sheet_column(web::Visit& visit, std::string const& key, bool required = true);
TableWords table_words(web::Visit& visit);
std::vector<std::string> phase_names(web::Visit& visit);

// The table of the uploaded file in the field `file`. Refuses measures.sheet.no_file and what documents/table.hpp refuses.
Outcome<documents::Table> uploaded_table(web::Visit& visit, std::vector<documents::TableColumn> const& columns);

// Everything that is wrong, by sheet, row and column: "Blatt „Runde“, Zeile 7, Spalte D (Phase): …".
void show_cell_problems(html::Writer& w, web::Visit& visit, std::vector<documents::CellProblem> const& problems);

}  // namespace lenkwerk::measures
