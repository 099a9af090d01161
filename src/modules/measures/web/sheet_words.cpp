#include "modules/measures/web/sheet_words.hpp"

#include "base/text.hpp"
#include "platform/city.hpp"

namespace lenkwerk::measures {
namespace {

// Every language of the product, the reader's first.
std::vector<i18n::Locale const*> locales(web::Visit& visit) {
    std::vector<i18n::Locale const*> found{&visit.locale()};
    for (auto const& language : visit.city().languages())
        if (language != visit.locale().tag()) found.push_back(&visit.city().locale(language));
    return found;
}

std::string place_of(web::Visit& visit, documents::CellProblem const& problem) {
    MessageArguments const arguments{{"sheet", problem.sheet},
                                     {"row", std::int64_t{problem.row}},
                                     {"letter", problem.letter},
                                     {"column", problem.title}};
    return visit.text(problem.letter.empty() ? "measures.sheet.row" : "measures.sheet.cell", arguments);
}

}  // namespace

documents::TableColumn sheet_column(web::Visit& visit, std::string const& key, bool required) {
    documents::TableColumn column{key, {}, required};
    for (auto const* locale : locales(visit)) column.titles.push_back(locale->text("measures.sheet." + key));
    return column;
}

TableWords table_words(web::Visit& visit) {
    TableWords words;
    for (auto const* locale : locales(visit)) {
        for (auto const phase : kPhases)
            words.phases[text::lower(locale->text(fmt::format("measures.phase.{}", word(phase))))] = phase;
        for (auto const kind : {Kind::ongoing, Kind::measure})
            words.kinds[text::lower(locale->text(fmt::format("measures.kind.{}", word(kind))))] = kind;
        for (auto const visibility : {Visibility::body, Visibility::administration, Visibility::everyone})
            words.audiences[text::lower(locale->text(fmt::format("measures.audience.{}", word(visibility))))] =
                visibility;
    }
    return words;
}

std::vector<std::string> phase_names(web::Visit& visit) {
    std::vector<std::string> names;
    for (auto const phase : kPhases) names.push_back(visit.text(fmt::format("measures.phase.{}", word(phase))));
    return names;
}

Outcome<documents::Table> uploaded_table(web::Visit& visit, std::vector<documents::TableColumn> const& columns) {
    auto const* const file = visit.form().upload("file");
    if (!file || file->content.empty()) return refuse("measures.sheet.no_file", "file");
    auto problems_at_file = [](Problems problems) {
        for (auto& problem : problems) problem.field = "file";
        return problems;
    };
    auto const sheets = documents::read_spreadsheet(file->content);
    if (!sheets) return problems_at_file(sheets.problems());
    auto table = documents::find_table(*sheets, columns);
    if (!table) return problems_at_file(table.problems());
    return table;
}

void show_cell_problems(html::Writer& w, web::Visit& visit, std::vector<documents::CellProblem> const& problems) {
    if (problems.empty()) return;
    auto const count = static_cast<std::int64_t>(problems.size());
    ui::notice(w, {visit.text("measures.sheet.problems", {{"count", count}}),
                   visit.text("measures.sheet.problems_text"), ui::NoticeKind::bad, [&](html::Writer& more) {
                       more.put(R"(<ul class="lw-alert__list">)");
                       for (auto const& problem : problems)
                           more.put("<li><strong>{}</strong> {}</li>", place_of(visit, problem),
                                    visit.locale().explain(problem.problem));
                       more.put("</ul>");
                   }});
}

}  // namespace lenkwerk::measures
