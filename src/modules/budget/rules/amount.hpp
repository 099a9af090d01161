#pragma once
// What a paper grants: so much for these years, per year or in total, or it does not say which.
#include "base/money.hpp"
#include "base/outcome.hpp"
#include "modules/budget/ids.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lenkwerk::budget {

enum class Basis { per_year, total, not_stated };
inline constexpr std::array kBases{Basis::per_year, Basis::total, Basis::not_stated};
std::string_view word(Basis basis);
std::optional<Basis> basis_of(std::string_view word);

// A line as the city books it. Empty members: the paper does not say.
struct LineFacts {
    std::string holder;   // the office whose budget it is: "Amt 93"
    std::string order;    // Auftrag
    std::string account;  // Sachkonto
    std::string label;
    bool operator==(LineFacts const&) const = default;
};

struct AmountFacts {
    std::optional<int> from, to;  // years, both included; without `to` it goes on
    Basis basis = Basis::not_stated;
    Cents cents;
    bool operator==(AmountFacts const&) const = default;
};

inline constexpr int kFirstYear = 1990, kLastYear = 2199;
inline constexpr Cents kLargestAmount{100'000'000'000'000};  // a trillion euros: beyond it somebody has mistyped

// Refuses budget.line.unnamed (neither order nor account nor label), budget.amount.year_unlikely, .period_reversed, .too_large.
Outcome<LineFacts> check_line(LineFacts line);
Outcome<AmountFacts> check_amount(AmountFacts const& amount);

// Why amounts have no sum: an honest total needs the basis of each, and the years of those that are meant per year.
enum class NoSum { nothing_there, basis_not_stated, period_open };
struct Sum {
    std::optional<Cents> cents;
    NoSum why_not = NoSum::nothing_there;  // where there is none
};
// The whole of checked amounts over all their years. An amount per year counts once for each year of its period.
Sum sum_of(std::span<AmountFacts const> amounts);

}  // namespace lenkwerk::budget
