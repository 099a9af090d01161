#pragma once
// What a reader reads: messages, dates, numbers and money in one language and time zone. All formatting of the product
// goes through here.
#include "base/money.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::i18n {

enum class DayStyle { numeric, words };  // 08.11.2022 · 8. November 2022

class Locale {
public:
    Locale(std::string tag, std::string time_zone);
    ~Locale();
    Locale(Locale&&) noexcept;

    std::string const& tag() const;  // "de"
    // The message of `key`. An unknown key or a missing argument is a fault of the program: std::logic_error names it.
    std::string text(std::string_view key) const;
    std::string text(std::string_view key, MessageArguments const& arguments) const;
    std::string explain(Problem const& problem) const { return text(problem.key, problem.arguments); }
    bool knows(std::string_view key) const;
    bool is_plain(std::string_view key) const;  // known, and without arguments
    std::vector<std::string> keys() const;      // all, in order
    bool is_right_to_left() const;

    std::string day(Day day, DayStyle style = DayStyle::numeric) const;
    std::string moment(Instant instant) const;  // 08.11.2022, 14:30 Uhr
    std::string time(Instant instant) const;    // 14:30 Uhr
    std::string number(std::int64_t number) const;
    std::string real(double number, int digits) const;
    std::string percent(double share, int digits = 0) const;        // 0.5 → 50 %
    std::string money(Cents cents) const;                           // 50.000,00 €
    std::string list(std::vector<std::string> const& items) const;  // a, b und c
    Day day_of(Instant instant) const;                              // in the city's time zone
    Instant start_of(Day day) const;                                // midnight in the city's time zone
    // Order of names as readers expect it (Ä beside A): negative, 0, positive.
    int compare(std::string_view left, std::string_view right) const;

    // One JSON object of key → ICU message; keys of several modules add up; a key twice, and a
    // message that ICU cannot read, is refused by std::invalid_argument. All are added before the first is shown.
    void add(std::string_view json);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lenkwerk::i18n
