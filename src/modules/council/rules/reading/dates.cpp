#include "modules/council/rules/reading/dates.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <array>

namespace lenkwerk::council::reading {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "maerz", "apr", "mai", "jun",
                                                      "jul", "aug", "sep",   "okt", "nov", "dez"};

class Scanner {
public:
    Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    std::size_t digits() const { return digits_; }
    std::optional<unsigned> number(std::size_t most) {
        unsigned value = 0;
        digits_ = 0;
        while (is_digit(at_) && digits_ < most) {
            value = value * 10 + static_cast<unsigned>(text_[at_++] - '0');
            ++digits_;
        }
        if (digits_ == 0 || is_digit(at_)) return std::nullopt;
        return value;
    }
    bool sign(char wanted) {
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }
    void blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    std::optional<unsigned> month_name() {
        auto const end = std::min(text_.find_first_of(" \t.0123456789", at_), text_.size());
        auto const name = folded_letters(text_.substr(at_, end - at_));
        for (unsigned i = 0; i < kMonths.size(); ++i) {
            if (name.size() < 3 || name.size() > 9 ||
                (!name.starts_with(kMonths[i]) && !(i == 2 && name.starts_with("mrz"))))
                continue;
            at_ = end;
            sign('.');
            return i + 1;
        }
        return std::nullopt;
    }

private:
    bool is_digit(std::size_t i) const { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; }

    std::string_view text_;
    std::size_t at_;
    std::size_t digits_ = 0;
};

std::optional<Day> day_of(unsigned year, unsigned month, unsigned day) {
    std::chrono::year_month_day const date{std::chrono::year(static_cast<int>(year < 100 ? year + 2000 : year)),
                                           std::chrono::month(month), std::chrono::day(day)};
    return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

bool is_year(Scanner const& scan) { return scan.digits() == 4 || scan.digits() == 2; }

// 2022-11-29
std::optional<DateFound> iso(std::string_view text, std::size_t begin) {
    Scanner scan(text, begin);
    auto const year = scan.number(4);
    if (!year || scan.digits() != 4 || !scan.sign('-')) return std::nullopt;
    auto const month = scan.number(2);
    if (!month || !scan.sign('-')) return std::nullopt;
    auto const day = scan.number(2);
    if (!day) return std::nullopt;
    return DateFound{begin, scan.at(), day_of(*year, *month, *day)};
}

// 29.11.2022, 29. 11. 2022, 29/11/2022
std::optional<DateFound> numeric(std::string_view text, std::size_t begin) {
    Scanner scan(text, begin);
    auto const day = scan.number(2);
    auto const separator = scan.sign('.') ? '.' : scan.sign('/') ? '/' : '\0';
    if (!day || separator == '\0') return std::nullopt;
    scan.blanks();
    auto const month = scan.number(2);
    if (!month || !scan.sign(separator)) return std::nullopt;
    scan.blanks();
    auto const year = scan.number(4);
    if (!year || !is_year(scan)) return std::nullopt;
    return DateFound{begin, scan.at(), day_of(*year, *month, *day)};
}

// 29. November 2022
std::optional<DateFound> spelled(std::string_view text, std::size_t begin) {
    Scanner scan(text, begin);
    auto const day = scan.number(2);
    if (!day || !scan.sign('.')) return std::nullopt;
    scan.blanks();
    auto const month = scan.month_name();
    if (!month) return std::nullopt;
    scan.blanks();
    auto const year = scan.number(4);
    if (!year || scan.digits() != 4) return std::nullopt;
    return DateFound{begin, scan.at(), day_of(*year, *month, *day)};
}

}  // namespace

std::optional<DateFound> find_date(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const starts_number =
            text[at] >= '0' && text[at] <= '9' && (at == 0 || text[at - 1] < '0' || text[at - 1] > '9');
        if (!starts_number || (at > 0 && (text[at - 1] == '.' || text[at - 1] == '-'))) continue;
        if (auto found = iso(text, at)) return found;
        if (auto found = numeric(text, at)) return found;
        if (auto found = spelled(text, at)) return found;
    }
    return std::nullopt;
}

}  // namespace lenkwerk::council::reading
