#include "platform/web/encoding.hpp"
#include "platform/web/http.hpp"
#include "platform/web/json_fields.hpp"
#include "platform/web/multipart.hpp"

#include <algorithm>

namespace lenkwerk::web {
namespace {

std::string unix_line_ends(std::string_view text) {
    std::string unified;
    unified.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            unified += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else {
            unified += text[i];
        }
    }
    return unified;
}

std::optional<Fields> from_urlencoded(std::string_view encoded) {
    Fields fields;
    bool whole = true;
    each_part(encoded, '&', [&](std::string_view pair) {
        if (pair.empty()) return;
        auto const equals = pair.find('=');
        auto const name = percent_decode(pair.substr(0, equals), Plus::is_space);
        auto const value = equals == std::string_view::npos ? std::optional<std::string>{""}
                                                            : percent_decode(pair.substr(equals + 1), Plus::is_space);
        if (name && value)
            fields.add(*name, *value);
        else
            whole = false;
    });
    return whole ? std::optional{std::move(fields)} : std::nullopt;
}

auto named(std::string_view name) {
    return [name](auto const& entry) { return entry.first == name; };
}

}  // namespace

Fields Fields::from_query(std::string_view encoded) { return from_urlencoded(encoded).value_or(Fields{}); }

std::optional<Fields> Fields::from_body(std::string_view content_type, std::string_view body) {
    auto const type = lower_case(without_space_around(content_type.substr(0, content_type.find(';'))));
    if (type == "application/x-www-form-urlencoded") return from_urlencoded(body);
    if (type == "multipart/form-data") return fields_of_multipart(content_type, body);
    if (type == "application/json") return fields_of_json(body);
    if (type.empty() && body.empty()) return Fields{};
    return std::nullopt;
}

void Fields::add(std::string name, std::string value) { values_.emplace_back(std::move(name), std::move(value)); }

void Fields::add(std::string name, Upload upload) { uploads_.emplace_back(std::move(name), std::move(upload)); }

bool Fields::has(std::string_view name) const { return std::ranges::any_of(values_, named(name)); }

std::string Fields::raw(std::string_view name) const {
    auto const found = std::ranges::find_if(values_, named(name));
    return found == values_.end() ? std::string{} : found->second;
}

std::string Fields::text(std::string_view name) const { return unix_line_ends(without_space_around(raw(name))); }

std::optional<std::string> Fields::maybe_text(std::string_view name) const {
    auto value = text(name);
    return value.empty() ? std::nullopt : std::optional{std::move(value)};
}

std::vector<std::string> Fields::all(std::string_view name) const {
    std::vector<std::string> found;
    for (auto const& [key, value] : values_)
        if (key == name) found.push_back(value);
    return found;
}

Upload const* Fields::upload(std::string_view name) const {
    auto const found = std::ranges::find_if(uploads_, named(name));
    return found == uploads_.end() ? nullptr : &found->second;
}

}  // namespace lenkwerk::web
