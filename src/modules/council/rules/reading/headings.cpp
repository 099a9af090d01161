#include "modules/council/rules/reading/headings.hpp"

#include "modules/council/rules/reading/consultation_rows.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>

namespace lenkwerk::council::reading {
namespace {

constexpr std::size_t kLongestHeading = 100;  // signs
constexpr std::size_t kMostWords = 9;

enum class Match { whole, beginning };

struct Name {
    std::string_view folded;
    Section section;
    Match match;
};
constexpr std::array<Name, 50> kNames = {{
    {"tagesordnungspunkt", Section::title, Match::whole},
    {"betreff", Section::title, Match::whole},
    {"betr.", Section::title, Match::whole},
    {"titel", Section::title, Match::whole},
    {"titel der vorlage", Section::title, Match::whole},
    {"gegenstand", Section::title, Match::whole},
    {"gegenstand der vorlage", Section::title, Match::whole},
    {"bezeichnung der vorlage", Section::title, Match::whole},
    {"thema", Section::title, Match::whole},
    {"beratungsgegenstand", Section::title, Match::whole},
    {"verhandlungsgegenstand", Section::title, Match::whole},
    {"tagesordnungspunkt / betreff", Section::title, Match::whole},
    {"beschlussvorschlag", Section::draft_resolution, Match::beginning},
    {"beschlussentwurf", Section::draft_resolution, Match::beginning},
    {"beschlussantrag", Section::draft_resolution, Match::beginning},
    {"beschlussempfehlung", Section::draft_resolution, Match::beginning},
    {"beschlusstext", Section::draft_resolution, Match::whole},
    {"vorgeschlagener beschluss", Section::draft_resolution, Match::whole},
    {"beschluss", Section::draft_resolution, Match::whole},
    {"antrag", Section::draft_resolution, Match::whole},
    {"antrag der verwaltung", Section::draft_resolution, Match::whole},
    {"begruendung", Section::reasons, Match::beginning},
    {"sachverhalt", Section::reasons, Match::beginning},
    {"sachdarstellung", Section::reasons, Match::beginning},
    {"sach- und rechtslage", Section::reasons, Match::whole},
    {"ausgangslage", Section::reasons, Match::whole},
    {"erlaeuterung", Section::reasons, Match::whole},
    {"erlaeuterungen", Section::reasons, Match::beginning},
    {"zustaendigkeit", Section::competence, Match::beginning},
    {"zustaendigkeiten", Section::competence, Match::whole},
    {"rechtsgrundlage", Section::competence, Match::beginning},
    {"rechtsgrundlagen", Section::competence, Match::beginning},
    {"rechtliche grundlage", Section::competence, Match::beginning},
    {"rechtliche grundlagen", Section::competence, Match::beginning},
    {"abweichung von der", Section::deviation, Match::beginning},
    {"abweichende gremienfolge", Section::deviation, Match::whole},
    {"abweichende beratungsfolge", Section::deviation, Match::whole},
    {"klimarelevanz", Section::climate, Match::beginning},
    {"klimacheck", Section::climate, Match::whole},
    {"klimaschutz", Section::climate, Match::whole},
    {"klimawirkung", Section::climate, Match::beginning},
    {"kosten", Section::financial, Match::whole},
    {"kosten und finanzierung", Section::financial, Match::whole},
    {"finanzierung", Section::financial, Match::whole},
    {"haushaltsmittel", Section::financial, Match::whole},
    {"anlage", Section::other, Match::whole},
    {"anlagen", Section::other, Match::whole},
    {"alternativen", Section::other, Match::whole},
    {"unterschriften", Section::other, Match::whole},
    {"mitzeichnung", Section::other, Match::whole},
}};

bool has_verb(std::vector<std::string_view> const& all) {
    return std::ranges::any_of(all, [](std::string_view word) {
        return is_one_of(folded(word), {"ist",     "sind",      "wird",     "werden", "hat",    "haben", "ergibt",
                                        "ergeben", "entstehen", "bestehen", "keine",  "keinen", "nicht", "liegt",
                                        "liegen",  "soll",      "siehe",    "s.",     "stehen", "steht", "folgende"});
    });
}

// "Personelle Auswirkungen", "Auswirkungen auf den Haushalt", "Klimaauswirkungen": an effect and what it is on.
std::optional<Section> effect_of(std::string_view name) {
    auto const names = [name](std::string_view part) { return name.find(part) != std::string_view::npos; };
    auto const is_effect = std::ranges::any_of(words(name), [](std::string_view word) {
        constexpr auto endings =
            std::to_array<std::string_view>({"auswirkung", "auswirkungen", "folgekosten", "folgen", "relevanz"});
        return std::ranges::any_of(endings, [word](auto ending) { return word.ends_with(ending); });
    });
    if (!is_effect) return std::nullopt;
    if (names("klima")) return Section::climate;
    if (names("finanz") || names("haushalt") || names("kosten")) return Section::financial;
    if (names("person") || names("stellenplan")) return Section::staff;
    if (name.starts_with("auswirkung") || name.ends_with("auswirkungen")) return Section::other;
    return std::nullopt;
}

// "B e g r ü n d u n g"
std::string without_letter_spacing(std::string_view text) {
    auto const all = words(text);
    auto const spaced = all.size() >= 5 && std::ranges::all_of(all, [](auto word) { return length(word) == 1; });
    if (!spaced) return std::string(text);
    std::string out;
    for (auto word : all) out += word;
    return out;
}

// Marks of numbering and of emphasis around a heading.
std::string_view undecorated(std::string_view text) {
    text = trimmed(text);
    while (!text.empty() && std::string_view("#*_=:").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    while (!text.empty() && std::string_view("#*_=:").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    text = trimmed(text);
    auto const end = text.find(' ');
    if (end == std::string_view::npos || end > 5) return text;
    auto const first = text.substr(0, end);
    auto const enumerates = first.back() == '.' || first.back() == ')' || is_digits(first);
    auto const is_mark = first.find_first_not_of("0123456789IVXabcdeABCDE.)") == std::string_view::npos;
    return enumerates && is_mark ? trimmed(text.substr(end)) : text;
}

std::optional<Section> section_named(std::string_view text) {
    auto const plain = without_letter_spacing(undecorated(text));
    auto const all = words(plain);
    if (all.empty() || all.size() > kMostWords || !starts_upper(plain) || plain.back() == '.') {
        return folded(plain) == "betr." ? std::optional(Section::title) : std::nullopt;
    }
    auto const name = folded(plain);
    for (auto const& known : kNames) {
        if (name == known.folded) return known.section;
    }
    if (has_verb(all)) return std::nullopt;
    for (auto const& known : kNames) {
        auto const followed = name.size() > known.folded.size() &&
                              !(name[known.folded.size()] >= 'a' && name[known.folded.size()] <= 'z');
        if (known.match == Match::beginning && followed && name.starts_with(known.folded)) return known.section;
    }
    auto const starts = is_one_of(folded(all.front()), {"der", "die", "das", "fuer", "zu", "mit", "ohne"});
    return starts ? std::nullopt : effect_of(name);
}

std::optional<Heading> inline_heading(std::string_view text, std::size_t cut, std::size_t skip) {
    if (cut == std::string_view::npos || cut > kLongestHeading) return std::nullopt;
    auto const section = section_named(text.substr(0, cut));
    if (!section) return std::nullopt;
    return Heading{*section, std::string(trimmed(text.substr(cut + skip)))};
}

std::size_t column_gap(std::string_view text) { return std::min(text.find('\t'), text.find("  ")); }

bool names_bodies(std::string_view word) {
    return is_one_of(folded_letters(word), {"beratungsfolge", "gremium", "gremien", "gremienfolge", "beratungsgang",
                                            "beratungsablauf", "beratungsgremien", "beratungsgremium", "beratungsweg"});
}

constexpr auto kConsultationColumns = std::to_array<std::string_view>({"",
                                                                       "beratungstermine",
                                                                       "beratungstermin",
                                                                       "zustaendigkeit",
                                                                       "sitzungstermin",
                                                                       "sitzungstermine",
                                                                       "termin",
                                                                       "termine",
                                                                       "datum",
                                                                       "sitzung",
                                                                       "sitzungsdatum",
                                                                       "art",
                                                                       "der",
                                                                       "beratung",
                                                                       "rolle",
                                                                       "top",
                                                                       "status",
                                                                       "nr",
                                                                       "lfd",
                                                                       "behandlung",
                                                                       "beratungsart",
                                                                       "am",
                                                                       "funktion",
                                                                       "abstimmung",
                                                                       "ergebnis",
                                                                       "beratungsaktion",
                                                                       "aktion",
                                                                       "beratungs",
                                                                       "sitzungs",
                                                                       "zustaendig",
                                                                       "keit",
                                                                       "und",
                                                                       "oe",
                                                                       "n",
                                                                       "tag",
                                                                       "zweck",
                                                                       "fuer",
                                                                       "die",
                                                                       "geplante",
                                                                       "beratungsstatus",
                                                                       "oeffentlichkeit"});

bool is_consultation_column(std::string_view word) {
    return names_bodies(word) || std::ranges::find(kConsultationColumns, std::string_view(folded_letters(word))) !=
                                     kConsultationColumns.end();
}

}  // namespace

bool is_consultation_head(std::string_view text) {
    auto const all = words(text);
    return std::ranges::all_of(all, is_consultation_column) && std::ranges::any_of(all, names_bodies);
}

std::optional<Heading> heading_of(Line const& line, Section current) {
    auto const& text = line.text;
    if (current == Section::consultations && is_role(text)) return std::nullopt;
    auto const head = text.size() > 1 && text.back() == ':' ? std::string_view(text).substr(0, text.size() - 1)
                                                            : std::string_view(text);
    if (words(head).size() <= kMostWords && is_consultation_head(head)) return Heading{Section::consultations, {}};
    if (auto found = inline_heading(text, text.find(':'), 1)) return found;
    if (auto const section = section_named(text)) return Heading{*section, {}};
    return inline_heading(text, column_gap(text), 1);
}

namespace {

// "Umwelt- und" | "Klimaschutz": the second line is no heading, however it looks. In a row of the consultation table the name
// of the body is what goes on.
bool goes_on(SectionLine const& previous, Line const& line) {
    if (line.gap == Gap::blank || previous.is_heading) return false;
    auto const row = previous.section == Section::consultations ? find_consultation(previous.line, RowContext::in_table)
                                                                : std::nullopt;
    return continues(row ? std::string_view(row->body) : std::string_view(previous.line.text), line.text);
}

}  // namespace

std::vector<SectionLine> in_sections(std::vector<Line> const& lines) {
    std::vector<SectionLine> found;
    auto section = Section::preamble;
    for (auto const& line : lines) {
        SectionLine one{.line = line, .section = section};
        // Below "Beratungsfolge" the other column heads can stand in lines of their own; "Zuständigkeit" is one of them.
        auto const is_column = section == Section::consultations && found.back().is_heading &&
                               std::ranges::all_of(words(line.text), is_consultation_column);
        if (!found.empty() && goes_on(found.back(), line)) {
            found.push_back(std::move(one));
            continue;
        }
        if (is_column) {
            one.is_heading = true;
            one.line.text.clear();
        } else if (auto const heading = heading_of(line, section)) {
            section = one.section = heading->section;
            one.is_heading = true;
            one.line.text = heading->rest;
        }
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace lenkwerk::council::reading
