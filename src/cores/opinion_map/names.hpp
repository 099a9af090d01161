#pragma once
// Names of participants and statements as they stand in a file, each with the number it has inside.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lenkwerk::opinion_map {

// The value of a whole number in its one plain spelling ("7", not "07" or "+7"), at most 15 digits; nothing for other
// texts.
std::optional<std::int64_t> plain_number(std::string_view text);

// Numbers before texts, numbers by value, texts by their bytes: an order that does not depend on who came first.
bool in_natural_order(std::string_view first, std::string_view second);

// The positions of `names` in natural order.
std::vector<std::uint32_t> natural_order(std::vector<std::string> const& names);

// `order` turned round: where each entry went.
std::vector<std::uint32_t> ranks_of(std::vector<std::uint32_t> const& order);

class NameIndex {
public:
    // The number of a name, a new one for a name not seen before. Numbers count from 0 in order of arrival.
    std::uint32_t number_of(std::string_view name);
    std::optional<std::uint32_t> find(std::string_view name) const;
    std::vector<std::string> const& names() const { return names_; }
    std::size_t size() const { return names_.size(); }

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::uint32_t append(std::string_view name);

    std::vector<std::string> names_;
    // Most files number their people: a table by value answers ten million look-ups without hashing. 0: not seen; else
    // number + 1.
    std::vector<std::uint32_t> small_numbers_;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> texts_;
};

}  // namespace lenkwerk::opinion_map
