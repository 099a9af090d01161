#include "platform/web/json.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::web {

using Json = nlohmann::ordered_json;

Json or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json or_null(std::optional<Day> const& day) { return day ? Json(day->iso()) : Json(nullptr); }
Json or_null(std::optional<Instant> const& instant) { return instant ? Json(iso(*instant)) : Json(nullptr); }
Json or_null(std::optional<double> const& number) { return number ? Json(*number) : Json(nullptr); }
Json or_null(std::optional<std::int64_t> const& number) { return number ? Json(*number) : Json(nullptr); }

Response kept_json(Json const& body) {
    auto response = Response::json(body.dump());
    response.caching = Caching::page_cache;
    return response;
}

}  // namespace lenkwerk::web
