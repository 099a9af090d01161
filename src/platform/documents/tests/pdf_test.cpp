#include "platform/documents/pdf.hpp"

#include "platform/documents/temporary_folder.hpp"
#include "platform/html/writer.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace lenkwerk::documents {
namespace {

PrintDocument overview() {
    auto body = html::write([](html::Writer& w) {
        w.put("<h1>Übersicht</h1><h2>Sichere Plätze</h2><p>{}</p>", "Text <ohne> Markup");
        w.put(
            R"(<table><caption>Maßnahmen</caption><thead><tr><th scope="col">Titel</th><th scope="col">Stand</th></tr></thead>)"
            R"(<tbody><tr><th scope="row">Hecken</th><td>läuft</td></tr></tbody></table>)");
    });
    return {.title = "Übersicht & mehr", .language = "de", .foot = "Stand \"heute\" </style>", .body = std::move(body)};
}

std::string said_by(std::string const& command) {
    std::string text;
    auto* const pipe = ::popen(command.c_str(), "r");
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
    ::pclose(pipe);
    return text;
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(PrintHtml, lets_nothing_of_title_or_foot_out_of_its_place) {
    auto const page = print_html(overview(), "body{}");
    EXPECT_TRUE(has(page, "<title>Übersicht &amp; mehr</title><style>body{}"));
    EXPECT_TRUE(has(page, R"(content: "Stand \000022heute\000022 \00003c/style\00003e")"));
    EXPECT_TRUE(has(page, "default-src 'none'"));
    EXPECT_EQ(page.find("</style>"), page.rfind("</style>"));
}

TEST(Pdf, is_tagged_and_has_title_language_headings_and_table_heads) {
    if (!pdf_is_available()) GTEST_SKIP() << "no chromium-headless-shell: PDF is NOT tested on this machine";
    auto const result = print_pdf(overview());
    TemporaryFolder const folder;
    auto const file = (folder / "x.pdf").string();
    write_file(file, std::get<Pdf>(result).bytes);
    auto const facts = said_by("pdfinfo " + file);
    EXPECT_TRUE(has(facts, "Title:           Übersicht & mehr")) << facts;
    EXPECT_TRUE(has(facts, "Tagged:          yes"));
    EXPECT_TRUE(has(facts, "JavaScript:      no"));
    EXPECT_TRUE(has(facts, "(A4)")) << facts;
    EXPECT_TRUE(has(said_by("qpdf --qdf --object-streams=disable " + file + " -"), "/Lang (de)"));
    auto const structure = said_by("pdfinfo -struct-text " + file);
    for (auto const* part : {"H1", "H2", "Table", "TH", "Hecken", "Text <ohne> Markup"})
        EXPECT_TRUE(has(structure, part)) << structure;
    EXPECT_TRUE(has(said_by("pdftotext " + file + " -"), "1/1"));
}

TEST(Pdf, is_unavailable_where_there_is_no_chromium) {
    ::setenv("LENKWERK_CHROMIUM", "/no/such/program", 1);
    EXPECT_FALSE(pdf_is_available());
    EXPECT_TRUE(std::holds_alternative<PdfUnavailable>(print_pdf(overview())));
    ::setenv("LENKWERK_CHROMIUM", "/bin/false", 1);
    EXPECT_THROW(print_pdf(overview()), std::runtime_error);
    ::unsetenv("LENKWERK_CHROMIUM");
}

}  // namespace
}  // namespace lenkwerk::documents
