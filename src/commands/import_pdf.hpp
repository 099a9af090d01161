#pragma once
// The text of a PDF by pdftotext: a program of its own, without a shell, with a limit of time and of output.
#include "base/outcome.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace lenkwerk::commands {

inline constexpr std::chrono::seconds kPdfTime{60};

// Refuses council.paper.pdf_unreadable (damaged, protected, too slow) and council.paper.pdf_without_text (a scan).
// Throws std::runtime_error where pdftotext is not installed.
Outcome<std::string> text_of_pdf(std::filesystem::path const& file, std::chrono::milliseconds limit = kPdfTime);

}  // namespace lenkwerk::commands
