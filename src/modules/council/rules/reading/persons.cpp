#include "modules/council/rules/reading/persons.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>

namespace lenkwerk::council::reading {
namespace {

// Offices of those who sign.
constexpr auto kOfficeEndings = std::to_array<std::string_view>({"meister",
                                                                 "meisterin",
                                                                 "stadtrat",
                                                                 "stadtraetin",
                                                                 "direktor",
                                                                 "direktorin",
                                                                 "kaemmerer",
                                                                 "kaemmerin",
                                                                 "kaemmererin",
                                                                 "dezernent",
                                                                 "dezernentin",
                                                                 "geschaeftsfuehrer",
                                                                 "geschaeftsfuehrerin",
                                                                 "beigeordneter",
                                                                 "beigeordnete",
                                                                 "leiter",
                                                                 "leiterin",
                                                                 "vorsitzende",
                                                                 "vorsitzender",
                                                                 "praesident",
                                                                 "praesidentin",
                                                                 "senator",
                                                                 "senatorin",
                                                                 "landrat",
                                                                 "landraetin",
                                                                 "syndikus",
                                                                 "syndika",
                                                                 "sekretaer",
                                                                 "sekretaerin",
                                                                 "referent",
                                                                 "referentin",
                                                                 "buergermeisterin",
                                                                 "baurat",
                                                                 "bauraetin",
                                                                 "amtsrat",
                                                                 "vorstand",
                                                                 "beauftragte",
                                                                 "beauftragter"});

// Words that begin a name and are none.
bool is_address(std::string_view word) {
    auto const name = folded_letters(word);
    return is_one_of(name, {"dr",     "prof", "herr", "herrn", "frau",    "gez",  "str", "strin", "stdir", "ob",
                            "obin",   "bm",   "bmin", "ltd",   "dipling", "ing",  "ma",  "mba",   "llm",   "stvd",
                            "stvdin", "stk",  "ltvd", "iv",    "ia",      "mdb",  "mdl", "dipl",  "med",   "jur",
                            "phil",   "rer",  "nat",  "pol",   "hc",      "beig", "gf"});
}

bool is_particle(std::string_view word) {
    return is_one_of(word, {"von", "van", "de", "der", "den", "zu", "zur", "zum", "vom", "al", "el", "di", "da", "del",
                            "dos", "ter", "ten", "bin", "y"});
}

// "Müller-Lüdenscheidt", "O'Neil", "M.": a capital, then letters, hyphens, apostrophes.
bool is_name_word(std::string_view word) {
    if (!starts_upper(word)) return false;
    std::size_t letters = 0, capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        auto const c = next_code_point(word, at);
        auto const is_letter = is_upper(c) || is_lower(c) || c >= 0x180;
        if (!is_letter && c != '-' && c != '\'' && c != U'’' && !(c == '.' && at == word.size() && word.size() <= 3))
            return false;
        letters += is_letter ? 1 : 0;
        capitals += is_upper(c) ? 1 : 0;
    }
    return letters > 0 && (capitals < 3 || capitals * 2 <= letters || letters == capitals);
}

// Words of the administration that are capitalised like names. Endings stand for whole families of words.
bool is_institutional(std::string_view word) {
    constexpr std::array<std::string_view, 33> endings = {
        "amt",        "ausschuss",   "vertretung", "beirat", "ung",     "heit",    "keit",    "schaft",  "plan",
        "vorlage",    "netzwerk",    "verwaltung", "dienst", "dienste", "betrieb", "polizei", "bereich", "dezernat",
        "referat",    "versammlung", "kreis",      "ismus",  "ion",     "tionen",  "ungen",   "projekt", "mittel",
        "sicherheit", "punkt",       "zeit",       "schutz", "labor",   "labore"};
    auto const name = folded_letters(word);
    if (std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); })) return true;
    return is_one_of(name,
                     {"stadt",     "gemeinde",  "rat",         "stadtrat",      "gemeinderat", "ortsbeirat", "kreistag",
                      "magistrat", "der",       "die",         "das",           "keine",       "keiner",     "nein",
                      "ja",        "siehe",     "entfaellt",   "vorlage",       "drucksache",  "anlage",     "anlagen",
                      "land",      "landkreis", "bezirk",      "haushalt",      "jahr",        "seite",      "nr",
                      "datum",     "status",    "eingang",     "masterplan",    "kommunale",   "kommunales", "neue",
                      "haus",      "rathaus",   "strasse",     "platz",         "markt",       "verein",     "gmbh",
                      "ev",        "beschluss", "oeffentlich", "ortschaftsrat", "fraktion",    "buero",      "ergebnis",
                      "kosten",    "ort",       "telefon",     "name",          "auftrag",     "schule",     "schulen",
                      "angebote",  "private"});
}

std::vector<std::string_view> without_address(std::string_view text) {
    auto all = words(trimmed(text));
    while (!all.empty() && (is_address(all.front()) ||
                            is_one_of(folded(all.front()), {"i.", "v.", "a.", "in", "vertretung", "vertretung:"}))) {
        all.erase(all.begin());
    }
    return all;
}

std::string joined_words(std::vector<std::string_view> const& all) {
    std::string out;
    for (auto word : all) out += (out.empty() ? "" : " ") + std::string(word);
    return out;
}

std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> found(1);
    for (auto word : words(text)) {
        auto const ends = word.back() == ',' || word.back() == ';' || word.back() == '/';
        if (is_one_of(word, {"und", "/", ",", ";", "u."})) {
            found.emplace_back();
            continue;
        }
        if (ends) word.remove_suffix(1);
        found.back() += (found.back().empty() ? "" : " ") + std::string(word);
        if (ends) found.emplace_back();
    }
    std::erase_if(found, [](auto const& part) { return part.empty(); });
    return found;
}

}  // namespace

