// Line wraps and sentences: where a piece of text goes on and where it ends.
#include "modules/council/rules/reading/text.hpp"

namespace lenkwerk::council::reading {
namespace {

// A line that ends in one of these is not finished.
bool is_connecting(std::string_view word) {
    return is_one_of(
        word, {"und", "oder",  "sowie", "bzw.", "fuer", "der",   "die",   "das", "des", "dem", "den",  "von",   "vom",
               "zu",  "zum",   "zur",   "mit",  "in",   "im",    "an",    "am",  "auf", "bei", "beim", "gegen", "durch",
               "aus", "ueber", "unter", "ein",  "eine", "einer", "eines", "u.",  "/",   "&",   "–",    "nach"});
}

std::size_t count_of(std::string_view text, std::string_view sign) {
    std::size_t count = 0;
    for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) ++count;
    return count;
}

// An opening quotation mark or bracket whose closing one has not come.
bool is_open(std::string_view text) {
    return count_of(text, "„") > count_of(text, "“") + count_of(text, "”") + count_of(text, "\"") ||
           count_of(text, "(") > count_of(text, ")");
}

bool is_abbreviation(std::string_view word) {
    auto const dot = word.find_last_of(".(");
    if (dot != std::string_view::npos) word.remove_prefix(dot + 1);
    return length(word) <= 1 ||
           is_one_of(folded(word), {"abs", "art", "nr",   "dr",  "prof", "bzw",  "ggf", "ggfs", "ca",   "vgl",
                                    "str", "mio", "mrd",  "tsd", "inkl", "bspw", "gem", "lit",  "ziff", "st",
                                    "usw", "etc", "evtl", "ds",  "tel",  "dipl", "ing", "ff"});
}

bool is_month(std::string_view word) {
    auto const name = folded_letters(word);
    return is_one_of(name, {"januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september",
                            "oktober", "november", "dezember", "quartal", "jahrhundert"});
}

// `word` ends in a full stop; does the sentence end there?
bool ends_sentence(std::string_view word, std::string_view next) {
    if (starts_lower(next)) return false;
    auto const mark = word.back();
    if (mark == '!' || mark == '?') return true;
    auto const stem = word.substr(0, word.size() - 1);
    if (is_digits(stem) && stem.size() <= 2) return !is_month(next) && starts_upper(next);
    if (is_abbreviation(stem)) return false;
    std::size_t at = 0;
    auto const first = next_code_point(next, at);
    return is_upper(first) || first == U'„' || first == U'"' || first == U'“' || first == U'(' || first == U'»';
}

}  // namespace

bool continues(std::string_view previous, std::string_view next) {
    previous = trimmed(previous);
    next = trimmed(next);
    if (previous.empty() || next.empty()) return false;
    if (starts_lower(next)) return true;
    if (previous.back() == ',' || previous.back() == '-' || is_open(previous)) return true;
    return is_connecting(folded(words(previous).back()));
}

std::string joined(std::string_view previous, std::string_view next) {
    previous = trimmed(previous);
    next = trimmed(next);
    if (previous.empty()) return std::string(next);
    if (next.empty()) return std::string(previous);
    auto const hyphenated = previous.size() > 1 && previous.back() == '-' && previous[previous.size() - 2] != ' ';
    auto const first = folded(words(next).front());
    if (!hyphenated || is_one_of(first, {"und", "oder", "bzw.", "sowie", "bis", "u."})) {
        return std::string(previous) + " " + std::string(next);
    }
    // "Sicher-|heit" was cut by the typesetter; "Baden-|Württemberg" was not.
    if (starts_lower(next)) previous.remove_suffix(1);
    return std::string(previous) + std::string(next);
}

std::vector<std::string> sentences(std::string_view text) {
    std::vector<std::string> found;
    auto const all = words(text);
    std::string current;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!current.empty()) current += ' ';
        current += all[i];
        auto const last = all[i].back();
        auto const may_end = last == '.' || last == '!' || last == '?';
        if (may_end && i + 1 < all.size() && !ends_sentence(all[i], all[i + 1])) continue;
        if (!may_end && i + 1 < all.size()) continue;
        found.push_back(std::move(current));
        current.clear();
    }
    return found;
}

}  // namespace lenkwerk::council::reading
