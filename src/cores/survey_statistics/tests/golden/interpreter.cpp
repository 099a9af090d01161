#include "cores/survey_statistics/tests/golden/interpreter.hpp"

#include <cmath>

namespace lenkwerk::survey_statistics::golden {
namespace {

Value column_value(Column const& column) {
    if (auto const* numbers = std::get_if<std::vector<double>>(&column)) return {Numbers{*numbers, {}, false}};
    return {std::get<Factor>(column)};
}

}  // namespace

Tree Call::tree(std::string_view name, std::size_t place) const {
    std::size_t unnamed = 0;
    Tree found;
    for (auto const& argument : node_.arguments) {
        if (!argument.name.empty()) {
            if (!name.empty() && argument.name == name) return argument.value;
            continue;
        }
        if (unnamed++ == place) found = argument.value;
    }
    return found;
}

Value Call::value(std::string_view name, std::size_t place) const {
    auto const found = tree(name, place);
    if (!found) throw Undefined(node_.word + ": argument missing: " + std::string(name));
    return interpreter_.evaluate(*found, scope_);
}

double Call::number(std::string_view name, double otherwise, std::size_t place) const {
    return has(name, place) ? number_of(value(name, place)) : otherwise;
}

std::string Call::text(std::string_view name, std::string otherwise, std::size_t place) const {
    return has(name, place) ? text_of(value(name, place)) : otherwise;
}

DesignValue Call::design(std::string_view name, std::size_t place) const {
    return as<DesignValue>(value(name, place), "a design");
}

Value Interpreter::variable(std::string const& name, std::shared_ptr<Scope> const& scope) {
    if (auto const* known = scope->find(name)) return *known;
    auto const definition = definitions_.find(name);
    if (definition == definitions_.end()) throw Undefined("unknown name: " + name);
    auto value = evaluate(*parse(definition->second), top_);
    top_->set(name, value);
    return value;
}

Value Interpreter::apply(Value const& function, std::vector<Value> arguments, std::shared_ptr<Scope> const& scope) {
    auto const& closure = as<Closure>(function, "a function");
    auto inner = std::make_shared<Scope>(closure.scope);
    auto const& parameters = closure.function->arguments;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (i < arguments.size())
            inner->set(parameters[i].name, arguments[i]);
        else if (parameters[i].value)
            inner->set(parameters[i].name, evaluate(*parameters[i].value, scope));
    }
    return evaluate(*closure.function->body, inner);
}

Value Interpreter::call(Node const& node, std::shared_ptr<Scope> const& scope) {
    Call const request(*this, node, scope);
    if (node.callee) {
        std::vector<Value> arguments;
        for (auto const& argument : node.arguments) arguments.push_back(evaluate(*argument.value, scope));
        return apply(evaluate(*node.callee, scope), std::move(arguments), scope);
    }
    auto const builtin = builtins_.find(node.word);
    if (builtin != builtins_.end()) return builtin->second(request);
    std::vector<Value> arguments;
    for (auto const& argument : node.arguments) arguments.push_back(evaluate(*argument.value, scope));
    return apply(variable(node.word, scope), std::move(arguments), scope);
}

Value Interpreter::evaluate(Node const& node, std::shared_ptr<Scope> const& scope) {
    switch (node.kind) {
        case Node::Kind::number: return {Numbers{{node.number}}};
        case Node::Kind::text: return {Texts{{node.word}}};
        case Node::Kind::function: return {Closure{std::make_shared<Node>(node), scope}};
        case Node::Kind::call: return call(node, scope);
        case Node::Kind::name: break;
    }
    if (node.word == "TRUE") return {Numbers{{1}, {}, true}};
    if (node.word == "FALSE") return {Numbers{{0}, {}, true}};
    if (node.word == "NULL") return {};
    if (node.word == "Inf") return {Numbers{{std::numeric_limits<double>::infinity()}}};
    return variable(node.word, scope);
}

Value in_frame(Call const& call, Node const& node, FramePtr const& frame) {
    auto scope = std::make_shared<Scope>(call.scope());
    for (auto const& [name, column] : frame->columns) scope->set(name, column_value(column));
    return call.interpreter().evaluate(node, scope);
}

}  // namespace lenkwerk::survey_statistics::golden
