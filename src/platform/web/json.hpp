#pragma once
// What the JSON answers of all modules share: where nothing is said stands null, and a read may be kept as a page is.
#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/web/http.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace lenkwerk::web {

nlohmann::ordered_json or_null(std::string const& text);  // null where it is empty
nlohmann::ordered_json or_null(std::optional<Day> const& day);
nlohmann::ordered_json or_null(std::optional<Instant> const& instant);
nlohmann::ordered_json or_null(std::optional<double> const& number);
nlohmann::ordered_json or_null(std::optional<std::int64_t> const& number);

template <class Tag> std::optional<std::int64_t> value_of(std::optional<Id<Tag>> const& id) {
    return id ? std::optional{id->value} : std::nullopt;
}

// An answer that visitors get from the page cache until a table changes of which it was made.
Response kept_json(nlohmann::ordered_json const& body);

}  // namespace lenkwerk::web
