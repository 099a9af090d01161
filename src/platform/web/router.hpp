#pragma once
// Finds the route of an address. A literal segment beats a parameter; where only the method is wrong, it says which are
// right.
#include "platform/module.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lenkwerk::web {

using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Match {
    Route const* route = nullptr;  // nothing found where null
    Parameters parameters;
    std::vector<Method> allowed;  // of the address, where the method is not among them
};

std::string_view word(Method method);  // "GET"

// Routes stay where they are: they outlive the router. The same method and shape twice throws std::logic_error at
// start.
class Router {
public:
    void add(Route const& route);
    // HEAD finds the route of GET.
    Match find(Method method, std::string_view path) const;
    std::vector<Route const*> const& routes() const { return routes_; }

private:
    struct Node {
        std::map<std::string, Node, std::less<>> literals;
        std::vector<Node> parameter;                                            // none or one
        std::vector<std::pair<Route const*, std::vector<std::string>>> routes;  // with the names of their parameters
    };
    Node const* walk(Node const& node, std::string_view path, std::vector<std::string_view>& values) const;

    Node root_;
    std::vector<Route const*> routes_;
};

}  // namespace lenkwerk::web
