#pragma once
// A value, or the reasons why the domain refuses. Failures of the machine are exceptions, not Outcomes.
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lenkwerk {

// What a message says of this case: a number is formatted by the reader's locale, a text stands as it is.
using MessageValue = std::variant<std::int64_t, double, std::string>;
struct MessageArgument {
    std::string name;
    MessageValue value;
    bool operator==(MessageArgument const&) const = default;
};
using MessageArguments = std::vector<MessageArgument>;

// `key` names the rule, its message in every locale, and its test: one grep finds all three.
// `field` is the name of the form field (and of the JSON member) that the reader has to change; empty: the whole form.
struct Problem {
    std::string key;
    std::string field = {};
    MessageArguments arguments = {};
    bool operator==(Problem const&) const = default;
};
using Problems = std::vector<Problem>;

inline Problems refuse(std::string key, std::string field = {}, MessageArguments arguments = {}) {
    return {{std::move(key), std::move(field), std::move(arguments)}};
}

// The value of a command that has nothing to give back.
struct Done {
    bool operator==(Done const&) const = default;
};

template <class T> class [[nodiscard]] Outcome {
public:
    Outcome(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Outcome(Problems problems) : state_(std::in_place_index<1>, std::move(problems)) {
        if (std::get<1>(state_).empty()) throw std::logic_error("an Outcome refuses without a reason");
    }

    explicit operator bool() const { return state_.index() == 0; }
    T& operator*() & { return std::get<0>(state_); }
    T const& operator*() const& { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    T* operator->() { return &std::get<0>(state_); }
    T const* operator->() const { return &std::get<0>(state_); }
    Problems const& problems() const { return std::get<1>(state_); }

private:
    std::variant<T, Problems> state_;
};

}  // namespace lenkwerk
