#include "platform/documents/pdf.hpp"

#include "platform/documents/program.hpp"
#include "platform/documents/temporary_folder.hpp"
#include "platform/embedded.hpp"
#include "platform/html/escape.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace lenkwerk::documents {

namespace {

// A tagged document of a thousand pages takes Chromium's renderer three gigabytes.
constexpr std::size_t kMostMemory = std::size_t{6} << 30;

// The binary itself: Debian's script in /usr/bin needs a shell. LENKWERK_CHROMIUM names another one, or none.
std::filesystem::path chromium() {
    if (auto const* named = std::getenv("LENKWERK_CHROMIUM")) return named;
    for (auto const* usual : {"/usr/lib/chromium/chromium-headless-shell",
                              "/usr/lib/chromium-browser/chromium-headless-shell", "/usr/bin/chromium-headless-shell"})
        if (std::filesystem::exists(usual)) return usual;
    return {};
}

// A text inside a string of CSS: whatever could end it or the style element is written by its number (CSS Syntax 3, 4.3.7).
std::string css_string(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        bool const harmless = static_cast<unsigned char>(c) >= 0x80 ||
                              std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                              std::string_view(" .,;:-()/").find(c) != std::string_view::npos;
        if (harmless)
            out += c;
        else
            out += fmt::format("\\{:06x}", static_cast<unsigned char>(c));
    }
    return out + "\"";
}

std::string page_rules(PrintDocument const& document) {
    return fmt::format(
        "@page {{ size: A4{}; @bottom-left {{ content: {}; }} @bottom-right {{ content: counter(page) \"/\" "
        "counter(pages); }} }}",
        document.landscape ? " landscape" : "", css_string(document.foot));
}

std::vector<std::string> arguments(TemporaryFolder const& folder) {
    return {"--headless",
            "--print-to-pdf=" + (folder / "out.pdf").string(),
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            "--user-data-dir=" + (folder / "profile").string(),
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "file://" + (folder / "in.html").string()};
}

std::string why(ProgramEnd const& end) {
    if (end.how == ProgramEnd::How::timed_out) return "it did not end in time";
    return fmt::format("{} {}: {}", end.how == ProgramEnd::How::killed ? "signal" : "exit code", end.code,
                       end.last_words);
}

// The sandbox of its own stays on wherever the system gives it the means (user namespaces); where not, the program is still
// without rights, network and script.
ProgramEnd print(Program program) {
    auto end = run(program);
    if (end.went_well() || end.last_words.find("No usable sandbox") == std::string::npos) return end;
    program.arguments.insert(program.arguments.begin(), "--no-sandbox");
    return run(program);
}

std::string_view style_sheet() {
    for (auto const& file : embedded_files("assets/dist/document-"))
        if (file.name.ends_with(".css")) return file.content;
    throw std::logic_error("the style sheet of documents is not built in");
}

}  // namespace

bool pdf_is_available() { return !chromium().empty() && std::filesystem::exists(chromium()); }

std::string print_html(PrintDocument const& document, std::string_view style_sheet) {
    std::string out =
        "<!doctype html><html lang=\"" + html::escaped(document.language) + "\"><head><meta charset=\"utf-8\">";
    out +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "font-src data:; img-src data:\">";
    out += "<title>" + html::escaped(document.title) + "</title><style>";
    out.append(style_sheet).append(page_rules(document));
    return out + "</style></head><body class=\"lw lw-document\"><main class=\"lw-main\">" + document.body.markup() +
           "</main></body></html>\n";
}

PdfResult print_pdf(PrintDocument const& document, std::chrono::seconds limit) {
    if (!pdf_is_available()) return PdfUnavailable{};
    TemporaryFolder const folder;
    write_file(folder / "in.html", print_html(document, style_sheet()));
    auto const end = print({.path = chromium(),
                            .arguments = arguments(folder),
                            .folder = folder.path(),
                            .time_limit = limit,
                            .memory_limit = kMostMemory});
    if (!end.went_well() || !std::filesystem::exists(folder / "out.pdf"))
        throw std::runtime_error("no PDF from Chromium: " + why(end));
    auto bytes = read_file(folder / "out.pdf");
    if (!bytes.starts_with("%PDF-")) throw std::runtime_error("what Chromium wrote is no PDF");
    return Pdf{std::move(bytes)};
}

}  // namespace lenkwerk::documents
