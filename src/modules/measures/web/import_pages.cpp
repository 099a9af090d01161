// Activities out of a spreadsheet: the office uploads a table, sees what would change and every cell that is wrong, then confirms.
#include "base/text.hpp"
#include "modules/measures/commands/activities.hpp"
#include "modules/measures/web/activity_difference.hpp"
#include "modules/measures/web/import_names.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/sheet_words.hpp"

namespace lenkwerk::measures {
namespace {

std::vector<web::Crumb> above(web::Visit& visit) {
    return {{visit.text("measures.list.title"), html::Url{"/massnahmen"}}};
}

plan::PlanSummary plan_of(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) throw web::NotFound{};
    return *plan;
}

struct Preview {
    std::vector<ActivityRow> rows;  // those that are right, in order
    std::vector<int> numbers;       // of the rows in the table
    std::vector<documents::CellProblem> problems;
};

Preview preview_of(web::Visit& visit, documents::Table const& table) {
    Preview preview;
    auto const names = known_names(visit, plan_of(visit).id);
    auto const words = table_words(visit);
    std::map<ActivityId, int> seen;
    for (auto const& row : table.rows) {
        auto const read = read_activity_row(row.cells, names, words);
        auto problems = read ? Problems{} : read.problems();
        if (read && read->known && !seen.emplace(*read->known, row.number).second)
            problems = table_row_twice(seen.at(*read->known));
        auto placed = documents::at_cells(table, row, problems);
        preview.problems.insert(preview.problems.end(), placed.begin(), placed.end());
        if (!problems.empty()) continue;
        preview.rows.push_back(*read);
        preview.numbers.push_back(row.number);
    }
    return preview;
}

std::int64_t count(Preview const& preview, auto has) {
    return std::count_if(preview.rows.begin(), preview.rows.end(), has);
}

void show_sums(html::Writer& w, web::Visit& visit, Preview const& preview) {
    auto const added = count(preview, [](ActivityRow const& row) { return !row.known; });
    auto const changed = count(preview, [](ActivityRow const& row) { return row.known && row.changes; });
    auto const same = count(preview, [](ActivityRow const& row) { return !row.changes; });
    w.put(R"(<ul class="lw-sums">)");
    for (auto const& [key, many] : {std::pair{"added", added}, {"changed", changed}, {"same", same}})
        w.put(R"(<li><span class="lw-sums__count">{}</span>{}</li>)", visit.locale().number(many),
              visit.text(fmt::format("measures.import.{}", key)));
    w.put("</ul>");
}

void show_row(html::Writer& w, web::Visit& visit, ActivityRow const& row, int number) {
    auto const names = before_and_now(visit, row);
    w.put(R"(<li class="lw-change"><p class="lw-change__kind">{} · {}</p>)",
          visit.text("measures.import.row", {{"row", std::int64_t{number}}}),
          visit.text(row.known ? "measures.import.changed" : "measures.import.added"));
    show_differences(w, visit, names.before, names.now);
    w.put("</li>");
}

void show_changes(html::Writer& w, web::Visit& visit, Preview const& preview) {
    w.put(R"(<h2>{}</h2><ol class="lw-changes">)", visit.text("measures.rounds.preview"));
    for (std::size_t i = 0; i < preview.rows.size(); ++i)
        if (preview.rows[i].changes) show_row(w, visit, preview.rows[i], preview.numbers[i]);
    w.put("</ol>");
}

web::Response show_preview(web::Visit& visit, documents::Table const& table, Preview const& preview) {
    auto const title = visit.text("measures.import.check");
    bool const changes = count(preview, [](ActivityRow const& row) { return row.changes; }) > 0;
    auto crumbs = above(visit);
    crumbs.push_back({visit.text("measures.import.title"), html::Url{"/massnahmen/einlesen"}});
    return web::page(
        visit,
        {.title = title,
         .current = std::string(kNavigation),
         .breadcrumbs = crumbs,
         .status = preview.problems.empty() ? 200 : 422,
         .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .above = table.sheet});
            web::show_cell_problems(w, visit, preview.problems);
            show_sums(w, visit, preview);
            if (changes) show_changes(w, visit, preview);
            if (!changes || !preview.problems.empty())
                return ui::actions(w, {{visit.text("measures.import.back"), html::Url{"/massnahmen/einlesen"}}});
            ui::form(w, visit, web::Form{},
                     {.action = html::Url{"/massnahmen/einlesen/bestaetigung"}, .sends = ui::Sends::files},
                     [&](ui::OpenForm const& open) {
                         open.w.put(R"(<input type="hidden" name="table" value="{}">)", documents::packed(table));
                         ui::submit_row(open, {.label = visit.text("measures.import.confirm"),
                                               .cancel = html::Url{"/massnahmen/einlesen"}});
                     });
        });
}

web::Response show_upload(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("measures.import.title");
    web::Frame const frame{.title = title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = above(visit),
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    plan_of(visit);
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(
            w, {.title = title,
                .lead = visit.text("measures.import.lead"),
                .actions = {{visit.text("measures.import.template"), html::Url{"/massnahmen/vorlage"}, "download"}}});
        ui::form(w, visit, form, {.action = html::Url{"/massnahmen/einlesen"}, .sends = ui::Sends::files},
                 [&](ui::OpenForm const& open) {
                     ui::file_field(open, {{.name = "file",
                                            .label = visit.text("measures.rounds.sheet_file"),
                                            .hint = visit.text("measures.import.file_hint")},
                                           ".xlsx"});
                     ui::submit_row(open,
                                    {.label = visit.text("measures.import.check"), .cancel = html::Url{"/massnahmen"}});
                 });
    });
}

}  // namespace

web::Response show_import(web::Visit& visit) { return show_upload(visit, {}, 200); }

web::Response check_import(web::Visit& visit) {
    auto const table = web::uploaded_table(visit, activity_columns(visit));
    if (!table) return show_upload(visit, web::Form(visit.form(), table.problems()), 422);
    return show_preview(visit, *table, preview_of(visit, *table));
}

web::Response confirm_import(web::Visit& visit) {
    auto const table = web::returned_table(visit);
    if (!table) return show_upload(visit, web::Form(visit.form(), table.problems()), 422);
    auto preview = preview_of(visit, *table);
    if (!preview.problems.empty()) return show_preview(visit, *table, preview);
    auto answer = visit.submit([&](auto& tx) { return import_activities(tx, preview.rows, visit.today()); },
                               [](ImportCounts const&) { return std::string("/massnahmen"); });
    if (answer) return web::announce(*answer, visit.request(), "measures.import.done");
    preview.problems = web::at_rows(*table, preview.numbers, answer.problems());
    return show_preview(visit, *table, preview);
}

}  // namespace lenkwerk::measures
