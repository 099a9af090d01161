#include "base/audience.hpp"

#include <algorithm>
#include <stdexcept>

namespace lenkwerk {
namespace {

bool is_body(std::string_view text) {
    auto const id = text.substr(0, 5) == "body:" ? text.substr(5) : std::string_view{};
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view word(Visibility visibility) {
    switch (visibility) {
        case Visibility::body: return "body";
        case Visibility::administration: return "administration";
        case Visibility::everyone: return "public";
    }
    throw std::logic_error("unknown visibility");
}

std::optional<Visibility> visibility_of(std::string_view text) {
    for (auto const visibility : {Visibility::body, Visibility::administration, Visibility::everyone})
        if (word(visibility) == text) return visibility;
    return std::nullopt;
}

Audience Audience::stored(std::string_view text) {
    if (!visibility_of(text) && !is_body(text)) throw std::invalid_argument("no audience: " + std::string(text));
    return Audience{std::string(text)};
}

Visibility Audience::visibility() const { return visibility_of(text_).value_or(Visibility::body); }

Viewer Viewer::insider(std::vector<std::int64_t> const& bodies) {
    std::string text = bodies.empty() ? "public administration" : "public administration body";
    for (auto const body : bodies) text += " body:" + std::to_string(body);
    return Viewer{text};
}

bool Viewer::may_see(std::string_view viewer, std::string_view audience) {
    if (viewer == "*") return true;
    while (!viewer.empty()) {
        auto const end = viewer.find(' ');
        if (viewer.substr(0, end) == audience) return true;
        viewer = end == std::string_view::npos ? std::string_view{} : viewer.substr(end + 1);
    }
    return false;
}

}  // namespace lenkwerk
