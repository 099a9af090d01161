#pragma once
// Amounts of money as German papers write them.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

// What a bare number counts: a column headed "in T€" counts thousands.
enum class Currency { required, implied };

struct AmountFound {
    std::size_t begin = 0, end = 0;  // bytes in the text
    std::int64_t cents = 0;
};

// 50.000,- € · 1.234,56 EUR · EUR 50 000 · 2 Mio. € · 50 T€ · 0,5 Mio. Euro · -300 €. Whole cents only; what does not fit
// into 64 bits or is no German number (1,234,567) is no amount.
// `scale`: factor of a bare number (1 or 1,000 or 1,000,000).
std::vector<AmountFound> find_amounts(std::string_view text, Currency currency, std::int64_t scale = 1);

// The whole text is one amount.
std::optional<std::int64_t> amount(std::string_view text, std::int64_t scale);

}  // namespace lenkwerk::council::reading
