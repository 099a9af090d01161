#include "platform/web/json_fields.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::web {
namespace {

using Json = nlohmann::json;
constexpr int kDeepest = 16;

std::string scalar(Json const& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "1" : "0";
    return value.dump();
}

void add(Fields& fields, std::string const& name, Json const& value) {
    if (value.is_null()) return;
    if (value.is_object())
        for (auto const& [key, inner] : value.items()) add(fields, name.empty() ? key : name + "." + key, inner);
    else if (value.is_array())
        for (auto const& inner : value) add(fields, name, inner);
    else
        fields.add(name, scalar(value));
}

// The parser itself is recursive only in our `add`, so the depth is bounded before anything is built.
bool keep(int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) throw std::length_error("JSON nested too deeply");
    return true;
}

}  // namespace

std::optional<Fields> fields_of_json(std::string_view body) {
    try {
        auto const parsed = Json::parse(body.begin(), body.end(), keep);
        if (!parsed.is_object()) return std::nullopt;
        Fields fields;
        add(fields, "", parsed);
        return fields;
    } catch (Json::exception const&) {
        return std::nullopt;
    } catch (std::length_error const&) {
        return std::nullopt;
    }
}

}  // namespace lenkwerk::web
