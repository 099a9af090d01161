#include "cores/opinion_map/names.hpp"

#include <algorithm>
#include <limits>

namespace lenkwerk::opinion_map {
namespace {

constexpr std::size_t kMostDigits = 15;
constexpr std::int64_t kSmallNumbers = 1 << 22;

bool is_digit(char character) { return character >= '0' && character <= '9'; }

std::optional<std::size_t> small_number(std::string_view name) {
    auto const number = plain_number(name);
    if (!number || *number < 0 || *number >= kSmallNumbers) return std::nullopt;
    return static_cast<std::size_t>(*number);
}

}  // namespace

std::optional<std::int64_t> plain_number(std::string_view text) {
    auto const negative = text.starts_with('-');
    auto const digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
    if (digits.front() == '0' && text.size() > 1) return std::nullopt;
    std::int64_t value = 0;
    for (char const digit : digits) {
        if (!is_digit(digit)) return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return negative ? -value : value;
}

bool in_natural_order(std::string_view first, std::string_view second) {
    auto const one = plain_number(first);
    auto const other = plain_number(second);
    if (one && other) return *one < *other;
    if (one || other) return one.has_value();
    return first < second;
}

std::vector<std::uint32_t> natural_order(std::vector<std::string> const& names) {
    // Numbers are read once, not at every comparison; texts stand behind all of them and are compared as such.
    constexpr auto kText = std::numeric_limits<std::int64_t>::max();
    std::vector<std::pair<std::int64_t, std::uint32_t>> order;
    order.reserve(names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) order.emplace_back(plain_number(names[i]).value_or(kText), i);
    std::sort(order.begin(), order.end(), [&](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : a.first == kText && names[a.second] < names[b.second];
    });
    std::vector<std::uint32_t> places;
    places.reserve(order.size());
    for (auto const& [number, place] : order) places.push_back(place);
    return places;
}

std::vector<std::uint32_t> ranks_of(std::vector<std::uint32_t> const& order) {
    std::vector<std::uint32_t> ranks(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
    return ranks;
}

std::uint32_t NameIndex::append(std::string_view name) {
    names_.emplace_back(name);
    return static_cast<std::uint32_t>(names_.size() - 1);
}

std::uint32_t NameIndex::number_of(std::string_view name) {
    auto const small = small_number(name);
    if (!small) {
        if (auto const known = texts_.find(name); known != texts_.end()) return known->second;
        return texts_.emplace(std::string(name), append(name)).first->second;
    }
    if (*small >= small_numbers_.size()) small_numbers_.resize(std::max(*small + 1, 2 * small_numbers_.size()), 0);
    auto& entry = small_numbers_[*small];
    if (entry == 0) entry = append(name) + 1;
    return entry - 1;
}

std::optional<std::uint32_t> NameIndex::find(std::string_view name) const {
    auto const small = small_number(name);
    if (!small) {
        auto const known = texts_.find(name);
        return known == texts_.end() ? std::nullopt : std::optional(known->second);
    }
    if (*small >= small_numbers_.size() || small_numbers_[*small] == 0) return std::nullopt;
    return small_numbers_[*small] - 1;
}

}  // namespace lenkwerk::opinion_map
