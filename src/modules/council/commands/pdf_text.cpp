#include "modules/council/commands/pdf_text.hpp"

#include "modules/council/council.hpp"
#include "platform/documents/program.hpp"
#include "platform/documents/temporary_folder.hpp"

namespace lenkwerk::council {
namespace {

constexpr std::size_t kMemory = std::size_t{1} << 30;
constexpr int kNotFound = 127;  // what a program that is not there exits with

bool is_blank(std::string const& text) { return text.find_first_not_of(" \t\r\n\f") == std::string::npos; }

}  // namespace

Outcome<std::string> text_of_pdf(std::string_view bytes, std::chrono::milliseconds limit,
                                 std::filesystem::path const& program) {
    documents::TemporaryFolder const folder;
    auto const pdf = folder / "paper.pdf", out = folder / "paper.txt";
    documents::write_file(pdf, bytes);
    // Whoever reads it may be nobody: the folder is closed to all others.
    std::filesystem::permissions(pdf, std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    auto const end = documents::run({.path = program,
                                     .arguments = {"-layout", "-enc", "UTF-8", pdf.string(), out.string()},
                                     .folder = folder.path(),
                                     .time_limit = limit,
                                     .memory_limit = kMemory});
    if (end.how == documents::ProgramEnd::How::exited && end.code == kNotFound) return pdf_program_is_missing();
    if (!end.went_well() || !std::filesystem::exists(out)) return pdf_is_unreadable();
    if (std::filesystem::file_size(out) > kLargestPaper) return pdf_is_unreadable();
    auto text = documents::read_file(out);
    if (is_blank(text)) return pdf_holds_no_text();
    return text;
}

Outcome<std::string> text_of_pdf_file(std::string_view bytes) { return text_of_pdf(bytes); }

Outcome<PaperReading> read_file_of_paper(std::string_view bytes) {
    if (bytes.size() > kLargestPaper || !bytes.starts_with("%PDF-")) return read_paper_with_source(bytes);
    auto const text = text_of_pdf(bytes);
    if (!text) return text.problems();
    return read_paper_with_source(*text);
}

}  // namespace lenkwerk::council
