#include "platform/mail/mime_encoding.hpp"

#include "platform/html/url.hpp"

#include <algorithm>
#include <stdexcept>

#include <sodium.h>

namespace lenkwerk::mail {

namespace {

constexpr std::size_t kLongestLine = 76;

bool is_plain(std::string_view text) {
    return text.size() <= 60 && text.find("=?") == std::string_view::npos && std::ranges::all_of(text, [](char c) {
               return c == ' ' ||
                      (c > ' ' && c < 0x7F && std::string_view("<>()[]:;@\\,\"").find(c) == std::string_view::npos);
           });
}

// Where a piece of at most `most` bytes ends without cutting a character of UTF-8.
std::size_t end_of_piece(std::string_view text, std::size_t most) {
    auto end = std::min(most, text.size());
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end == 0 ? std::min(most, text.size()) : end;  // no UTF-8: any cut is as good
}

class QuotedPrintable {
public:
    std::string of(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\r') continue;
            if (text[i] == '\n')
                end_line();
            else
                put(text[i], i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r');
        }
        end_line();
        return std::move(out_);
    }

private:
    void put(char c, bool is_last) {
        bool const space = c == ' ' || c == '\t';
        bool const literal = (c > ' ' && c < 0x7F && c != '=') || (space && !is_last);
        auto const piece = literal ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
        if (column_ + piece.size() > kLongestLine - 1) {
            out_ += "=\r\n";
            column_ = 0;
        }
        out_ += piece;
        column_ += piece.size();
    }
    void end_line() {
        out_ += "\r\n";
        column_ = 0;
    }

    std::string out_;
    std::size_t column_ = 0;
};

}  // namespace

std::string one_line(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(out, [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
    return out;
}

std::string encoded_words(std::string_view text) {
    auto const line = one_line(text);
    if (is_plain(line)) return line;
    std::string out;
    for (std::string_view rest = line; !rest.empty();) {
        auto const end = end_of_piece(rest, 42);  // 42 bytes are 56 characters of base64; with =?utf-8?B?…?= 68
        out.append(out.empty() ? "" : "\r\n ").append("=?utf-8?B?" + base64(rest.substr(0, end)) + "?=");
        rest.remove_prefix(end);
    }
    return out;
}

std::string quoted_printable(std::string_view text) { return QuotedPrintable{}.of(text); }

std::string base64(std::string_view bytes) {
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();  // the zero that sodium writes
    return out;
}

std::string base64_lines(std::string_view bytes) {
    auto const whole = base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < whole.size(); at += kLongestLine) out += whole.substr(at, kLongestLine) + "\r\n";
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr,
                          &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        throw std::invalid_argument("this is no base64");
    out.resize(length);
    return out;
}

std::string percent_encoded(std::string_view text) { return html::part(one_line(text)).text(); }

std::string mail_date(Instant instant) {
    using namespace std::chrono;
    constexpr std::array<char const*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<char const*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    sys_time<milliseconds> const time{milliseconds{instant.milliseconds}};
    auto const day = floor<days>(time);
    year_month_day const date{day};
    hh_mm_ss const clock{floor<seconds>(time - day)};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", kDays[weekday{day}.c_encoding()],
                       static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

}  // namespace lenkwerk::mail
