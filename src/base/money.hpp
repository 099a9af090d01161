#pragma once
// Money in whole cents; how it is written, the reader's language says (platform/i18n).
#include <compare>
#include <cstdint>

namespace lenkwerk {

struct Cents {
    std::int64_t value = 0;
    Cents operator+(Cents other) const { return {value + other.value}; }
    Cents operator-(Cents other) const { return {value - other.value}; }
    auto operator<=>(Cents const&) const = default;
};

}  // namespace lenkwerk
