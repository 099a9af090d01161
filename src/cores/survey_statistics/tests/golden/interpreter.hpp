#pragma once
// Evaluates the expressions of a reference case with the functions of this library.
#include <functional>

#include "cores/survey_statistics/tests/golden/value.hpp"

namespace lenkwerk::survey_statistics::golden {

class Interpreter;

// A call with its arguments not yet evaluated: formulas and conditions are read in the columns of a design.
class Call {
public:
    Call(Interpreter& interpreter, Node const& node, std::shared_ptr<Scope> scope)
        : interpreter_(interpreter), node_(node), scope_(std::move(scope)) {}

    Interpreter& interpreter() const { return interpreter_; }
    std::shared_ptr<Scope> const& scope() const { return scope_; }
    Node const& node() const { return node_; }
    std::size_t size() const { return node_.arguments.size(); }

    // The argument of this name, or the one at this place among those without a name; null where there is none.
    Tree tree(std::string_view name, std::size_t place) const;
    bool has(std::string_view name, std::size_t place = kByNameOnly) const { return tree(name, place) != nullptr; }
    Value value(std::string_view name, std::size_t place = kByNameOnly) const;
    Value value(std::size_t place) const { return value("", place); }
    double number(std::string_view name, double otherwise, std::size_t place = kByNameOnly) const;
    std::string text(std::string_view name, std::string otherwise, std::size_t place = kByNameOnly) const;
    DesignValue design(std::string_view name, std::size_t place) const;

    static constexpr std::size_t kByNameOnly = static_cast<std::size_t>(-1);

private:
    Interpreter& interpreter_;
    Node const& node_;
    std::shared_ptr<Scope> scope_;
};

using Builtin = std::function<Value(Call const&)>;
using Builtins = std::map<std::string, Builtin>;

class Interpreter {
public:
    // `definitions`: names whose value is computed when it is first asked for.
    Interpreter(Builtins builtins, std::map<std::string, std::string> definitions)
        : builtins_(std::move(builtins)), definitions_(std::move(definitions)), top_(std::make_shared<Scope>()) {}

    ~Interpreter() { top_->forget(); }
    Interpreter(Interpreter const&) = delete;
    Interpreter& operator=(Interpreter const&) = delete;

    Value evaluate(std::string const& text) { return evaluate(*parse(text), top_); }
    Value evaluate(Node const& node, std::shared_ptr<Scope> const& scope);
    Value apply(Value const& function, std::vector<Value> arguments, std::shared_ptr<Scope> const& scope);
    std::shared_ptr<Scope> const& top() const { return top_; }
    void define(std::string const& name, std::string text) { definitions_[name] = std::move(text); }

private:
    Value variable(std::string const& name, std::shared_ptr<Scope> const& scope);
    Value call(Node const& node, std::shared_ptr<Scope> const& scope);

    Builtins builtins_;
    std::map<std::string, std::string> definitions_;
    std::shared_ptr<Scope> top_;
};

// The expression read in the columns of a data set.
Value in_frame(Call const& call, Node const& node, FramePtr const& frame);

}  // namespace lenkwerk::survey_statistics::golden
