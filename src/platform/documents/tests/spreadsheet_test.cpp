#include "platform/documents/spreadsheet.hpp"

#include "platform/documents/sheet_formats.hpp"
#include "platform/documents/workbook.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zip.h>

namespace lenkwerk::documents {
namespace {

std::string sample() {
    Workbook book("Statusrunde", "Geschäftsstelle");
    book.sheet("Tätigkeiten/2026",
               {{"Titel", 40}, {"Phase", 12, {"Idee", "Läuft"}, true}, {"Kosten"}, {"Frist"}, {"Zahl"}});
    book.row({"=1+1 & <Büsche>", "Läuft", Cents{420050}, Day::of(2026, 11, 23), std::int64_t{7}});
    book.row({"Nur Titel", std::monostate{}, std::monostate{}, std::monostate{}, 0.5});
    book.sheet("Zweites", {{"a"}});
    return std::move(book).take();
}

TEST(Spreadsheet, reads_what_a_workbook_wrote) {
    auto const sheets = *read_spreadsheet(sample());
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_EQ(sheets[0].name, "Tätigkeiten 2026");
    ASSERT_EQ(sheets[0].rows.size(), 3U);
    auto const& row = sheets[0].rows[1];
    EXPECT_EQ(row.number, 2);
    EXPECT_EQ(row.cells[0], SheetCell{"=1+1 & <Büsche>"});
    EXPECT_EQ(row.cells[2], SheetCell{4200.5});
    EXPECT_EQ(row.cells[3], SheetCell{Day::of(2026, 11, 23)});
    EXPECT_EQ(text_of(row.cells[4]), "7");
    EXPECT_EQ(text_of(cell_at(sheets[0].rows[2], 1)), "");
    EXPECT_EQ(text_of(cell_at(sheets[0].rows[2], 4)), "0.5");
    EXPECT_EQ(text_of(cell_at(row, 99)), "");
}

TEST(Spreadsheet, keeps_the_lists_of_choices_out_of_sight) {
    auto const sheets = *read_spreadsheet(sample());
    EXPECT_FALSE(sheets[0].is_hidden);
    EXPECT_EQ(sheets[1].name, "Auswahl");
    EXPECT_TRUE(sheets[1].is_hidden);
}

TEST(Spreadsheet, refuses_what_is_no_workbook) {
    for (std::string const bytes : {"", "PK", "PK\x03\x04 nonsense", "Titel;Phase\n", "\xD0\xCF\x11\xE0 an old .xls"})
        EXPECT_EQ(read_spreadsheet(bytes).problems(), refuse("documents.sheet.no_workbook"));
    auto damaged = sample();
    damaged.resize(damaged.size() / 2);
    EXPECT_EQ(read_spreadsheet(damaged).problems(), refuse("documents.sheet.no_workbook"));
}

// A workbook of these parts, packed by libzip into a file and read back.
std::string packed(std::vector<std::pair<std::string, std::string>> const& parts) {
    std::string const path = testing::TempDir() + "lenkwerk_spreadsheet_test.zip";
    auto* const archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (auto const& [name, content] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    EXPECT_EQ(zip_close(archive), 0);
    std::string bytes;
    auto* const file = std::fopen(path.c_str(), "rb");
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) bytes += static_cast<char>(c);
    std::fclose(file);
    return bytes;
}

std::string with_sheet(std::string sheet_data, std::string prologue = "") {
    return packed(
        {{"xl/workbook.xml",
          R"(<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>)"},
         {"xl/worksheets/sheet1.xml", prologue + "<worksheet><sheetData>" + sheet_data + "</sheetData></worksheet>"}});
}

TEST(Spreadsheet, counts_bytes_as_they_unpack) {
    auto const bomb = with_sheet("<row><c><v>1</v></c></row>" + std::string(3'000'000, ' '));
    EXPECT_LT(bomb.size(), 30'000U);
    EXPECT_EQ(read_spreadsheet(bomb, {.unpacked = 1'000'000}).problems(), refuse("documents.sheet.too_large"));
    EXPECT_TRUE(read_spreadsheet(bomb, {.unpacked = 4'000'000}));
    EXPECT_EQ(read_spreadsheet(bomb, {.file = 100}).problems(), refuse("documents.sheet.too_large"));
}

TEST(Spreadsheet, counts_cells_and_the_gaps_between_them) {
    auto const far = with_sheet(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)");
    EXPECT_EQ(read_spreadsheet(far, {.cells = 16383}).problems(),
              refuse("documents.sheet.too_many_cells", {}, {{"limit", 16383}}));
    EXPECT_EQ((*read_spreadsheet(far)).front().rows.front().cells.size(), 16384U);
    EXPECT_EQ(read_spreadsheet(with_sheet(R"(<row><c r="XFE1"><v>1</v></c></row>)")).problems(),
              refuse("documents.sheet.no_workbook"));
}

TEST(Spreadsheet, expands_no_entities) {
    auto const laughs =
        with_sheet(R"(<row><c t="inlineStr"><is><t>&b;</t></is></c></row>)",
                   R"(<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>)");
    auto const sheets = *read_spreadsheet(laughs);
    EXPECT_EQ(text_of(sheets.front().rows.front().cells.front()), "&b;");
}

TEST(Spreadsheet, reads_other_programs) {
    auto const sheets = *read_spreadsheet(with_sheet(
        R"(<x:row r="5"><x:c r="B5" t="str"><x:f>A1</x:f><x:v>Formel</x:v></x:c><x:c r="C5" t="b"><x:v>1</x:v></x:c></x:row>)"));
    auto const& row = sheets.front().rows.front();
    EXPECT_EQ(row.number, 5);
    EXPECT_EQ(text_of(row.cells[0]) + "|" + text_of(row.cells[1]) + "|" + text_of(row.cells[2]), "|Formel|1");
}

TEST(SheetFormats, tells_days_from_numbers) {
    for (auto const* day : {"dd.mm.yyyy", "[$-407]d. mmmm yy", "yyyy\\-mm\\-dd"})
        EXPECT_TRUE(is_day_format(day)) << day;
    for (auto const* number : {"#,##0.00 \"days\"", "[Red]0", "0.00E+00", "h:mm", "_d0", "\\d0"})
        EXPECT_FALSE(is_day_format(number)) << number;
}

TEST(SheetFormats, counts_days_as_spreadsheets_do) {
    SheetFormats const formats(std::nullopt, false), old(std::nullopt, true);
    EXPECT_EQ(formats.day(1), Day::of(1900, 1, 1));
    EXPECT_EQ(formats.day(59), Day::of(1900, 2, 28));
    EXPECT_EQ(formats.day(61.7), Day::of(1900, 3, 1));
    EXPECT_EQ(formats.day(46349), Day::of(2026, 11, 23));
    EXPECT_EQ(old.day(1), Day::of(1904, 1, 2));
    EXPECT_EQ(formats.day(0), std::nullopt);
    EXPECT_EQ(formats.day(3e6), std::nullopt);
}

}  // namespace
}  // namespace lenkwerk::documents
