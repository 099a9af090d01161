#include "modules/council/rules/reading/consultation_rows.hpp"

#include "modules/council/rules/reading/dates.hpp"
#include "modules/council/rules/reading/headings.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>

namespace lenkwerk::council::reading {
namespace {

constexpr std::array<std::string_view, 33> kRoles = {"empfehlung",
                                                     "beschluss",
                                                     "kenntnisnahme",
                                                     "anhoerung",
                                                     "vorberatung",
                                                     "entscheidung",
                                                     "beratung",
                                                     "einbringung",
                                                     "behandlung",
                                                     "information",
                                                     "mitteilung",
                                                     "stellungnahme",
                                                     "zustimmung",
                                                     "anregung",
                                                     "beschliessend",
                                                     "vorberatend",
                                                     "empfehlend",
                                                     "entscheidend",
                                                     "kenntnisnehmend",
                                                     "beratend",
                                                     "beschlussfassung",
                                                     "beschlussempfehlung",
                                                     "vorbereitung",
                                                     "vorbesprechung",
                                                     "benehmen",
                                                     "kenntnis",
                                                     "votum",
                                                     "verweisung",
                                                     "anhoerend",
                                                     "erlass",
                                                     "mitwirkung",
                                                     "diskussion",
                                                     "vorstellung"};

bool is_role_word(std::string_view word) { return std::ranges::find(kRoles, word) != kRoles.end(); }

bool is_publicity(std::string_view text) {
    return is_one_of(folded(text), {"oe", "n", "noe", "oeffentlich", "nichtoeffentlich", "nicht oeffentlich",
                                    "nicht-oeffentlich", "(oe)", "(n)", "(oeffentlich)"});
}

bool is_open_date(std::string_view text) {
    return is_one_of(folded(text),
                     {"-", "–", "—", "offen", "n.n.", "folgt", "noch offen", "./.", "steht noch aus", "tba"});
}

// "1." "1)" "12": the number of a row.
std::string_view without_ordinal(std::string_view text) {
    text = trimmed(text);
    std::size_t at = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == 0 || at > 2) return text;
    if (at < text.size() && (text[at] == '.' || text[at] == ')')) ++at;
    if (at < text.size() && text[at] != ' ') return text;
    return trimmed(text.substr(at));
}

bool is_weekday(std::string_view word) {
    auto const name = folded_letters(word);
    return is_one_of(name, {"mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch", "donnerstag",
                            "freitag", "samstag", "sonnabend", "sonntag", "am", "den", "vom"});
}

// What is left of the cell that held the date: the weekday before it and the hour behind it belong to the date.
std::string before_date(std::string_view text) {
    auto all = words(text);
    while (!all.empty() && (is_weekday(all.back()) || is_one_of(all.back(), {",", "-", "–", "|", ":"}))) all.pop_back();
    std::string out;
    for (auto word : all) out += (out.empty() ? "" : " ") + std::string(word);
    if (out.ends_with(',') || out.ends_with(':')) out.pop_back();
    return out;
}

std::string_view after_date(std::string_view text) {
    text = trimmed(text);
    for (auto word : words(text)) {
        auto const is_hour = word.front() >= '0' && word.front() <= '9';
        if (!is_hour && !is_one_of(folded(word), {"uhr", "um", ",", "-", "–", "|", "uhr,"})) break;
        text = trimmed(text.substr(word.size()));
    }
    return text;
}

struct Pieces {
    std::vector<std::string> before, after;  // of the date; all in `before` where there is none
    std::optional<Day> date;
    bool has_date = false;
};

void put(std::vector<std::string>& pieces, std::string_view text) {
    text = without_ordinal(text);
    while (!text.empty() && text.front() == '|') text = trimmed(text.substr(1));
    while (!text.empty() && text.back() == '|') text = trimmed(text.substr(0, text.size() - 1));
    // "Gemeinderat (Ö)"
    auto const bracket = text.rfind(" (");
    if (bracket != std::string_view::npos && is_publicity(text.substr(bracket + 1)))
        text = trimmed(text.substr(0, bracket));
    if (!text.empty() && !is_publicity(text)) pieces.emplace_back(text);
}

Pieces pieces_of(std::string_view raw) {
    Pieces pieces;
    for (auto const& cell : cells(raw)) {
        auto const date = pieces.has_date ? std::nullopt : find_date(cell.text);
        if (date) {
            pieces.has_date = true;
            pieces.date = date->day;
            put(pieces.before, before_date(std::string_view(cell.text).substr(0, date->begin)));
            put(pieces.after, after_date(std::string_view(cell.text).substr(date->end)));
        } else if (!pieces.has_date && is_open_date(cell.text)) {
            pieces.has_date = true;
        } else {
            put(pieces.has_date ? pieces.after : pieces.before, pieces.has_date ? after_date(cell.text) : cell.text);
        }
    }
    return pieces;
}

// "Hauptausschuss zur Vorberatung": the role is the end of the text. Gives its first byte; npos: none.
std::size_t trailing_role(std::string_view text) {
    auto const all = words(text);
    if (all.empty() || !is_role(all.back())) return std::string_view::npos;
    auto begin = static_cast<std::size_t>(all.back().data() - text.data());
    if (all.size() > 1 && is_one_of(folded(all[all.size() - 2]), {"zur", "zum"})) {
        begin = static_cast<std::size_t>(all[all.size() - 2].data() - text.data());
    }
    return begin;
}

std::string take_role(std::vector<std::string>& pieces) {
    for (auto at = pieces.rbegin(); at != pieces.rend(); ++at) {
        if (!is_role(*at)) continue;
        auto role = std::move(*at);
        pieces.erase(std::next(at).base());
        return role;
    }
    return {};
}

std::string take_trailing_role(std::vector<std::string>& pieces) {
    for (auto& piece : pieces) {
        auto const begin = trailing_role(piece);
        if (begin == std::string_view::npos || begin == 0) continue;
        auto role = piece.substr(begin);
        piece = std::string(trimmed(std::string_view(piece).substr(0, begin)));
        return role;
    }
    return {};
}

std::string longest(std::vector<std::string> const& pieces) {
    auto const found = std::ranges::max_element(pieces, {}, [](auto const& piece) { return piece.size(); });
    return found == pieces.end() ? std::string() : *found;
}

// `is_known`: the role is a word of the list, not merely what stands behind the date.
struct Row {
    DraftConsultation consultation;
    bool has_date = false, is_known = false;
};

Row row_of(Line const& line) {
    auto pieces = pieces_of(line.raw);
    auto role = take_role(pieces.after);
    if (role.empty()) role = take_role(pieces.before);
    if (role.empty()) role = take_trailing_role(pieces.after);
    if (role.empty()) role = take_trailing_role(pieces.before);
    auto const is_known = !role.empty();
    auto body = longest(pieces.before);
    if (body.empty()) {
        body = longest(pieces.after);
    } else if (role.empty()) {
        role = longest(pieces.after);
    }
    return {{.order = 0, .body = body, .date = pieces.date, .role = role, .lines = {line.number}},
            pieces.has_date,
            is_known};
}

}  // namespace

