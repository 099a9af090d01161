// The form of a status round as a spreadsheet: out with what is known, in with what was written; before anything is kept the page
// shows what would change and names every cell that is wrong.
#include "modules/measures/store/reports.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/round_common.hpp"
#include "modules/measures/web/sheet_words.hpp"

namespace lenkwerk::measures {
namespace {

std::vector<documents::TableColumn> columns(web::Visit& visit) {
    return {sheet_column(visit, "number"), sheet_column(visit, "phase"), sheet_column(visit, "text"),
            sheet_column(visit, "evidence", false)};
}

std::vector<documents::SheetColumn> sheet_columns(web::Visit& visit) {
    auto const title = [&](char const* key) { return visit.text(std::string("measures.sheet.") + key); };
    return {{title("number"), 8},
            {title("topic"), 30},
            {title("title"), 40},
            {title("last"), 50},
            {title("phase"), 14, phase_names(visit), true},
            {title("text"), 60, {}, true},
            {title("evidence"), 30, {}, true}};
}

std::string last_status(web::Visit& visit, ActivityId id) {
    auto const latest = store::latest_report(visit.reader(), reading_of(visit), id);
    return latest ? visit.locale().day(latest->day) + ": " + latest->facts.text : "";
}

// What the table would do to one activity.
struct Change {
    store::Line line;
    ReportDraft report;
};
struct Preview {
    std::vector<Change> changes;
    std::vector<documents::CellProblem> problems;
    std::int64_t silent = 0;
};

std::map<ActivityId, KnownActivity> known(RoundForm const& asked) {
    std::map<ActivityId, KnownActivity> found;
    for (auto const& line : asked.lines) found[line.id] = {line.kind, line.phase, line.audience};
    return found;
}

store::Line const& line_of(RoundForm const& asked, ActivityId id) {
    return *std::find_if(asked.lines.begin(), asked.lines.end(),
                         [&](store::Line const& line) { return line.id == id; });
}

Preview preview_of(web::Visit& visit, RoundForm const& asked, documents::Table const& table) {
    Preview preview;
    auto const words = table_words(visit);
    auto const open = known(asked);
    std::map<ActivityId, int> seen;
    for (auto const& row : table.rows) {
        auto const read = read_report_row(row.cells, open, words);
        auto problems = read ? Problems{} : read.problems();
        if (read && *read && !seen.emplace((*read)->activity, row.number).second)
            problems = table_row_twice(seen.at((*read)->activity));
        auto placed = documents::at_cells(table, row, problems);
        preview.problems.insert(preview.problems.end(), placed.begin(), placed.end());
        if (!problems.empty()) continue;
        if (*read)
            preview.changes.push_back({line_of(asked, (*read)->activity), (*read)->report});
        else
            ++preview.silent;
    }
    return preview;
}

void show_change(ui::Row& row, web::Visit& visit, Change const& change) {
    auto const phase = [&](Phase which) { return visit.text(fmt::format("measures.phase.{}", word(which))); };
    row.link(change.line.title, activity_address(change.line.id));
    row.cell([&](html::Writer& w) {
        ui::difference(w, visit.locale(), phase(change.line.phase), phase(change.report.phase));
    });
    row.text(change.report.text);
    row.text(change.report.evidence);
}

void show_changes(html::Writer& w, web::Visit& visit, std::vector<Change> const& changes) {
    ui::Table table(w, {visit.text("measures.rounds.preview"),
                        {{visit.text("measures.column.activity")},
                         {visit.text("measures.column.phase")},
                         {visit.text("measures.report.text")},
                         {visit.text("measures.report.evidence_field")}}});
    for (auto const& change : changes) table.row([&](ui::Row& row) { show_change(row, visit, change); });
    table.end();
}

void hidden(html::Writer& w, std::string const& name, std::string_view value) {
    w.put(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

// The round's own form, filled in and out of sight: it is answered as if it had been typed.
void show_confirmation(html::Writer& w, web::Visit& visit, RoundForm const& asked, std::vector<Change> const& changes) {
    ui::form(w, visit, web::Form{}, {.action = round_address(asked.round.id, asked.organisation.id)},
             [&](ui::OpenForm const& open) {
                 for (auto const& change : changes) {
                     auto const prefix = prefix_of(change.line.id);
                     hidden(open.w, prefix + "phase", word(change.report.phase));
                     hidden(open.w, prefix + "text", change.report.text);
                     hidden(open.w, prefix + "evidence", change.report.evidence);
                     hidden(open.w, prefix + "audience", word(change.report.audience.visibility()));
                 }
                 ui::submit_row(open, {.label = visit.text("measures.rounds.submit"),
                                       .cancel = round_address(asked.round.id, asked.organisation.id),
                                       .others = {{visit.text("measures.rounds.save"), "save", "1"}}});
             });
}

web::Response show_preview(web::Visit& visit, RoundForm const& asked, Preview const& preview) {
    auto const title = visit.text("measures.rounds.sheet_check");
    auto above = crumbs(visit, asked.round);
    above.push_back({asked.organisation.name, round_address(asked.round.id, asked.organisation.id)});
    bool const fine = preview.problems.empty() && !preview.changes.empty();
    return web::page(visit,
                     {.title = title,
                      .current = std::string(kRounds),
                      .breadcrumbs = above,
                      .status = preview.problems.empty() ? 200 : 422,
                      .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .above = asked.organisation.name});
                         web::show_cell_problems(w, visit, preview.problems);
                         w.put("<p>{}</p>", visit.text("measures.rounds.sheet_sums",
                                                       {{"changes", static_cast<std::int64_t>(preview.changes.size())},
                                                        {"silent", preview.silent}}));
                         if (!preview.changes.empty()) show_changes(w, visit, preview.changes);
                         if (fine) return show_confirmation(w, visit, asked, preview.changes);
                         ui::actions(w, {{visit.text("measures.rounds.sheet_back"),
                                          round_address(asked.round.id, asked.organisation.id)}});
                     });
}

}  // namespace

web::Response download_round_sheet(web::Visit& visit) {
    auto const asked = round_form_at(visit);
    documents::Workbook book(asked.round.title, asked.organisation.name);
    book.sheet(visit.text("measures.rounds.sheet_name"), sheet_columns(visit));
    auto const drafts = store::drafts_of(visit.reader(), asked.round.id, asked.organisation.id);
    for (auto const& line : asked.lines) {
        auto const topic = plan::topic(visit.reader(), visit.viewer(), line.topic);
        auto const draft = drafts.find(line.id);
        auto const report = draft == drafts.end() ? ReportDraft{line.phase, "", ""} : draft->second;
        book.row({line.id.value, topic ? topic->number + " " + topic->title : "", line.title,
                  last_status(visit, line.id), visit.text(fmt::format("measures.phase.{}", word(report.phase))),
                  report.text, report.evidence});
    }
    return web::Response::file(std::move(book).take(), documents::kXlsxType,
                               fmt::format("sachstandsrunde-{}.xlsx", asked.round.id.value));
}

web::Response check_round_sheet(web::Visit& visit) {
    auto const asked = round_form_at(visit);
    auto const table = web::uploaded_table(visit, columns(visit));
    if (!table) return round_form_page(visit, asked, {.sheet = web::Form(visit.form(), table.problems())}, 422);
    return show_preview(visit, asked, preview_of(visit, asked, *table));
}

}  // namespace lenkwerk::measures
