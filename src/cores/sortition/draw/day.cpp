#include <charconv>
#include <chrono>

#include "cores/sortition/draw/invite.hpp"

namespace lenkwerk::sortition::draw {
namespace {

int number(std::string_view digits) {
    int value = -1;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

}  // namespace

std::optional<Day> day_of(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    bool const iso = text[4] == '-' && text[7] == '-', german = text[2] == '.' && text[5] == '.';
    if (!iso && !german) return std::nullopt;
    int const year = number(iso ? text.substr(0, 4) : text.substr(6));
    int const month = number(iso ? text.substr(5, 2) : text.substr(3, 2));
    int const day = number(iso ? text.substr(8) : text.substr(0, 2));
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 0 || month < 0 || day < 0 || !date.ok()) return std::nullopt;
    return year * 10000 + month * 100 + day;
}

int age_on(Day today, Day born) { return (today - born) / 10000; }

}  // namespace lenkwerk::sortition::draw
