#include "cores/survey_statistics/tests/golden/tokens.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "cores/survey_statistics/tests/golden/syntax.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

constexpr std::array kLongSigns = {"<-", "<=", ">=", "==", "!=", "&&", "||", "[["};

bool starts_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '.' || c == '_'; }
bool in_name(char c) { return starts_name(c) || std::isdigit(static_cast<unsigned char>(c)); }
bool starts_number(std::string_view text) {
    auto const digit = [&](std::size_t i) {
        return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i]));
    };
    return digit(0) || (text[0] == '.' && digit(1));
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<Token> all() {
        std::vector<Token> result;
        while (true) {
            skip_blanks();
            if (text_.empty()) break;
            result.push_back(next());
        }
        result.push_back({});
        return result;
    }

private:
    void skip_blanks() {
        while (!text_.empty() && (text_[0] == ' ' || text_[0] == '\t')) text_.remove_prefix(1);
        if (!text_.empty() && text_[0] == '#') text_.remove_prefix(std::min(text_.find('\n'), text_.size()));
    }
    std::string take(std::size_t length) {
        std::string word(text_.substr(0, length));
        text_.remove_prefix(length);
        return word;
    }
    Token next() {
        auto const c = text_[0];
        if (c == '\n' || c == ';') return take(1), Token{Token::Kind::line_end, "\n", 0};
        if (c == '"' || c == '\'') return {Token::Kind::text, quoted(c), 0};
        if (c == '`') return {Token::Kind::name, quoted(c), 0};
        if (starts_number(text_)) return number();
        if (starts_name(c)) return word();
        if (c == '%') return {Token::Kind::sign, take(text_.find('%', 1) + 1), 0};
        for (auto const* sign : kLongSigns) {
            if (text_.starts_with(sign)) return {Token::Kind::sign, take(2), 0};
        }
        return {Token::Kind::sign, take(1), 0};
    }
    std::string quoted(char mark) {
        auto const end = text_.find(mark, 1);
        if (end == std::string_view::npos) throw Unreadable("a quotation does not end");
        auto const word = std::string(text_.substr(1, end - 1));
        text_.remove_prefix(end + 1);
        return word;
    }
    Token number() {
        std::size_t used = 0;
        auto const value = std::stod(std::string(text_), &used);
        take(used);
        if (!text_.empty() && text_[0] == 'L') take(1);
        return {Token::Kind::number, "", value};
    }
    Token word() {
        std::size_t length = 1;
        while (length < text_.size() && in_name(text_[length])) ++length;
        return {Token::Kind::name, take(length), 0};
    }

    std::string_view text_;
};

}  // namespace

std::vector<Token> tokens(std::string_view text) { return Reader(text).all(); }

}  // namespace lenkwerk::survey_statistics::golden
