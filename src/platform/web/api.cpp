#include "platform/web/api.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::web {

bool is_api(std::string_view path) { return path.starts_with("/api/"); }

Response refused(i18n::Locale const& locale, Problems const& problems, int status) {
    auto list = nlohmann::json::array();
    for (auto const& problem : problems)
        list.push_back({{"key", problem.key}, {"field", problem.field}, {"message", locale.explain(problem)}});
    return Response::json(nlohmann::json{{"problems", std::move(list)}}.dump(), status);
}

Response created(std::string const& address) {
    auto response = Response::json(nlohmann::json{{"address", address}}.dump(), 201);
    return response.with("location", address);
}

}  // namespace lenkwerk::web
