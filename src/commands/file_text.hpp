#pragma once
// The text in a stored file, whatever its format, for looking through it.
#include <string>

namespace lenkwerk::commands {

// Of a PDF what pdftotext reads; of a ZIP container (spreadsheets, text documents) its parts in XML; of others the bytes.
std::string text_of_file(std::string const& bytes);

}  // namespace lenkwerk::commands
