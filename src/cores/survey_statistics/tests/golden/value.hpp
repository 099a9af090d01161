#pragma once
// What an expression of a reference case evaluates to.
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cores/survey_statistics/domains.hpp"
#include "cores/survey_statistics/tests/golden/syntax.hpp"

namespace lenkwerk::survey_statistics::golden {

using Json = nlohmann::ordered_json;  // the order of coefficients tells which is which

struct Null {};

// Numbers and truth values (0, 1, NaN) with optional names.
struct Numbers {
    std::vector<double> values;
    std::vector<std::string> names = {};
    bool truth = false;
};
struct Texts {
    std::vector<std::string> values;
    std::vector<std::string> names = {};
};
struct Labelled {  // a matrix with labels
    Matrix matrix;
    std::vector<std::string> rows;
    std::vector<std::string> columns;
};

struct Value;
struct List {
    std::vector<Value> values;
    std::vector<std::string> names = {};
};

using Column = std::variant<std::vector<double>, Factor>;
// A data set: every column of the same length.
struct Frame {
    std::size_t rows = 0;
    std::map<std::string, Column> columns;
    std::vector<std::string> order;
};
using FramePtr = std::shared_ptr<Frame const>;

struct DesignValue {
    FramePtr frame;
    ProbabilitySample sample;
    bool fitted = false;  // to population figures: a subset then keeps all rows, as the reference counts them
    std::vector<std::uint8_t> inside = {};
    // Rows as the reference counts them.
    std::size_t counted() const;
};

struct Statistic {  // svystat, svrepstat
    Estimates estimates;
    std::optional<std::vector<double>> design_effects = {};
};
struct ByDomain {  // svyby
    std::vector<std::string> by;
    DomainEstimates domains;
    bool with_covariance = false;
    std::optional<std::vector<double>> design_effects = {};
};
using JsonPtr = std::shared_ptr<Json const>;  // a result that nothing reads further
struct Quoted {
    Tree tree;
};
class Scope;
struct Closure {
    Tree function;
    std::shared_ptr<Scope> scope;
};

struct Value {
    std::variant<Null, Numbers, Texts, Labelled, List, Factor, FramePtr, DesignValue, Statistic, ByDomain, Quoted,
                 Closure, JsonPtr>
        is = Null{};
};

class Undefined : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <class T> T const& as(Value const& value, char const* what) {
    if (auto const* held = std::get_if<T>(&value.is)) return *held;
    throw Undefined(std::string("expected ") + what);
}
template <class T> T as(Value&& value, char const* what) { return as<T>(static_cast<Value const&>(value), what); }
std::vector<double> numbers_of(Value const& value);
double number_of(Value const& value);
std::vector<std::string> texts_of(Value const& value);
std::string text_of(Value const& value);
bool is_true(Value const& value);
std::vector<std::string> names_of(Value const& value);

Value as_result(Json json);
// The value in the form in which the reference's results are kept; NaN becomes null.
Json json_of(Value const& value);

// Variables of an expression's surroundings; the first defined scope outwards wins.
class Scope {
public:
    explicit Scope(std::shared_ptr<Scope> outer = nullptr) : outer_(std::move(outer)) {}
    void set(std::string const& name, Value value) { values_[name] = std::move(value); }
    void forget() { values_.clear(); }  // a function that stands in the scope it was made in holds that scope
    Value const* find(std::string const& name) const {
        auto const found = values_.find(name);
        if (found != values_.end()) return &found->second;
        return outer_ ? outer_->find(name) : nullptr;
    }

private:
    std::map<std::string, Value> values_;
    std::shared_ptr<Scope> outer_;
};

}  // namespace lenkwerk::survey_statistics::golden
