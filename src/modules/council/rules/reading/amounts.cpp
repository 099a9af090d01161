#include "modules/council/rules/reading/amounts.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lenkwerk::council::reading {
namespace {

struct Unit {
    std::string_view word;
    std::int64_t factor;
    bool names_currency;
};
// Longest first where one begins like another.
constexpr std::array<Unit, 27> kUnits = {{
    {"Millionen", 1'000'000, false},
    {"Million", 1'000'000, false},
    {"Mio.", 1'000'000, false},
    {"Mio", 1'000'000, false},
    {"Mill.", 1'000'000, false},
    {"MEUR", 1'000'000, true},
    {"M€", 1'000'000, true},
    {"Milliarden", 1'000'000'000, false},
    {"Milliarde", 1'000'000'000, false},
    {"Mrd.", 1'000'000'000, false},
    {"Mrd", 1'000'000'000, false},
    {"Tausend", 1'000, false},
    {"tausend", 1'000, false},
    {"Tsd.", 1'000, false},
    {"Tsd", 1'000, false},
    {"TEUR", 1'000, true},
    {"T-EUR", 1'000, true},
    {"T Euro", 1'000, true},
    {"TEuro", 1'000, true},
    {"T€", 1'000, true},
    {"T €", 1'000, true},
    {"k€", 1'000, true},
    {"EURO", 1, true},
    {"EUR", 1, true},
    {"Euro", 1, true},
    {"euro", 1, true},
    {"€", 1, true},
}};

struct Number {
    std::size_t end = 0;
    std::int64_t thousandths = 0;  // of one euro, or of one unit
    std::size_t decimals = 0;
    bool round = false;  // written with ",-"
};

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (is_digit(text, at + count)) ++count;
    return count;
}

bool times(std::int64_t& value, std::int64_t factor) { return !__builtin_mul_overflow(value, factor, &value); }
bool plus(std::int64_t& value, std::int64_t more) { return !__builtin_add_overflow(value, more, &value); }

bool append_digits(std::int64_t& value, std::string_view digits) {
    for (char c : digits) {
        if (!times(value, 10) || !plus(value, c - '0')) return false;
    }
    return true;
}

// Digits, in one piece or in groups of three parted by ".", "'" or a blank, the same throughout.
std::optional<Number> whole_number(std::string_view text, std::size_t at) {
    auto count = digits_at(text, at);
    Number number{.end = at + count};
    if (count == 0 || !append_digits(number.thousandths, text.substr(at, count))) return std::nullopt;
    auto const separator = count <= 3 && number.end < text.size() ? text[number.end] : '\0';
    if (separator != '.' && separator != ' ' && separator != '\'') return number;
    while (number.end < text.size() && text[number.end] == separator && digits_at(text, number.end + 1) == 3) {
        if (!append_digits(number.thousandths, text.substr(number.end + 1, 3))) return std::nullopt;
        number.end += 4;
    }
    return number;
}

// ",-" ",--" ",–": no cents.
std::size_t round_mark(std::string_view text, std::size_t at) {
    for (std::string_view mark : {",--", ",––", ",-", ",–", ",—", ".-", ".–"}) {
        if (text.substr(at).starts_with(mark)) return mark.size();
    }
    return 0;
}

std::optional<Number> number_at(std::string_view text, std::size_t at) {
    auto number = whole_number(text, at);
    if (!number) return std::nullopt;
    if (auto const mark = round_mark(text, number->end)) {
        number->round = true;
        number->end += mark;
    } else if (number->end < text.size() && text[number->end] == ',' && is_digit(text, number->end + 1)) {
        number->decimals = digits_at(text, number->end + 1);
        if (number->decimals > 3) return std::nullopt;
        if (!append_digits(number->thousandths, text.substr(number->end + 1, number->decimals))) return std::nullopt;
        number->end += 1 + number->decimals;
    }
    for (auto i = number->decimals; i < 3; ++i) {
        if (!times(number->thousandths, 10)) return std::nullopt;
    }
    // "1.234.56" or "12,345,678" go on where a German number has ended.
    auto const goes_on = number->end + 1 < text.size() && (text[number->end] == '.' || text[number->end] == ',') &&
                         is_digit(text, number->end + 1);
    return goes_on ? std::nullopt : number;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

// Is `word` here, and is it not only the beginning of a longer word?
bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    auto const next = at + word.size();
    auto const in_letters = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\xC3'; };
    return next >= text.size() || !in_letters(word.back()) || !in_letters(text[next]);
}

Unit const* unit_at(std::string_view text, std::size_t at) {
    for (auto const& unit : kUnits) {
        if (stands_at(text, at, unit.word)) return &unit;
    }
    return nullptr;
}

// What stands behind a number: a scale, a currency, or both ("2 Mio. €").
struct Units {
    std::size_t end;
    std::int64_t factor = 1;
    bool scaled = false, currency = false;
};

Units units_at(std::string_view text, std::size_t at) {
    Units units{.end = at};
    for (int i = 0; i < 2; ++i) {
        auto const begin = skip_blanks(text, units.end);
        auto const* const unit = unit_at(text, begin);
        if (unit == nullptr || units.currency) break;
        units.factor *= unit->factor;
        units.scaled = units.scaled || unit->factor > 1;
        units.currency = unit->names_currency;
        units.end = begin + unit->word.size();
    }
    return units;
}

std::optional<std::int64_t> cents_of(Number const& number, std::int64_t factor, bool scaled) {
    // "50,000" is fifty thousand to some and fifty to others: nobody may guess.
    if (number.decimals == 3 && !scaled) return std::nullopt;
    auto value = number.thousandths;
    if (!times(value, factor) || value % 10 != 0) return std::nullopt;
    return value / 10;
}

// Where a currency stands before the number ("EUR 50.000"), its first byte.
std::optional<std::size_t> currency_before(std::string_view text, std::size_t at) {
    auto end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    for (std::string_view word : {"EUR", "Euro", "€"}) {
        if (text.substr(0, end).ends_with(word)) return end - word.size();
    }
    return std::nullopt;
}

bool inside_word(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    auto const c = text[at - 1];
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == ',' ||
           c == '/' || c == '_';
}

std::size_t sign_before(std::string_view text, std::size_t at) {
    for (std::string_view minus : {"-", "−"}) {
        auto const begin = at - std::min(at, minus.size());
        auto const free = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\t';
        if (text.substr(0, at).ends_with(minus) && free) return minus.size();
    }
    return 0;
}

std::optional<AmountFound> amount_at(std::string_view text, std::size_t at, Currency currency, std::int64_t scale) {
    auto const number = number_at(text, at);
    if (!number) return std::nullopt;
    auto const units = units_at(text, number->end);
    auto const before = currency_before(text, at);
    auto const is_money = units.currency || before || number->round || currency == Currency::implied || units.scaled;
    if (!is_money) return std::nullopt;
    auto const scaled = units.scaled || (scale > 1 && !units.currency);
    auto const cents = cents_of(*number, units.currency || units.scaled ? units.factor : units.factor * scale, scaled);
    if (!cents) return std::nullopt;
    auto const minus = sign_before(text, at);
    return AmountFound{std::min(at - minus, before.value_or(at)), units.end, minus > 0 ? -*cents : *cents};
}

}  // namespace

std::vector<AmountFound> find_amounts(std::string_view text, Currency currency, std::int64_t scale) {
    std::vector<AmountFound> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text, at) || inside_word(text, at)) {
            ++at;
        } else if (auto const one = amount_at(text, at, currency, scale)) {
            found.push_back(*one);
            if (found.size() > 1) found.back().begin = std::max(one->begin, found[found.size() - 2].end);
            at = one->end;
        } else {
            at += digits_at(text, at);
        }
    }
    return found;
}

std::optional<std::int64_t> amount(std::string_view text, std::int64_t scale) {
    text = trimmed(text);
    auto const found = find_amounts(text, Currency::implied, scale);
    if (found.size() != 1 || found[0].begin != 0 || found[0].end != text.size()) return std::nullopt;
    return found[0].cents;
}

}  // namespace lenkwerk::council::reading
