#include "modules/council/rules/reading/budget_columns.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>

namespace lenkwerk::council::reading {
namespace {

using Kind = BudgetColumn::Kind;

constexpr std::size_t kMostWords = 40;  // of a head

struct KnownColumn {
    std::string_view letters;
    Kind kind;
};
constexpr std::array<KnownColumn, 46> kColumns = {{
    {"auftrag", Kind::order},
    {"auftragsnr", Kind::order},
    {"auftragsnummer", Kind::order},
    {"innenauftrag", Kind::order},
    {"produkt", Kind::order},
    {"produktnr", Kind::order},
    {"produktgruppe", Kind::order},
    {"pspelement", Kind::order},
    {"kostenstelle", Kind::order},
    {"kostentraeger", Kind::order},
    {"haushaltsstelle", Kind::order},
    {"investitionsnr", Kind::order},
    {"buchungsstelle", Kind::order},
    {"massnahmennr", Kind::order},
    {"sachkonto", Kind::account},
    {"sach", Kind::account},
    {"konto", Kind::account},
    {"kontonr", Kind::account},
    {"sachkontonr", Kind::account},
    {"sachkontonummer", Kind::account},
    {"ertragskonto", Kind::account},
    {"aufwandskonto", Kind::account},
    {"bezeichnung", Kind::label},
    {"text", Kind::label},
    {"zweck", Kind::label},
    {"verwendungszweck", Kind::label},
    {"massnahme", Kind::label},
    {"position", Kind::label},
    {"beschreibung", Kind::label},
    {"erlaeuterung", Kind::label},
    {"kostenart", Kind::label},
    {"aufwandsart", Kind::label},
    {"gegenstand", Kind::label},
    {"amt", Kind::holder},
    {"fachbereich", Kind::holder},
    {"budget", Kind::holder},
    {"budgetverantwortung", Kind::holder},
    {"dezernat", Kind::holder},
    {"betrag", Kind::amount},
    {"ansatz", Kind::amount},
    {"summe", Kind::amount},
    {"kosten", Kind::amount},
    {"mittel", Kind::amount},
    {"aufwand", Kind::amount},
    {"gesamt", Kind::amount},
    {"gesamtbetrag", Kind::amount},
}};

std::optional<Kind> kind_of(std::string_view text) {
    if (text.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
    auto const letters = folded_letters(text);
    auto const found = std::ranges::find(kColumns, std::string_view(letters), &KnownColumn::letters);
    return found == kColumns.end() ? std::nullopt : std::optional(found->kind);
}

bool is_year(std::string_view text) {
    return text.size() == 4 && is_digits(text) && (text.starts_with("19") || text.starts_with("20"));
}

std::int64_t scale_of(std::string_view text) {
    auto const name = folded(text);
    auto const names = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    if (names("teur") || names("t€") || names("tsd") || names("tausend") || names("t €") || names("t-eur"))
        return 1'000;
    return names("mio") || names("million") ? 1'000'000 : 1;
}

// The words that may stand with a year or an amount in the head of a column.
constexpr auto kBesideAmount = std::to_array<std::string_view>({"",
                                                                "in",
                                                                "eur",
                                                                "euro",
                                                                "teur",
                                                                "t",
                                                                "tsd",
                                                                "tausend",
                                                                "mio",
                                                                "bis",
                                                                "ab",
                                                                "ff",
                                                                "und",
                                                                "jahr",
                                                                "jahre",
                                                                "je",
                                                                "pro",
                                                                "pa",
                                                                "a",
                                                                "p",
                                                                "jaehrlich",
                                                                "jeweils",
                                                                "gesamt",
                                                                "insgesamt",
                                                                "summe",
                                                                "ansatz",
                                                                "plan",
                                                                "betrag",
                                                                "haushaltsjahr",
                                                                "haushaltsjahre",
                                                                "kosten",
                                                                "mittel",
                                                                "aufwand",
                                                                "einmalig",
                                                                "hj",
                                                                "jaehrl",
                                                                "ges",
                                                                "haushalt",
                                                                "brutto",
                                                                "netto",
                                                                "annum",
                                                                "per",
                                                                "zeitraum"});

bool is_beside_amount(std::string_view word) {
    return std::ranges::find(kBesideAmount, std::string_view(folded_letters(word))) != kBesideAmount.end();
}

std::string text_of(std::vector<std::string_view> const& all, std::size_t from, std::size_t to) {
    std::string out;
    for (auto i = from; i < to; ++i) out += (out.empty() ? "" : " ") + std::string(all[i]);
    return out;
}

// How many words from `at` on name one column that is no amount ("Sach- konto" is two).
std::size_t label_words(std::vector<std::string_view> const& all, std::size_t at) {
    for (auto count = std::min<std::size_t>(3, all.size() - at); count > 0; --count) {
        auto const kind = kind_of(text_of(all, at, at + count));
        if (kind && *kind != Kind::amount) return count;
    }
    return 0;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9') ++count;
    return count;
}

struct Years {
    std::vector<int> years;
    std::size_t end = 0;  // behind the last one
};

// The first year, and the second where a sign of a range stands between: "2024 bis 2026", "2024/25".
Years years_in(std::string_view text) {
    Years found;
    for (std::size_t at = 0; at < text.size() && found.years.size() < 2;) {
        auto const count = digits_at(text, at);
        auto const piece = text.substr(at, count);
        if (is_year(piece)) {
            found.years.push_back(std::stoi(std::string(piece)));
        } else if (count == 2 && !found.years.empty() && at > 0 &&
                   std::string_view("/-").find(text[at - 1]) != std::string_view::npos) {
            found.years.push_back(found.years[0] / 100 * 100 + std::stoi(std::string(piece)));
        }
        if (found.years.size() == 1 && count > 0) {
            auto const between =
                folded_letters(text.substr(at + count, text.find_first_of("0123456789", at + count) - at - count));
            auto const sign = trimmed(text.substr(at + count));
            auto const is_range =
                between == "bis" || (between.empty() && (sign.starts_with('-') || sign.starts_with('/') ||
                                                         sign.starts_with("–") || sign.starts_with("—")));
            found.end = at + count;
            if (!is_range) break;
        }
        if (count > 0) found.end = at + count;
        at += std::max<std::size_t>(count, 1);
    }
    return found;
}

// One cell can hold several columns where only single blanks part them: "2023 2024 bis 2026".
bool read_cell(std::vector<BudgetColumn>& columns, std::string_view text) {
    auto const all = words(text);
    std::size_t at = 0;
    while (at < all.size()) {
        if (auto const count = label_words(all, at)) {
            columns.push_back({.kind = *kind_of(text_of(all, at, at + count))});
            at += count;
            continue;
        }
        auto end = at;
        while (end < all.size() && label_words(all, end) == 0) {
            if (!is_beside_amount(all[end])) return false;
            ++end;
        }
        auto rest = text_of(all, at, end);
        auto const scale = scale_of(rest);
        do {
            auto const years = years_in(rest);
            auto const next = rest.find_first_of("0123456789", years.end);
            auto const piece = rest.substr(0, next);
            columns.push_back({.kind = Kind::amount, .period = period_of(piece), .scale = scale});
            rest = next == std::string::npos ? "" : rest.substr(next);
        } while (!rest.empty());
        at = end;
    }
    return true;
}

}  // namespace

Basis basis_of(std::string_view text) {
    auto const name = " " + folded(text) + " ";
    auto const names = [&](std::initializer_list<std::string_view> list) {
        return std::ranges::any_of(list, [&](auto part) { return name.find(part) != std::string::npos; });
    };
    auto const yearly = names({"jaehrlich", "pro jahr", "je jahr", "p.a.", "p. a.", "per annum", "je haushaltsjahr",
                               "pro haushaltsjahr", " jeweils ", "jaehrl."});
    auto const total =
        names({"insgesamt", " gesamt", "in summe", " summe ", "gesamtbetrag", "gesamtsumme", "einmalig"});
    if (yearly == total) return Basis::not_stated;
    return yearly ? Basis::per_year : Basis::total;
}

Period period_of(std::string_view text) {
    Period period{.from = std::nullopt, .to = std::nullopt, .basis = basis_of(text)};
    auto const found = years_in(text);
    if (found.years.empty()) return period;
    period.from = found.years.front();
    auto const name = " " + folded(text);
    auto const is_open = name.find(" ab ") != std::string::npos || name.find("ff") != std::string::npos;
    if (found.years.size() == 2)
        period.to = found.years.back();
    else if (!is_open)
        period.to = period.from;
    return period;
}

namespace {

std::optional<BudgetHead> head_of(std::vector<Cell> const& all) {
    BudgetHead head;
    for (auto const& cell : all) {
        if (!read_cell(head.columns, cell.text)) return std::nullopt;
    }
    auto const amounts = std::ranges::count(head.columns, Kind::amount, &BudgetColumn::kind);
    auto const others = static_cast<std::ptrdiff_t>(head.columns.size()) - amounts;
    if (amounts == 0 || others == 0) return std::nullopt;
    if (head.columns.size() == all.size()) head.cells = all;
    return head;
}

bool is_rest_of_head(std::string_view text) {
    auto const all = words(text);
    return !all.empty() && std::ranges::all_of(all, [](std::string_view word) {
        return is_one_of(folded_letters(word), {"konto", "nr", "nummer", "nung", "trag"}) || is_beside_amount(word);
    });
}

}  // namespace

std::optional<BudgetHead> budget_head(Line const& line) {
    if (words(line.text).size() > kMostWords) return std::nullopt;
    return head_of(cells(line.raw));
}

std::optional<BudgetHead> with_second_line(BudgetHead const& head, Line const& line) {
    if (!is_rest_of_head(line.text)) return std::nullopt;
    if (head.cells.empty()) return head;
    auto all = head.cells;
    auto const rest = cells(line.raw);
    auto const places = columns_of(rest, head.cells);
    for (std::size_t i = 0; i < rest.size(); ++i) all[places[i]].text = joined(all[places[i]].text, rest[i].text);
    auto merged = head_of(all);
    return merged && merged->columns.size() == head.columns.size() ? merged : head;
}

}  // namespace lenkwerk::council::reading
