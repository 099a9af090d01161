#include "platform/web/table_upload.hpp"

#include "platform/city.hpp"
#include "platform/web/components/components.hpp"

namespace lenkwerk::web {
namespace {

Problems at_file(Problems problems) {
    for (auto& problem : problems) problem.field = "file";
    return problems;
}

std::string place_of(Visit& visit, documents::CellProblem const& problem) {
    MessageArguments const arguments{{"sheet", problem.sheet},
                                     {"row", std::int64_t{problem.row}},
                                     {"letter", problem.letter},
                                     {"column", problem.title}};
    return visit.text(problem.letter.empty() ? "common.table.row" : "common.table.cell", arguments);
}

}  // namespace

std::vector<i18n::Locale const*> reading_locales(Visit& visit) {
    std::vector<i18n::Locale const*> found{&visit.locale()};
    for (auto const& language : visit.city().languages())
        if (language != visit.locale().tag()) found.push_back(&visit.city().locale(language));
    return found;
}

Outcome<documents::Table> uploaded_table(Visit& visit, std::vector<documents::TableColumn> const& columns) {
    auto const* const file = visit.form().upload("file");
    if (!file || file->content.empty()) return refuse("common.table.no_file", "file");
    auto const sheets = documents::read_spreadsheet(file->content);
    if (!sheets) return at_file(sheets.problems());
    auto table = documents::find_table(*sheets, columns);
    if (!table) return at_file(table.problems());
    return table;
}

Outcome<documents::Table> returned_table(Visit& visit) {
    auto table = documents::unpacked(visit.form().raw("table"));
    if (!table) return refuse("common.table.not_ours", "file");
    return *std::move(table);
}

std::vector<documents::CellProblem> at_rows(documents::Table const& table, std::span<int const> numbers,
                                            Problems const& refused) {
    std::vector<documents::CellProblem> found;
    for (auto problem : refused) {
        auto const dot = problem.field.find('.');
        auto const place = dot == std::string::npos ? numbers.size() : std::stoul(problem.field.substr(0, dot));
        problem.field = dot == std::string::npos ? "" : problem.field.substr(dot + 1);
        auto placed = documents::at_cells(table, {place < numbers.size() ? numbers[place] : 0, {}}, {problem});
        found.insert(found.end(), placed.begin(), placed.end());
    }
    return found;
}

void show_cell_problems(html::Writer& w, Visit& visit, std::vector<documents::CellProblem> const& problems) {
    if (problems.empty()) return;
    auto const count = static_cast<std::int64_t>(problems.size());
    components::notice(
        w, {visit.text("common.table.problems", {{"count", count}}), visit.text("common.table.problems_text"),
            components::NoticeKind::bad, [&](html::Writer& more) {
                more.put(R"(<ul class="lw-alert__list">)");
                for (auto const& problem : problems)
                    more.put("<li><strong>{}</strong> {}</li>", place_of(visit, problem),
                             visit.locale().explain(problem.problem));
                more.put("</ul>");
            }});
}

}  // namespace lenkwerk::web