bool is_role(std::string_view text) {
    auto name = folded(text);
    for (std::string_view start : {"zur ", "zum "}) {
        if (name.starts_with(start)) name.erase(0, start.size());
    }
    std::ranges::replace(name, '/', ' ');
    auto const all = words(name);
    auto const is_part = [](std::string_view word) {
        return is_role_word(folded_letters(word)) || is_one_of(word, {"und", "/", "-", "–"});
    };
    return !all.empty() && all.size() <= 4 && std::ranges::all_of(all, is_part) &&
           is_role_word(folded_letters(all.front()));
}

std::optional<DraftConsultation> find_consultation(Line const& line, RowContext context) {
    auto row = row_of(line);
    auto const has_body = starts_upper(row.consultation.body) || row.consultation.body.starts_with('(');
    if (!has_body || length(row.consultation.body) > 200) return std::nullopt;
    auto const in_columns = cells(line.raw).size() >= 3;
    if (context == RowContext::anywhere && !(in_columns && row.has_date && row.is_known)) return std::nullopt;
    if (context == RowContext::in_table && !row.has_date && !row.is_known) return std::nullopt;
    if (context == RowContext::in_table && !row.is_known && length(row.consultation.role) > 40) return std::nullopt;
    return std::move(row.consultation);
}

}  // namespace lenkwerk::council::reading
