#pragma once
// What goes into a statement and what comes out: typed, NULL is never an empty string or a zero.
#include "base/audience.hpp"
#include "base/id.hpp"
#include "base/money.hpp"
#include "base/time.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lenkwerk::storage {

// The content of a file: a column of the type {{bytes}}.
struct Bytes {
    std::string content;
    bool operator==(Bytes const&) const = default;
};

using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, Bytes>;

inline Value value_of(std::nullptr_t) { return nullptr; }
inline Value value_of(bool flag) { return std::int64_t{flag}; }
template <std::integral I> Value value_of(I number) { return static_cast<std::int64_t>(number); }
inline Value value_of(double number) { return number; }
inline Value value_of(std::string text) { return text; }
inline Value value_of(std::string_view text) { return std::string(text); }
inline Value value_of(char const* text) { return std::string(text); }
inline Value value_of(Bytes bytes) { return bytes; }
inline Value value_of(Instant instant) { return instant.milliseconds; }
inline Value value_of(Day day) { return day.iso(); }
inline Value value_of(Cents cents) { return cents.value; }
inline Value value_of(Audience const& audience) { return audience.text(); }
inline Value value_of(Viewer const& viewer) { return viewer.text(); }
template <class Tag> Value value_of(Id<Tag> id) { return id.value; }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored \
    "-Wmaybe-uninitialized"  // GCC 12 warns of the value of an empty optional under sanitizers
template <class T> Value value_of(std::optional<T> const& maybe) {
    if (maybe.has_value()) return value_of(*maybe);
    return nullptr;
}
#pragma GCC diagnostic pop

// The values of $1, $2, … in order: `{id, title}`.
class Args {
public:
    Args() = default;
    template <class... A> Args(A const&... values) : values_{value_of(values)...} {}
    std::vector<Value> const& values() const { return values_; }

private:
    std::vector<Value> values_;
};

// One row under the cursor; valid only inside the function that receives it. Columns count from 0.
// A wrong type and an unexpected NULL are faults of the program: std::logic_error names the column.
class Row {
public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t number(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string text(int column) const = 0;
    virtual Bytes bytes(int column) const = 0;

    bool flag(int column) const { return number(column) != 0; }
    Instant instant(int column) const { return {number(column)}; }
    Cents cents(int column) const { return {number(column)}; }
    Day day(int column) const { return Day::parse(text(column)).value(); }
    Audience audience(int column) const { return Audience::stored(text(column)); }
    template <class TheId> TheId id(int column) const { return TheId{number(column)}; }

    std::optional<std::int64_t> maybe_number(int column) const { return maybe(column, &Row::number); }
    std::optional<double> maybe_real(int column) const { return maybe(column, &Row::real); }
    std::optional<std::string> maybe_text(int column) const { return maybe(column, &Row::text); }
    std::optional<Bytes> maybe_bytes(int column) const { return maybe(column, &Row::bytes); }
    std::optional<Instant> maybe_instant(int column) const { return maybe(column, &Row::instant); }
    std::optional<Cents> maybe_cents(int column) const { return maybe(column, &Row::cents); }
    std::optional<Day> maybe_day(int column) const { return maybe(column, &Row::day); }
    template <class TheId> std::optional<TheId> maybe_id(int column) const {
        return is_null(column) ? std::nullopt : std::optional{TheId{number(column)}};
    }

private:
    template <class T> std::optional<T> maybe(int column, T (Row::*get)(int) const) const {
        return is_null(column) ? std::nullopt : std::optional<T>{(this->*get)(column)};
    }
};

}  // namespace lenkwerk::storage
