#include <gtest/gtest.h>

#include "commands/sortition/spreadsheet.hpp"
#include "cores/sortition/input/read.hpp"
#include "platform/documents/workbook.hpp"

namespace lenkwerk::commands::sortition {
namespace {

using Cells = std::vector<documents::CellValue>;

std::string workbook(std::vector<std::string> const& header, std::vector<Cells> const& rows) {
    documents::Workbook book("Tabelle", "Geschäftsstelle");
    std::vector<documents::SheetColumn> columns;
    for (auto const& title : header) columns.push_back({title});
    book.sheet("Tabelle", columns);
    for (auto const& row : rows) book.row(row);
    return std::move(book).take();
}

std::string text(char const* words) { return words; }

TEST(SortitionSpreadsheet, reads_as_the_csv_with_the_same_content) {
    auto const quotas =
        workbook({"feature", "value", "min", "max"}, {{text("Bezirk"), text("Nord, \"oben\""), std::int64_t{1}, 2.0},
                                                      {text("Bezirk"), text("Süd"), std::int64_t{0}, 1.0}});
    ASSERT_TRUE(is_spreadsheet(quotas));
    auto const quota_table = csv_of_spreadsheet(quotas);
    auto const read = lenkwerk::sortition::input::read_quotas({"quotas.xlsx", *quota_table});
    ASSERT_TRUE(static_cast<bool>(read));
    EXPECT_EQ(read->rows[0].value, "Nord, \"oben\"");
    EXPECT_EQ(read->rows[0].max, 2);
    EXPECT_EQ(read->rows[1].line, 3);

    auto const people =
        workbook({"id", "Bezirk"}, {{std::int64_t{17}, text("Süd")}, {}, {std::int64_t{18}, text("Ost")}});
    auto const people_table = csv_of_spreadsheet(people);
    auto const refused = lenkwerk::sortition::input::read_people({"people.xlsx", *people_table}, *read);
    // Row 3 is empty, so that the unknown value stands in row 4 as the spreadsheet shows it.
    EXPECT_EQ(refused.problems().front().key, "sortition.people.value_without_quota");
    EXPECT_EQ(refused.problems().front().arguments[1], (MessageArgument{"line", std::int64_t{4}}));
}

TEST(SortitionSpreadsheet, refuses_what_only_looks_like_one) {
    EXPECT_FALSE(is_spreadsheet("id,gender\n"));
    EXPECT_EQ(csv_of_spreadsheet("PK\x03\x04 and then nothing").problems().front().key, "documents.sheet.no_workbook");
}

}  // namespace
}  // namespace lenkwerk::commands::sortition
