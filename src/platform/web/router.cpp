#include "platform/web/router.hpp"

namespace lenkwerk::web {
namespace {

// Takes the first segment off "/a/b"; the rest is "/b" or empty.
std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    auto const end = std::min(path.find('/'), path.size());
    auto const segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

}  // namespace

std::string_view word(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::remove: return "DELETE";
        case Method::options: return "OPTIONS";
    }
    throw std::logic_error("unknown method");
}

void Router::add(Route const& route) {
    Node* node = &root_;
    std::vector<std::string> names;
    std::string_view rest = route.pattern;
    if (!rest.starts_with('/')) throw std::logic_error("a route's pattern begins with /: " + route.pattern);
    while (!rest.empty()) {
        auto const segment = take_segment(rest);
        if (segment.starts_with('{') && segment.ends_with('}')) {
            names.emplace_back(segment.substr(1, segment.size() - 2));
            if (node->parameter.empty()) node->parameter.emplace_back();
            node = &node->parameter.front();
        } else {
            node = &node->literals[std::string(segment)];
        }
    }
    for (auto const& [other, _] : node->routes)
        if (other->method == route.method)
            throw std::logic_error("two routes for one address: " + route.pattern + " and " + other->pattern);
    node->routes.emplace_back(&route, std::move(names));
    routes_.push_back(&route);
}

Router::Node const* Router::walk(Node const& node, std::string_view path, std::vector<std::string_view>& values) const {
    if (path.empty()) return node.routes.empty() ? nullptr : &node;
    auto const segment = take_segment(path);
    if (auto const literal = node.literals.find(segment); literal != node.literals.end())
        if (auto const* found = walk(literal->second, path, values)) return found;
    if (node.parameter.empty() || segment.empty()) return nullptr;
    values.push_back(segment);
    if (auto const* found = walk(node.parameter.front(), path, values)) return found;
    values.pop_back();
    return nullptr;
}

Match Router::find(Method method, std::string_view path) const {
    Match match;
    std::vector<std::string_view> values;
    Node const* const node = path.starts_with('/') ? walk(root_, path, values) : nullptr;
    if (!node) return match;
    auto const wanted = method == Method::head ? Method::get : method;
    for (auto const& [route, names] : node->routes) {
        match.allowed.push_back(route->method);
        if (route->method != wanted) continue;
        match.route = route;
        for (std::size_t i = 0; i < names.size(); ++i) match.parameters.emplace_back(names[i], values[i]);
    }
    return match;
}

}  // namespace lenkwerk::web