bool is_person(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || length(text) > 60 || is_office_title(text)) return false;
    auto const all = without_address(text);
    auto const addressed = all.size() < words(text).size();
    std::size_t names = 0;
    for (auto word : all) {
        if (is_particle(word)) continue;
        if (!is_name_word(word) || is_institutional(word)) return false;
        ++names;
    }
    return names >= (addressed ? 1U : 2U) && names <= 4 && !all.empty() && !is_particle(all.back());
}

bool is_office_title(std::string_view text) {
    auto const is_title = [&](std::string_view word) {
        auto const name = folded_letters(word);
        return std::ranges::any_of(kOfficeEndings, [&](auto ending) { return name.ends_with(ending); });
    };
    auto parts = folded(text);
    std::ranges::replace(parts, '/', ' ');
    auto const all = words(parts);
    if (all.empty() || all.size() > 8 || length(text) > 90 ||
        text.find_first_of("0123456789") != std::string_view::npos)
        return false;
    auto const first = std::min<std::size_t>(all.size(), 3);
    return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first), is_title);
}

void Withheld::person(std::string_view text) {
    auto in_number = false;
    for (auto const& part : parted(text)) {
        // "07531 / 12 34-56" behind a name is one telephone number.
        auto const is_number = part.find_first_not_of("0123456789+()/- .") == std::string::npos;
        if (!is_number || !in_number) ++count_;
        in_number = is_number;
        auto const name = without_address(part);
        if (name.size() >= 2 && is_person(part)) names_.insert(joined_words(name));
    }
}

namespace {

constexpr std::string_view kWithheldMark = "[…]";

bool is_phone_sign(char c) {
    return (c >= '0' && c <= '9') || std::string_view("+()/- .").find(c) != std::string_view::npos;
}

bool is_mail(std::string_view word) {
    auto const at = word.find('@');
    return at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos;
}

bool names_phone(std::string_view word) {
    return is_one_of(folded_letters(word),
                     {"tel", "telefon", "telefonnummer", "durchwahl", "fax", "telefax", "mobil", "handy", "rufnummer"});
}

// "0231/50-12345", but not the paper "0815/2024".
bool is_dialled_with_slash(std::string_view word) {
    auto const slash = word.find('/');
    if (!word.starts_with('0') || slash == std::string_view::npos || slash < 3 || slash > 6) return false;
    auto const behind = word.substr(slash + 1);
    return behind.size() != 4 || !(behind.starts_with("19") || behind.starts_with("20"));
}

// How many of the words from `at` on are one telephone number.
std::size_t phone_words(std::vector<std::string_view> const& all, std::size_t at, bool announced) {
    std::size_t count = 0, digits = 0;
    bool dialled = false;
    while (at + count < all.size()) {
        auto word = all[at + count];
        while (!word.empty() && std::string_view(",;.").find(word.back()) != std::string_view::npos)
            word.remove_suffix(1);
        if (word.empty() || !std::ranges::all_of(word, is_phone_sign)) break;
        digits += static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; }));
        dialled =
            dialled || (count == 0 && (word.starts_with("+49") || word.starts_with("0049") || word.starts_with("(0")));
        dialled = dialled || (count == 0 && is_dialled_with_slash(word));
        ++count;
    }
    auto const plausible = announced ? digits >= 3 : dialled && digits >= 7;
    return plausible ? count : 0;
}

// "Frau Dr. Muster", "Herrn Max Muster".
std::size_t addressed_words(std::vector<std::string_view> const& all, std::size_t at) {
    if (!is_one_of(all[at], {"Herr", "Herrn", "Frau"})) return 0;
    auto end = at + 1;
    while (end < all.size() && (is_address(all[end]) || is_office_title(all[end]))) ++end;
    auto const names = end;
    while (end < all.size() && end < names + 3) {
        auto word = all[end];
        auto const last = std::string_view(",.;:)").find(word.back()) != std::string_view::npos;
        if (last) word.remove_suffix(1);
        if (!is_name_word(word) || is_institutional(word)) break;
        ++end;
        if (last) break;
    }
    return end > names ? end - at : 0;
}

}  // namespace

std::string Withheld::without_persons(std::string_view source) {
    std::string text(source);
    for (auto const& name : names_) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + kWithheldMark.size())) {
            text.replace(at, name.size(), kWithheldMark);
            ++count_;
        }
    }
    auto const all = words(text);
    std::vector<std::pair<std::size_t, std::size_t>> cuts;  // bytes, from the end
    for (std::size_t i = 0; i < all.size();) {
        auto const announced = i > 0 && names_phone(all[i - 1]);
        auto const count = is_mail(all[i]) ? 1 : std::max(phone_words(all, i, announced), addressed_words(all, i));
        if (count > 0) {
            auto const& last = all[i + count - 1];
            auto const begin = static_cast<std::size_t>(all[i].data() - text.data());
            auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
            while (end > begin + 1 && std::string_view(",.;:)").find(text[end - 1]) != std::string_view::npos) --end;
            cuts.emplace_back(begin, end - begin);
        }
        i += std::max<std::size_t>(count, 1);
    }
    for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) {
        text.replace(cut->first, cut->second, kWithheldMark);
        ++count_;
    }
    return text;
}

}  // namespace lenkwerk::council::reading
