#pragma once
// Columns and words of the tables that measures gives out and takes back: written in the reader's language, read in every one.
#include "modules/measures/rules/table.hpp"
#include "platform/documents/workbook.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/table_upload.hpp"

namespace lenkwerk::measures {

// The column `key` under the message measures.sheet.KEY, in all languages, the reader's first.
documents::TableColumn sheet_column(web::Visit& visit, std::string const& key, bool required = true);
TableWords table_words(web::Visit& visit);
std::vector<std::string> phase_names(web::Visit& visit);

}  // namespace lenkwerk::measures
