#pragma once
// The text of a PDF by pdftotext, which runs without network, without rights, with limits of time and memory.
#include "base/outcome.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace lenkwerk::council {

inline constexpr std::chrono::seconds kPdfTime{60};
inline constexpr std::string_view kPdfToText = "/usr/bin/pdftotext";

// Refuses council.paper.pdf_unreadable (damaged, protected, too slow, too long), council.paper.pdf_without_text (a scan) and
// council.paper.pdf_program_missing (nothing here can read a PDF).
Outcome<std::string> text_of_pdf(std::string_view bytes, std::chrono::milliseconds limit = kPdfTime,
                                 std::filesystem::path const& program = kPdfToText);

}  // namespace lenkwerk::council
