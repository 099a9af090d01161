#pragma once
// PDF from HTML, by Chromium's headless shell: tagged, with title and language, so that screen readers find headings and the
// heads of tables. Where the machine has no Chromium, `unavailable` is a value, and pages offer the browser's own printing.
#include "platform/html/value.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

namespace lenkwerk::documents {

struct PrintDocument {
    std::string title;
    std::string language = "de";
    std::string foot =
        {};  // at the foot of each page, beside its number: "Stand 08.11.2022 · nur für den Lenkungskreis"
    bool landscape = false;  // for wide tables
    html::Fragment body;
};

struct PdfUnavailable {};  // no Chromium on this machine: documents.pdf.unavailable
struct Pdf {
    std::string bytes;
};
using PdfResult = std::variant<Pdf, PdfUnavailable>;

bool pdf_is_available();

// Takes about a second and more for long documents: a matter for jobs, never for a request. std::runtime_error where Chromium
// fails or needs longer than `limit`.
PdfResult print_pdf(PrintDocument const& document, std::chrono::seconds limit = std::chrono::seconds{60});

// The HTML that is printed: one file with its style sheet and fonts inside, which may load nothing and run nothing.
std::string print_html(PrintDocument const& document, std::string_view style_sheet);

}  // namespace lenkwerk::documents
