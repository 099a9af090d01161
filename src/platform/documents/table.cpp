#include "platform/documents/table.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lenkwerk::documents {
namespace {

using nlohmann::json;

constexpr std::size_t kHeadWithin = 10;  // rows: a title and a line of explanation may stand above the head

// "AB" for 27: as spreadsheet programs name their columns.
std::string letters(std::size_t column) {
    std::string name;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

std::string folded(std::string_view title) { return text::lower(text::squeeze(title)); }

TableColumn const* named(std::vector<TableColumn> const& columns, std::string const& title) {
    auto const wanted = folded(title);
    for (auto const& column : columns)
        for (auto const& known : column.titles)
            if (folded(known) == wanted) return &column;
    return nullptr;
}

struct Head {
    std::map<std::size_t, std::string> keys;  // by place
    Table table;
    std::string twice;  // a title that stands there twice
};

Head head_of(SheetRow const& row, std::vector<TableColumn> const& columns) {
    Head head;
    for (std::size_t place = 0; place < row.cells.size(); ++place) {
        auto const title = text::squeeze(text_of(row.cells[place]));
        auto const* column = title.empty() ? nullptr : named(columns, title);
        if (!column) continue;
        if (!head.table.places.emplace(column->key, letters(place)).second) head.twice = title;
        head.table.titles.emplace(column->key, title);
        head.keys.emplace(place, column->key);
    }
    return head;
}

bool is_complete(Head const& head, std::vector<TableColumn> const& columns) {
    return std::all_of(columns.begin(), columns.end(), [&](TableColumn const& column) {
        return !column.is_required || head.table.places.contains(column.key);
    });
}

TableRow read_row(SheetRow const& row, Head const& head) {
    TableRow read{row.number, {}};
    for (auto const& [place, key] : head.keys)
        if (auto const typed = text::trim(text_of(cell_at(row, place))); !typed.empty()) read.cells[key] = typed;
    return read;
}

Outcome<Table> read_rows(Sheet const& sheet, std::size_t head_at, Head head) {
    if (!head.twice.empty())
        return refuse("documents.table.column_twice", "", {{"sheet", sheet.name}, {"column", head.twice}});
    head.table.sheet = sheet.name;
    for (auto i = head_at + 1; i < sheet.rows.size(); ++i)
        if (auto row = read_row(sheet.rows[i], head); !row.cells.empty()) head.table.rows.push_back(std::move(row));
    if (head.table.rows.empty()) return refuse("documents.table.empty", "", {{"sheet", sheet.name}});
    return std::move(head.table);
}

std::string required_titles(std::vector<TableColumn> const& columns) {
    std::string names;
    for (auto const& column : columns)
        if (column.is_required) names += (names.empty() ? "" : ", ") + column.titles.front();
    return names;
}

std::string found_in(std::map<std::string, std::string> const& of_keys, std::string const& key) {
    auto const found = of_keys.find(key);
    return found == of_keys.end() ? "" : found->second;
}

}  // namespace

std::string TableRow::text(std::string_view key) const { return found_in(cells, std::string(key)); }

Outcome<Table> find_table(std::vector<Sheet> const& sheets, std::vector<TableColumn> const& columns) {
    for (auto const& sheet : sheets) {
        if (sheet.is_hidden) continue;
        for (std::size_t i = 0; i < std::min(kHeadWithin, sheet.rows.size()); ++i)
            if (auto head = head_of(sheet.rows[i], columns); is_complete(head, columns))
                return read_rows(sheet, i, std::move(head));
    }
    return refuse("documents.table.not_found", "", {{"columns", required_titles(columns)}});
}

std::vector<CellProblem> at_cells(Table const& table, TableRow const& row, Problems const& problems) {
    std::vector<CellProblem> placed;
    for (auto const& problem : problems)
        placed.push_back({table.sheet, row.number, found_in(table.places, problem.field),
                          found_in(table.titles, problem.field), problem});
    return placed;
}

std::string packed(Table const& table) {
    json rows = json::array();
    for (auto const& row : table.rows) rows.push_back({{"number", row.number}, {"cells", row.cells}});
    return json{{"sheet", table.sheet}, {"places", table.places}, {"titles", table.titles}, {"rows", rows}}.dump();
}

std::optional<Table> unpacked(std::string_view text) {
    auto const given = json::parse(text, nullptr, false);
    if (!given.is_object()) return std::nullopt;
    try {
        Table table{given.at("sheet"), given.at("places"), given.at("titles"), {}};
        for (auto const& row : given.at("rows"))
            table.rows.push_back(
                {row.at("number").get<int>(), row.at("cells").get<std::map<std::string, std::string>>()});
        return table;
    } catch (json::exception const&) {
        return std::nullopt;
    }
}

}  // namespace lenkwerk::documents
