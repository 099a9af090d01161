#include "platform/documents/csv.hpp"

#include "platform/documents/encoding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::documents {
namespace {

std::vector<std::vector<std::string>> cells_of(std::string_view bytes) {
    std::vector<std::vector<std::string>> cells;
    auto const rows = *read_csv(bytes);
    for (auto const& row : rows) cells.push_back(row.cells);
    return cells;
}
using Cells = std::vector<std::vector<std::string>>;

TEST(Csv, recognises_the_separator) {
    EXPECT_EQ(cells_of("a;b\n1,5;2\n"), (Cells{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(cells_of("a,b\n1;5,2\n"), (Cells{{"a", "b"}, {"1;5", "2"}}));
    EXPECT_EQ(cells_of("a\tb\r\n\"x;y\"\t2"), (Cells{{"a", "b"}, {"x;y", "2"}}));
    EXPECT_EQ(cells_of("\"a,b,c\";d"), (Cells{{"a,b,c", "d"}}));
}

TEST(Csv, reads_what_programs_write) {
    EXPECT_EQ(cells_of("\xEF\xBB\xBFStra\xC3\x9F"
                       "e;x"),
              (Cells{{"Straße", "x"}}));
    EXPECT_EQ(cells_of("Stra\xDF"
                       "e;5 \x80"),
              (Cells{{"Straße", "5 €"}}));
    EXPECT_EQ(cells_of(std::string_view("\xFF\xFE"
                                        "a\0;\0b\0",
                                        8)),
              (Cells{{"a", "b"}}));
}

TEST(Csv, counts_the_lines_of_the_file) {
    auto const rows = *read_csv("a;b\n\n\"x\ny\";\"er sagte \"\"ja\"\"\"\nz;\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1], (CsvRow{3, {"x\ny", "er sagte \"ja\""}}));
    EXPECT_EQ(rows[2], (CsvRow{5, {"z", ""}}));
}

TEST(Csv, says_where_a_quote_is_wrong) {
    EXPECT_EQ(read_csv("a;b\n\"offen;x\n").problems(), refuse("documents.csv.open_quote", {}, {{"line", 2}}));
    EXPECT_EQ(read_csv("a;b\n\"x\"y;z\n").problems(), refuse("documents.csv.after_quote", {}, {{"line", 2}}));
    EXPECT_EQ(read_csv(std::string(kLongestCsv + 1, 'a')).problems(), refuse("documents.csv.too_large"));
}

TEST(Csv, keeps_formulas_from_computing_and_numbers_as_they_are) {
    CsvWriter writer;
    writer.row({"=SUM(A1)", "-5", "-5 Grad", "+49 231", "@x", "1.234,5"});
    EXPECT_EQ(std::move(writer).take(),
              "\xEF\xBB\xBF\"'=SUM(A1)\";\"-5\";\"'-5 Grad\";\"'+49 231\";\"'@x\";\"1.234,5\"\r\n");
}

// What is written is read again, whatever stands in it (but for control characters and leading signs of formulas).
RC_GTEST_PROP(Csv, reads_what_it_wrote, ()) {
    auto const piece = rc::gen::element<std::string>("a", "ß", "\"", ";", ",", "\n", " ", "1");
    auto const cell =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](std::vector<std::string> const& pieces) {
            std::string text = "x";
            for (auto const& each : pieces) text += each;
            return text;
        });
    auto const row = rc::gen::container<std::vector<std::string>>(3, cell);
    auto const rows = *rc::gen::container<std::vector<std::vector<std::string>>>(row);
    CsvWriter writer;
    for (auto const& each : rows) writer.row(each);
    RC_ASSERT(cells_of(std::move(writer).take()) == rows);
}

RC_GTEST_PROP(Encoding, gives_utf8_for_any_bytes, (std::string const& bytes)) { RC_ASSERT(is_utf8(as_utf8(bytes))); }

TEST(Encoding, refuses_overlong_forms_and_surrogates) {
    EXPECT_TRUE(is_utf8("äöü€😀"));
    for (auto const* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80"})
        EXPECT_FALSE(is_utf8(bad));
}

}  // namespace
}  // namespace lenkwerk::documents
