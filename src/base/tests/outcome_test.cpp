#include "base/outcome.hpp"

#include <gtest/gtest.h>

namespace lenkwerk {
namespace {

Outcome<int> half(int number) {
    if (number % 2 != 0) return refuse("test.odd", "number", {{"number", std::int64_t{number}}});
    return number / 2;
}

TEST(Outcome, holds_the_value_of_what_went_well) {
    auto const result = half(8);
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 4);
}

TEST(Outcome, names_rule_field_and_case_of_a_refusal) {
    auto const result = half(7);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.problems(), (Problems{{"test.odd", "number", {{"number", std::int64_t{7}}}}}));
}

TEST(Outcome, cannot_refuse_without_a_reason) { EXPECT_THROW(Outcome<int>(Problems{}), std::logic_error); }

}  // namespace
}  // namespace lenkwerk
