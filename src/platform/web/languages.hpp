#pragma once
// Which language a reader gets: ?sprache=, else the chosen one, else what the browser asks for, else the city's.
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::web {

// "en-GB, de;q=0.8" → the first of `known` that is asked for, by weight (RFC 9110, section 12.5.4); `known.front()`
// where none is.
std::string_view preferred_language(std::string_view accept_language, std::vector<std::string> const& known);

// The weight of a part of a list such as Accept-Encoding: "gzip;q=0.5" → name "gzip", weight 0.5. Without q it is 1.
struct Weighted {
    std::string_view name;
    double weight = 1;
};
Weighted weighted(std::string_view part);

}  // namespace lenkwerk::web
