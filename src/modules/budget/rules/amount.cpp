#include "modules/budget/rules/amount.hpp"

#include "base/text.hpp"
#include "modules/budget/rules/refusals.hpp"

#include <algorithm>

namespace lenkwerk::budget {
namespace {

constexpr std::size_t kLongestText = 300;  // characters

bool is_likely(std::optional<int> year) { return !year || (*year >= kFirstYear && *year <= kLastYear); }

// Why this amount has no whole; nothing where it has one.
std::optional<NoSum> obstacle(AmountFacts const& amount) {
    if (amount.basis == Basis::not_stated) return NoSum::basis_not_stated;
    if (amount.basis == Basis::per_year && !(amount.from && amount.to)) return NoSum::period_open;
    return std::nullopt;
}

Cents whole_of(AmountFacts const& amount) {
    if (amount.basis == Basis::total) return amount.cents;
    return {amount.cents.value * (*amount.to - *amount.from + 1)};
}

}  // namespace

std::string_view word(Basis basis) {
    switch (basis) {
        case Basis::per_year: return "per_year";
        case Basis::total: return "total";
        case Basis::not_stated: break;
    }
    return "not_stated";
}

std::optional<Basis> basis_of(std::string_view text) {
    auto const found = std::ranges::find(kBases, text, [](auto basis) { return word(basis); });
    return found == kBases.end() ? std::nullopt : std::optional(*found);
}

Outcome<LineFacts> check_line(LineFacts line) {
    for (auto* part : {&line.holder, &line.order, &line.account, &line.label}) {
        *part = text::squeeze(*part);
        if (text::length(*part) > kLongestText) return line_text_too_long();
    }
    if (line.order.empty() && line.account.empty() && line.label.empty()) return line_unnamed();
    return line;
}

Outcome<AmountFacts> check_amount(AmountFacts const& amount) {
    if (!is_likely(amount.from)) return year_unlikely("from");
    if (!is_likely(amount.to)) return year_unlikely("to");
    if (amount.from && amount.to && *amount.to < *amount.from) return period_reversed();
    if (amount.cents > kLargestAmount || amount.cents < Cents{-kLargestAmount.value}) return amount_too_large();
    return amount;
}

Sum sum_of(std::span<AmountFacts const> amounts) {
    Sum sum;
    if (amounts.empty()) return sum;
    Cents total;
    for (auto const& amount : amounts) {
        if (auto const why_not = obstacle(amount)) return {std::nullopt, *why_not};
        total = total + whole_of(amount);
    }
    sum.cents = total;
    return sum;
}

}  // namespace lenkwerk::budget
