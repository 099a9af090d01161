#include "modules/council/rules/reading/author_labels.hpp"

#include "modules/council/rules/reading/dates.hpp"
#include "modules/council/rules/reading/persons.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>

namespace lenkwerk::council::reading {
namespace {

struct KnownLabel {
    std::string_view letters;
    Label label;
};
constexpr std::array<KnownLabel, 66> kLabels = {{
    {"fachbereich", Label::division},
    {"dezernat", Label::division},
    {"amt", Label::division},
    {"fachamt", Label::division},
    {"fachdienst", Label::division},
    {"geschaeftsbereich", Label::division},
    {"federfuehrung", Label::division},
    {"federfuehrendesamt", Label::division},
    {"federfuehrenderfachbereich", Label::division},
    {"federfuehrendedienststelle", Label::division},
    {"dienststelle", Label::division},
    {"organisationseinheit", Label::division},
    {"bereich", Label::division},
    {"datum", Label::date},
    {"vorlagedatum", Label::date},
    {"vorlagendatum", Label::date},
    {"erstelltam", Label::date},
    {"stand", Label::date},
    {"dringlichkeit", Label::urgency},
    {"eilbeduerftigkeit", Label::urgency},
    {"drucksachenr", Label::number},
    {"drucksachennr", Label::number},
    {"drucksachenummer", Label::number},
    {"drucksachennummer", Label::number},
    {"drucksache", Label::number},
    {"vorlagenr", Label::number},
    {"vorlagennr", Label::number},
    {"vorlagennummer", Label::number},
    {"vorlagenummer", Label::number},
    {"vorlage", Label::number},
    {"beschlussvorlagenr", Label::number},
    {"dsnr", Label::number},
    {"status", Label::publicity},
    {"oeffentlichkeit", Label::publicity},
    {"sitzungsteil", Label::publicity},
    {"oeffentlichkeitsstatus", Label::publicity},
    {"dezernentin", Label::person},
    {"dezernent", Label::person},
    {"dezernentingeschaeftsfuehrer", Label::person},
    {"dezernentingeschaeftsfuehrerin", Label::person},
    {"dezernentgeschaeftsfuehrer", Label::person},
    {"dezernatsleitung", Label::person},
    {"verantwortlich", Label::person},
    {"verantwortliche", Label::person},
    {"verantwortlicher", Label::person},
    {"bearbeiter", Label::person},
    {"bearbeiterin", Label::person},
    {"bearbeitetvon", Label::person},
    {"bearbeitung", Label::person},
    {"verfasser", Label::person},
    {"verfasserin", Label::person},
    {"ansprechpartner", Label::person},
    {"ansprechpartnerin", Label::person},
    {"ansprechperson", Label::person},
    {"auskunfterteilt", Label::person},
    {"sachbearbeitung", Label::person},
    {"sachbearbeiterin", Label::person},
    {"berichterstatterin", Label::person},
    {"telefon", Label::contact},
    {"tel", Label::contact},
    {"durchwahl", Label::contact},
    {"fax", Label::contact},
    {"email", Label::contact},
    {"zimmer", Label::contact},
    {"aktenzeichen", Label::not_kept},
    {"az", Label::not_kept},
}};

bool is_phone(std::string_view text) {
    auto const digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 2 && text.find_first_not_of("0123456789+()/- .") == std::string_view::npos;
}

bool is_date(std::string_view text) {
    auto const date = find_date(text);
    return date && date->begin == 0 && date->end == text.size();
}

// Does the last word of a line belong under this label?
bool fits(std::string_view word, Label label) {
    switch (label) {
        case Label::date: return is_date(word);
        case Label::contact: return is_phone(word) || word.find('@') != std::string_view::npos;
        case Label::urgency: return !is_phone(word) && !starts_upper(word);
        default: return false;
    }
}

std::string text_of(std::vector<std::string_view> const& all, std::size_t from, std::size_t to) {
    std::string out;
    for (auto i = from; i < to; ++i) out += (out.empty() ? "" : " ") + std::string(all[i]);
    return out;
}

// Where a name begins among words: the longest end of the line that is one.
std::size_t name_begin(std::vector<std::string_view> const& all, std::size_t end, std::size_t first) {
    for (auto from = first; from < end; ++from) {
        if (is_person(text_of(all, from, end))) return from;
    }
    return end;
}

}  // namespace

std::optional<Label> label_of(std::string_view text) {
    if (length(text) > 50) return std::nullopt;
    auto const letters = folded_letters(text);
    auto const found = std::ranges::find(kLabels, std::string_view(letters), &KnownLabel::letters);
    if (found == kLabels.end() || text.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
    return found->label;
}

std::optional<LabelledValue> label_before_colon(std::string_view text) {
    auto const colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto const label = label_of(text.substr(0, colon));
    auto const value = trimmed(text.substr(colon + 1));
    if (!label || value.empty()) return std::nullopt;
    return LabelledValue{*label, std::string(value)};
}

std::vector<Label> labels_in(std::vector<Cell> const& all) {
    std::vector<Label> found;
    for (auto const& cell : all) {
        auto const parts = words(cell.text);
        for (std::size_t at = 0; at < parts.size();) {
            auto end = parts.size();
            while (end > at && !label_of(text_of(parts, at, end))) --end;
            if (end == at) return {};
            found.push_back(*label_of(text_of(parts, at, end)));
            at = end;
        }
    }
    return found;
}

std::vector<std::string> values_by_shape(std::string_view text, std::vector<Label> const& labels) {
    std::vector<std::string> values(labels.size());
    auto const all = words(text);
    auto end = all.size();
    for (auto column = labels.size(); column-- > 0 && end > 0;) {
        if (column == 0) {
            values[0] = text_of(all, 0, end);
        } else if (labels[column] == Label::person) {
            auto const begin = name_begin(all, end, 1);
            values[column] = text_of(all, begin, end);
            end = begin;
        } else if (fits(all[end - 1], labels[column])) {
            values[column] = std::string(all[--end]);
        } else if (labels[column] == Label::division || labels[column] == Label::number) {
            values[column] = text_of(all, column, end);
            end = std::min(column, end);
        }
    }
    return values;
}

}  // namespace lenkwerk::council::reading
