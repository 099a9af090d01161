#pragma once
// What a page says of a PDF that is not there: it is being made, it could not be made, or this machine makes none.
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

#include <string_view>

namespace lenkwerk::web {

enum class PdfStanding { coming, failed, unavailable };

// Of the PDF that the job `kind` makes under `key`.
PdfStanding pdf_standing(storage::Reader const& reader, std::string_view kind, std::string_view key);

// Says so, and what to do meanwhile: print the page with the browser.
void show_pdf_standing(html::Writer& w, Visit const& visit, PdfStanding standing);

}  // namespace lenkwerk::web
