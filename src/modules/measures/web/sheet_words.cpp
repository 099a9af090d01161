#include "modules/measures/web/sheet_words.hpp"

#include "base/text.hpp"

namespace lenkwerk::measures {
documents::TableColumn sheet_column(web::Visit& visit, std::string const& key, bool required) {
    documents::TableColumn column{key, {}, required};
    for (auto const* locale : web::reading_locales(visit))
        column.titles.push_back(locale->text("measures.sheet." + key));
    return column;
}

TableWords table_words(web::Visit& visit) {
    TableWords words;
    for (auto const* locale : web::reading_locales(visit)) {
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

}  // namespace lenkwerk::measures
