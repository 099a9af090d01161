// The list of members to be filled in: the columns with their words to choose from, and one example that is never taken over.
#include "modules/bodies/web/member_template.hpp"
#include "modules/bodies/rules/member_table.hpp"
#include "modules/bodies/web/common.hpp"
#include "modules/bodies/web/pages.hpp"
#include "platform/documents/workbook.hpp"
#include "platform/web/table_upload.hpp"

namespace lenkwerk::bodies {
namespace {

constexpr std::string_view kExample = "bodies.sheet.example.name";

template <class Words>
std::vector<std::string> choices(web::Visit& visit, std::string_view prefix, Words const& words) {
    std::vector<std::string> found;
    for (auto const word : words) found.push_back(visit.text(fmt::format("bodies.{}.{}", prefix, word)));
    return found;
}

std::vector<documents::SheetColumn> sheet_columns(web::Visit& visit) {
    std::vector<documents::SheetColumn> columns;
    for (auto const key : kMemberColumns) {
        documents::SheetColumn column{visit.text(fmt::format("bodies.sheet.column.{}", key)),
                                      key == "name" ? 44.0 : 24.0};
        if (key == "function") column.allowed = choices(visit, "function", kFunctions);
        if (key == "sector") column.allowed = choices(visit, "sector", kSectors);
        columns.push_back(std::move(column));
    }
    return columns;
}

// In the order of kMemberColumns.
std::vector<documents::CellValue> example(web::Visit& visit) {
    return {visit.text(kExample),
            visit.text("bodies.function.member"),
            visit.text("bodies.sector.administration"),
            fmt::format("{}", fmt::join(choices(visit, "perspective", kPerspectives), ", ")),
            visit.text("bodies.sheet.example.organisation"),
            visit.text("bodies.sheet.example.deputy"),
            visit.today(),
            visit.today() + 730,
            std::string("funktion@example.org")};
}

}  // namespace

bool is_example(web::Visit& visit, documents::TableRow const& row) {
    auto const name = row.cells.find("name");
    if (name == row.cells.end()) return false;
    return std::ranges::any_of(web::reading_locales(visit),
                               [&](i18n::Locale const* locale) { return locale->text(kExample) == name->second; });
}

web::Response download_member_template(web::Visit& visit) {
    auto const body = body_at(visit);
    documents::Workbook book(body.facts.name, "Lenkwerk");
    book.sheet(visit.text("bodies.sheet.sheet"), sheet_columns(visit));
    book.row(example(visit));
    return web::Response::file(std::move(book).take(), documents::kXlsxType, "mitglieder.xlsx");
}

}  // namespace lenkwerk::bodies
