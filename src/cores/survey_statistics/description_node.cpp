#include "cores/survey_statistics/description_node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/survey_columns.hpp"

namespace lenkwerk::survey_statistics {
namespace {

// "items[1].name"
std::string path_of(std::vector<std::string> const& steps) {
    std::string path;
    for (auto const& step : steps) {
        bool const is_entry = !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
        if (is_entry && !path.empty()) {
            path += "[" + step + "]";
        } else {
            path += (path.empty() ? "" : ".") + step;
        }
    }
    return path;
}

Problems invalid(std::vector<std::string> const& steps, std::string expected) {
    return refuse("survey.description.member_invalid", path_of(steps), {{"expected", std::move(expected)}});
}

}  // namespace

Node::Node(Json const& json, std::vector<std::string> steps) : json_(json), steps_(std::move(steps)) {
    if (!json_.is_object()) throw Unfit{invalid(steps_, "an object").front(), steps_};
}

void Node::allow(std::set<std::string> const& known) const {
    std::string list;
    for (auto const& name : known) list += (list.empty() ? "there are " : ", ") + name;
    for (auto const& name : names()) {
        if (known.contains(name)) continue;
        auto const problems = refuse("survey.description.member_unknown", path_of(below(name)), {{"known", list}});
        throw Unfit{problems.front(), below(name)};
    }
}

bool Node::has(std::string const& name) const { return json_.contains(name); }

std::vector<std::string> Node::names() const {
    std::vector<std::string> result;
    for (auto const& [name, value] : json_.items()) result.push_back(name);
    return result;
}

Node::Json const& Node::at(std::string const& name) const {
    if (has(name)) return json_[name];
    throw Unfit{refuse("survey.description.member_missing", path_of(below(name))).front(), below(name)};
}

std::vector<std::string> Node::below(std::string const& name) const {
    auto steps = steps_;
    steps.push_back(name);
    return steps;
}

void Node::unfit(std::string const& name, std::string expected) const {
    throw Unfit{invalid(below(name), std::move(expected)).front(), below(name)};
}

Node Node::node(std::string const& name) const { return {at(name), below(name)}; }

std::vector<Node> Node::list(std::string const& name) const {
    std::vector<Node> nodes;
    if (!has(name)) return nodes;
    if (!at(name).is_array()) unfit(name, "a list");
    for (auto const& entry : at(name)) {
        auto steps = below(name);
        steps.push_back(std::to_string(nodes.size()));
        nodes.emplace_back(entry, std::move(steps));
    }
    return nodes;
}

std::string Node::text(std::string const& name) const {
    if (!at(name).is_string()) unfit(name, "a text");
    return at(name).get<std::string>();
}

std::string Node::text(std::string const& name, std::string otherwise) const {
    return has(name) ? text(name) : std::move(otherwise);
}

bool Node::is_text(std::string const& name) const { return at(name).is_string(); }

std::vector<std::string> Node::texts(std::string const& name) const {
    std::vector<std::string> result;
    if (!has(name)) return result;
    if (!at(name).is_array()) unfit(name, "a list of texts");
    for (auto const& entry : at(name)) {
        if (!entry.is_string()) unfit(name, "a list of texts");
        result.push_back(entry.get<std::string>());
    }
    return result;
}

double Node::number(std::string const& name) const {
    if (!at(name).is_number() || !is_computable(at(name).get<double>()))
        unfit(name, "a number from 1e-15 to 1e15 in size");
    return at(name).get<double>();
}

std::vector<double> Node::numbers(std::string const& name) const {
    std::vector<double> result;
    if (!has(name)) return result;
    if (!at(name).is_array()) unfit(name, "a list of numbers");
    for (auto const& entry : at(name)) {
        if (!entry.is_number() || !is_computable(entry.get<double>())) unfit(name, "a list of numbers");
        result.push_back(entry.get<double>());
    }
    return result;
}

std::uint64_t Node::whole(std::string const& name, std::uint64_t least, std::uint64_t most) const {
    auto const& value = at(name);
    bool const fits =
        value.is_number_unsigned() && value.get<std::uint64_t>() >= least && value.get<std::uint64_t>() <= most;
    if (!fits) unfit(name, fmt::format("a whole number from {} to {}", least, most));
    return value.get<std::uint64_t>();
}

bool Node::flag(std::string const& name, bool otherwise) const {
    if (!has(name)) return otherwise;
    if (!at(name).is_boolean()) unfit(name, "true or false");
    return at(name).get<bool>();
}

}  // namespace lenkwerk::survey_statistics
