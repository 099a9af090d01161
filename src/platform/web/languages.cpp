#include "platform/web/languages.hpp"

#include "platform/web/encoding.hpp"

#include <algorithm>
#include <charconv>

namespace lenkwerk::web {
namespace {

bool asks_for(std::string_view range, std::string_view tag) {
    return same_ignoring_case(range.substr(0, range.find('-')), tag);
}

}  // namespace

Weighted weighted(std::string_view part) {
    Weighted result{.name = without_space_around(part.substr(0, part.find(';')))};
    auto const q = part.find("q=");
    if (q == std::string_view::npos) return result;
    auto const number = without_space_around(part.substr(q + 2));
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), result.weight);
    if (error != std::errc{} || result.weight < 0 || result.weight > 1) result.weight = 0;
    return result;
}

std::string_view preferred_language(std::string_view accept_language, std::vector<std::string> const& known) {
    std::string_view best = known.front();
    double best_weight = 0;
    each_part(accept_language, ',', [&](std::string_view part) {
        auto const wanted = weighted(part);
        if (wanted.weight <= best_weight) return;
        auto const found = std::ranges::find_if(known, [&](auto const& tag) { return asks_for(wanted.name, tag); });
        if (found == known.end()) return;
        best = *found;
        best_weight = wanted.weight;
    });
    return best;
}

}  // namespace lenkwerk::web
