#include "platform/documents/spreadsheet.hpp"

#include "platform/documents/package.hpp"
#include "platform/documents/sheet_formats.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <map>

#include <pugixml.hpp>

namespace lenkwerk::documents {

namespace {

// Thrown inside this file only; read_spreadsheet turns them into refusals.
struct NoWorkbook {};
struct TooManyCells {};

constexpr unsigned kPlainXml =
    pugi::parse_default | pugi::parse_ws_pcdata;  // and never a doctype: no entities of the file's own

pugi::xml_document xml(std::string const& content) {
    pugi::xml_document document;
    if (!document.load_buffer(content.data(), content.size(), kPlainXml)) throw NoWorkbook{};
    return document;
}

// Names without their namespace: some programs write <x:row>.
bool is(pugi::xml_node node, char const* name) {
    auto const* const colon = std::strchr(node.name(), ':');
    return std::strcmp(colon ? colon + 1 : node.name(), name) == 0;
}

pugi::xml_node child(pugi::xml_node node, char const* name) {
    return node.find_child([&](pugi::xml_node each) { return is(each, name); });
}

// The text of a rich text: all <t> in it, but not the reading aids of East Asian scripts.
std::string text_in(pugi::xml_node node) {
    std::string text;
    for (auto const part : node.children()) {
        if (is(part, "t"))
            text += part.text().get();
        else if (is(part, "r"))
            text += text_in(part);
    }
    return text;
}

std::vector<std::string> shared_texts(Package& package) {
    std::vector<std::string> texts;
    auto const content = package.part("xl/sharedStrings.xml");
    if (!content) return texts;
    auto const document = xml(*content);
    for (auto const item : document.document_element().children())
        if (is(item, "si")) texts.push_back(text_in(item));
    return texts;
}

// "BC12" → 54
std::size_t column_of(std::string_view reference) {
    std::size_t column = 0;
    for (char const c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (column > 16384) throw NoWorkbook{};  // XFD, the last column of the format
    }
    return column == 0 ? throw NoWorkbook{} : column - 1;
}

class SheetReader {
public:
    SheetReader(std::vector<std::string> const& texts, SheetFormats const& formats, std::size_t& cells_left)
        : texts_(texts), formats_(formats), cells_left_(cells_left) {}

    std::vector<SheetRow> rows(pugi::xml_node worksheet) {
        std::vector<SheetRow> rows;
        int number = 0;
        for (auto const node : child(worksheet, "sheetData").children()) {
            number = node.attribute("r").as_int(number + 1);
            SheetRow row{number, cells(node)};
            if (!row.cells.empty()) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    std::vector<SheetCell> cells(pugi::xml_node row) {
        std::vector<SheetCell> cells;
        for (auto const node : row.children()) {
            auto const reference = node.attribute("r");
            auto const column = reference ? column_of(reference.value()) : cells.size();
            if (column < cells.size()) throw NoWorkbook{};  // cells out of order
            take(column + 1 - cells.size());
            cells.resize(column);
            cells.push_back(cell(node));
        }
        while (!cells.empty() && std::holds_alternative<std::monostate>(cells.back())) cells.pop_back();
        return cells;
    }

    void take(std::size_t count) {
        if (count > cells_left_) throw TooManyCells{};
        cells_left_ -= count;
    }

    SheetCell cell(pugi::xml_node node) const {
        std::string_view const type = node.attribute("t").as_string("n");
        if (type == "inlineStr") return text(text_in(child(node, "is")));
        char const* const value = child(node, "v").text().get();
        if (*value == '\0') return {};
        if (type == "s") return shared(value);
        if (type == "b") return std::string_view(value) == "1";
        if (type == "n") return number(value, node.attribute("s").as_uint());
        return text(value);  // str: of a formula; e: #DIV/0!; d: an ISO date
    }

    static SheetCell text(std::string text) { return text.empty() ? SheetCell{} : SheetCell{std::move(text)}; }

    SheetCell shared(std::string_view index) const {
        std::size_t at = texts_.size();
        std::from_chars(index.data(), index.data() + index.size(), at);
        return at < texts_.size() ? text(texts_[at]) : throw NoWorkbook{};
    }

    SheetCell number(std::string_view digits, unsigned style) const {
        double value = 0;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc{}) throw NoWorkbook{};
        if (formats_.is_day(style))
            if (auto const day = formats_.day(value)) return *day;
        return value;
    }

    std::vector<std::string> const& texts_;
    SheetFormats const& formats_;
    std::size_t& cells_left_;
};

// The parts of the sheets by the id with which the workbook names them.
std::map<std::string, std::string> sheet_parts(Package& package) {
    std::map<std::string, std::string> parts;
    auto const content = package.part("xl/_rels/workbook.xml.rels");
    if (!content) throw NoWorkbook{};
    auto const document = xml(*content);
    for (auto const relation : document.document_element().children()) {
        std::string const target = relation.attribute("Target").value();
        parts[relation.attribute("Id").value()] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return parts;
}

std::string relation_id(pugi::xml_node sheet) {
    for (auto const attribute : sheet.attributes())
        if (std::string_view(attribute.name()).ends_with(":id")) return attribute.value();
    throw NoWorkbook{};
}

std::vector<Sheet> sheets_of(Package& package, SpreadsheetLimits const& limits) {
    auto const content = package.part("xl/workbook.xml");
    if (!content) throw NoWorkbook{};
    auto const workbook = xml(*content);
    auto const root = workbook.document_element();
    auto const parts = sheet_parts(package);
    auto const texts = shared_texts(package);
    SheetFormats const formats(package.part("xl/styles.xml"),
                               child(root, "workbookPr").attribute("date1904").as_bool());
    auto cells_left = limits.cells;
    std::vector<Sheet> sheets;
    for (auto const node : child(root, "sheets").children()) {
        auto const found = parts.find(relation_id(node));
        auto const part = found == parts.end() ? std::nullopt : package.part(found->second);
        if (!part) throw NoWorkbook{};
        bool const hidden = std::string_view(node.attribute("state").as_string("visible")) != "visible";
        auto const document = xml(*part);
        sheets.push_back({node.attribute("name").value(), hidden,
                          SheetReader(texts, formats, cells_left).rows(document.document_element())});
    }
    return sheets;
}

}  // namespace

std::string text_of(SheetCell const& cell) {
    if (auto const* text = std::get_if<std::string>(&cell)) return *text;
    if (auto const* day = std::get_if<Day>(&cell)) return day->iso();
    if (auto const* flag = std::get_if<bool>(&cell)) return *flag ? "1" : "0";
    auto const* const number = std::get_if<double>(&cell);
    return number ? fmt::format("{}", *number) : std::string{};
}

SheetCell const& cell_at(SheetRow const& row, std::size_t column) {
    static SheetCell const empty;
    return column < row.cells.size() ? row.cells[column] : empty;
}

Outcome<std::vector<Sheet>> read_spreadsheet(std::string_view bytes, SpreadsheetLimits const& limits) {
    if (bytes.size() > limits.file) return refuse("documents.sheet.too_large");
    auto package = Package::open(bytes, limits.unpacked);
    if (!package) return refuse("documents.sheet.no_workbook");
    try {
        return sheets_of(*package, limits);
    } catch (NoWorkbook const&) {
        return refuse("documents.sheet.no_workbook");
    } catch (PackageTooLarge const&) {
        return refuse("documents.sheet.too_large");
    } catch (TooManyCells const&) {
        return refuse("documents.sheet.too_many_cells", {}, {{"limit", static_cast<std::int64_t>(limits.cells)}});
    }
}

}  // namespace lenkwerk::documents
