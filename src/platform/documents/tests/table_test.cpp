#include "platform/documents/table.hpp"

#include "platform/documents/workbook.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::documents {
namespace {

std::vector<TableColumn> const kColumns{
    {"title", {"Titel", "Title"}}, {"phase", {"Phase"}}, {"note", {"Anmerkung", "Note"}, false}};

SheetRow row(int number, std::vector<std::string> const& texts) {
    SheetRow made{number, {}};
    for (auto const& text : texts) made.cells.emplace_back(text);
    return made;
}

TEST(Table, is_found_below_a_title_with_its_columns_in_any_order_and_language) {
    std::vector<Sheet> const sheets{{"Hinweise", false, {row(1, {"Titel"}), row(2, {"nur so"})}},
                                    {"Versteckt", true, {row(1, {"Titel", "Phase"}), row(2, {"nein", "nein"})}},
                                    {"Liste",
                                     false,
                                     {row(1, {"Unsere Maßnahmen"}), row(3, {"note", "PHASE ", "egal", " title"}),
                                      row(4, {"", " ", "x", ""}), row(5, {"", "läuft", "x", " Licht "})}}};
    auto const table = *find_table(sheets, kColumns);
    EXPECT_EQ(table.sheet, "Liste");
    EXPECT_EQ(table.places, (std::map<std::string, std::string>{{"note", "A"}, {"phase", "B"}, {"title", "D"}}));
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].number, 5);
    EXPECT_EQ(table.rows[0].text("title"), "Licht");
    EXPECT_EQ(table.rows[0].text("note"), "");
    auto const placed = at_cells(table, table.rows[0], {{"x.y", "phase"}, {"x.z", ""}});
    EXPECT_EQ(placed[0].letter + placed[0].title, "BPHASE");
    EXPECT_EQ(placed[0].row, 5);
    EXPECT_EQ(placed[1].letter, "");
}

TEST(Table, says_what_it_did_not_find) {
    std::vector<Sheet> sheets{{"Liste", false, {row(1, {"Titel", "Stand"}), row(2, {"a", "b"})}}};
    EXPECT_EQ(find_table(sheets, kColumns).problems(),
              refuse("documents.table.not_found", "", {{"columns", "Titel, Phase"}}));
    sheets[0].rows = {row(1, {"Titel", "Phase"}), row(2, {"", ""})};
    EXPECT_EQ(find_table(sheets, kColumns).problems(), refuse("documents.table.empty", "", {{"sheet", "Liste"}}));
    sheets[0].rows = {row(1, {"Titel", "Phase", "titel"}), row(2, {"a", "b", "c"})};
    EXPECT_EQ(find_table(sheets, kColumns).problems(),
              refuse("documents.table.column_twice", "", {{"sheet", "Liste"}, {"column", "titel"}}));
}

TEST(Table, of_our_own_workbook_comes_back) {
    Workbook book("Liste", "Geschäftsstelle");
    book.sheet("Tabelle", {{"Titel"}, {"Phase", 10, {"Idee"}}});
    book.row({"=1+1", "Idee"});
    auto const table = *find_table(*read_spreadsheet(std::move(book).take()), kColumns);
    EXPECT_EQ(table.rows[0].text("title"), "=1+1");
}

TEST(Table, letters_follow_the_alphabet) {
    SheetRow head{1, std::vector<SheetCell>(702)};
    head.cells.resize(703);
    head.cells[26] = std::string("Titel");
    head.cells[702] = std::string("Phase");
    SheetRow below{2, std::vector<SheetCell>(703, SheetCell{std::string("x")})};
    auto const table = *find_table({{"Breit", false, {head, below}}}, kColumns);
    EXPECT_EQ(table.places.at("title"), "AA");
    EXPECT_EQ(table.places.at("phase"), "AAA");
}

RC_GTEST_PROP(Table, survives_its_way_through_a_page, ()) {
    auto const text = rc::gen::container<std::string>(rc::gen::inRange('\x20', '\x7e'));
    Table table{*text, {{"title", "A"}}, {{"title", *text}}, {}};
    for (auto const& cell : *rc::gen::container<std::vector<std::string>>(text))
        table.rows.push_back({*rc::gen::inRange(1, 9999), {{"title", cell}}});
    RC_ASSERT(unpacked(packed(table)) == table);
}

TEST(Table, believes_nothing_that_it_did_not_pack) {
    for (auto const* text : {"", "[]", "{", R"({"sheet":1})",
                             R"({"sheet":"a","places":{},"titles":{},"rows":[{"number":"1","cells":{}}]})"})
        EXPECT_FALSE(unpacked(text)) << text;
}

}  // namespace
}  // namespace lenkwerk::documents
