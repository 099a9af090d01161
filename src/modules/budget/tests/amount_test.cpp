#include "modules/budget/rules/amount.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::budget {
namespace {

template <class T> std::string key(Outcome<T> const& outcome) { return outcome ? "" : outcome.problems().front().key; }

AmountFacts some_amount(Basis basis) {
    auto const from = *rc::gen::inRange(kFirstYear, kLastYear - 20);
    return {from, from + *rc::gen::inRange(0, 20), basis, {*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000'000)}};
}
std::vector<AmountFacts> some_amounts() {
    std::vector<AmountFacts> amounts;
    for (auto count = *rc::gen::inRange(1, 8); count > 0; --count)
        amounts.push_back(some_amount(*rc::gen::element(Basis::per_year, Basis::total)));
    return amounts;
}

RC_GTEST_PROP(Sum, of_stated_amounts_is_the_sum_of_its_years, ()) {
    auto const amounts = some_amounts();
    std::int64_t expected = 0;
    for (auto const& amount : amounts)
        for (auto year = *amount.from; year <= *amount.to; ++year)
            if (amount.basis == Basis::per_year || year == *amount.from) expected += amount.cents.value;
    RC_ASSERT(sum_of(amounts).cents->value == expected);
}

RC_GTEST_PROP(Sum, is_never_made_where_one_basis_is_not_stated, ()) {
    auto amounts = some_amounts();
    auto const at = amounts.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(amounts));
    amounts.insert(at, some_amount(Basis::not_stated));
    RC_ASSERT(!sum_of(amounts).cents);
    RC_ASSERT(sum_of(amounts).why_not == NoSum::basis_not_stated);
}

TEST(Sum, needs_the_end_of_what_is_meant_per_year) {
    std::vector const open{AmountFacts{2024, std::nullopt, Basis::per_year, {100}}};
    EXPECT_FALSE(sum_of(open).cents);
    EXPECT_EQ(sum_of(open).why_not, NoSum::period_open);
    EXPECT_EQ(sum_of({}).why_not, NoSum::nothing_there);
}

TEST(Amount, says_what_is_wrong_with_it) {
    EXPECT_EQ(key(check_amount({2026, 2024, Basis::total, {1}})), "budget.amount.period_reversed");
    EXPECT_EQ(key(check_amount({20240, std::nullopt, Basis::total, {1}})), "budget.amount.year_unlikely");
    EXPECT_EQ(key(check_amount({2024, 2024, Basis::total, kLargestAmount + Cents{1}})), "budget.amount.too_large");
    EXPECT_EQ(key(check_amount({2024, 2026, Basis::not_stated, {5'000'000}})), "");
}

TEST(Line, has_a_name_of_some_kind) {
    EXPECT_EQ(key(check_line({"Amt 93", " ", "", ""})), "budget.line.unnamed");
    EXPECT_EQ(key(check_line({"", "", "541710", std::string(301, 'x')})), "budget.line.text_too_long");
    EXPECT_EQ(check_line({"", " 93013101   0004 ", "", ""})->order, "93013101 0004");
}

}  // namespace
}  // namespace lenkwerk::budget
