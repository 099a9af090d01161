// Members out of a spreadsheet: the office uploads a list, sees who is new and every cell that is wrong, then confirms.
#include "base/text.hpp"
#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/web/common.hpp"
#include "modules/bodies/web/member_template.hpp"
#include "platform/web/table_upload.hpp"

namespace lenkwerk::bodies {
namespace {

std::vector<documents::TableColumn> columns(web::Visit& visit) {
    std::vector<documents::TableColumn> found;
    for (auto const key : kMemberColumns) {
        bool const is_required = std::ranges::find(kRequiredMemberColumns, key) != kRequiredMemberColumns.end();
        documents::TableColumn column{std::string(key), {}, is_required};
        for (auto const* locale : web::reading_locales(visit))
            column.titles.push_back(locale->text(fmt::format("bodies.sheet.column.{}", key)));
        found.push_back(std::move(column));
    }
    return found;
}

MemberWords words(web::Visit& visit) {
    MemberWords found;
    auto const add = [&](auto& to, std::string_view prefix, auto const& ours) {
        for (auto const* locale : web::reading_locales(visit))
            for (auto const word : ours)
                to[text::lower(locale->text(fmt::format("bodies.{}.{}", prefix, word)))] = word;
    };
    add(found.functions, "function", kFunctions);
    add(found.sectors, "sector", kSectors);
    add(found.perspectives, "perspective", kPerspectives);
    return found;
}

struct Preview {
    std::vector<MemberRow> rows;  // those that are right, in order
    std::vector<int> numbers;     // of the rows in the table
    std::vector<documents::CellProblem> problems;
    bool holds_example = false;  // which is left out

    bool is_ready() const { return problems.empty() && !rows.empty(); }
};

Preview preview_of(web::Visit& visit, documents::Table const& table) {
    Preview preview;
    auto const known = words(visit);
    for (auto const& row : table.rows) {
        if (is_example(visit, row)) {
            preview.holds_example = true;
            continue;
        }
        auto const read = read_member_row(row.cells, known, visit.today());
        if (!read) {
            auto placed = documents::at_cells(table, row, read.problems());
            preview.problems.insert(preview.problems.end(), placed.begin(), placed.end());
            continue;
        }
        preview.rows.push_back(*read);
        preview.numbers.push_back(row.number);
    }
    return preview;
}

void show_rows(html::Writer& w, web::Visit& visit, BodyId body, Preview const& preview) {
    ui::Table table(w, {visit.text("bodies.sheet.preview"),
                        {{visit.text("bodies.members.seat")},
                         {visit.text("bodies.sheet.row_number"), ui::Align::number},
                         {visit.text("bodies.members.function")},
                         {visit.text("bodies.members.sector")},
                         {visit.text("bodies.field.organisation")},
                         {visit.text("bodies.sheet.what")}}});
    for (std::size_t i = 0; i < preview.rows.size(); ++i)
        table.row([&](ui::Row& row) {
            auto const& facts = preview.rows[i].facts;
            row.text(facts.name);
            row.text(visit.locale().number(preview.numbers[i]));
            row.text(visit.text("bodies.function." + facts.function));
            row.text(visit.text("bodies.sector." + facts.sector));
            row.text(facts.organisation);
            row.text(visit.text(has_seat(visit.reader(), body, facts) ? "bodies.sheet.known" : "bodies.sheet.new"));
        });
    table.end();
}

void show_example_note(html::Writer& w, web::Visit& visit, Preview const& preview) {
    ui::notice(
        w, {.title = visit.text("bodies.sheet.example.left_out"),
            .text = preview.rows.empty() && preview.problems.empty() ? visit.text("bodies.sheet.example.alone") : ""});
}

web::Response show_preview(web::Visit& visit, store::Body const& body, documents::Table const& table,
                           Preview const& preview) {
    auto const title = visit.text("bodies.sheet.check");
    auto const back = body_address(body.id, "/mitglieder/einlesen");
    web::Frame const frame{.title = title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = above(visit, body),
                           .status = preview.is_ready() ? 200 : 422,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = table.sheet});
        web::show_cell_problems(w, visit, preview.problems);
        if (preview.holds_example) show_example_note(w, visit, preview);
        if (!preview.rows.empty()) show_rows(w, visit, body.id, preview);
        if (!preview.is_ready()) return ui::actions(w, {{visit.text("bodies.sheet.back"), back}});
        ui::form(w, visit, web::Form{},
                 {.action = body_address(body.id, "/mitglieder/uebernahme"), .sends = ui::Sends::files},
                 [&](ui::OpenForm const& open) {
                     open.w.put(R"(<input type="hidden" name="table" value="{}">)", documents::packed(table));
                     ui::submit_row(open,
                                    {.label = visit.text("bodies.sheet.confirm"), .cancel = body_address(body.id)});
                 });
    });
}

web::Response show_upload(web::Visit& visit, store::Body const& body, web::Form const& form, int status) {
    std::vector<std::string> titles;
    for (auto const key : kMemberColumns) titles.push_back(visit.text(fmt::format("bodies.sheet.column.{}", key)));
    web::Frame const frame{.title = visit.text("bodies.sheet.title"),
                           .current = std::string(kNavigation),
                           .breadcrumbs = above(visit, body),
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(
            w, {.title = frame.title,
                .above = body.facts.name,
                .lead = visit.text("bodies.sheet.lead", {{"columns", fmt::format("{}", fmt::join(titles, ", "))}})});
        ui::actions(w,
                    {{visit.text("bodies.sheet.template"), body_address(body.id, "/mitglieder/vorlage"), "download"}});
        ui::form(w, visit, form, {.action = body_address(body.id, "/mitglieder/einlesen"), .sends = ui::Sends::files},
                 [&](ui::OpenForm const& open) {
                     ui::file_field(open, {{.name = "file",
                                            .label = visit.text("bodies.sheet.file"),
                                            .hint = visit.text("bodies.sheet.file_hint")},
                                           ".xlsx"});
                     ui::submit_row(open, {.label = visit.text("bodies.sheet.check"), .cancel = body_address(body.id)});
                 });
    });
}

}  // namespace

web::Response show_member_import(web::Visit& visit) { return show_upload(visit, body_at(visit), {}, 200); }

web::Response check_member_import(web::Visit& visit) {
    auto const body = body_at(visit);
    auto const table = web::uploaded_table(visit, columns(visit));
    if (!table) return show_upload(visit, body, web::Form(visit.form(), table.problems()), 422);
    return show_preview(visit, body, *table, preview_of(visit, *table));
}

web::Response confirm_member_import(web::Visit& visit) {
    auto const body = body_at(visit);
    auto const table = web::returned_table(visit);
    if (!table) return show_upload(visit, body, web::Form(visit.form(), table.problems()), 422);
    auto preview = preview_of(visit, *table);
    if (!preview.is_ready()) return show_preview(visit, body, *table, preview);
    auto answer = visit.submit([&](auto& tx) { return import_members(tx, body.id, preview.rows); },
                               [&](int) { return text_of(body_address(body.id)); });
    if (answer) return web::announce(*answer, visit.request(), "bodies.sheet.done");
    preview.problems = web::at_rows(*table, preview.numbers, answer.problems());
    return show_preview(visit, body, *table, preview);
}

}  // namespace lenkwerk::bodies
