#pragma once
// A map as JSON (docs/api/opinions.md says what each member means). No member is ever NaN: what is undefined is null
// and `notes` says why.
#include <nlohmann/json_fwd.hpp>

#include "cores/opinion_map/map.hpp"

namespace lenkwerk::opinion_map {

nlohmann::json to_json(OpinionMap const& map);

// Said wherever the numbers of groups are shown.
inline constexpr char const* kDescriptiveOnly =
    "Descriptive only: found groups are made from the same votes that are compared here, and participants chose "
    "themselves to take part; z values order statements, they are no tests, and nothing here is an estimate for a "
    "population.";

}  // namespace lenkwerk::opinion_map
