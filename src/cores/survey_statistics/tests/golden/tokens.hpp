#pragma once
// The words of an expression.
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::survey_statistics::golden {

struct Token {
    enum class Kind { number, text, name, sign, line_end, end } kind = Kind::end;
    std::string word;
    double number = 0;
};

std::vector<Token> tokens(std::string_view text);

}  // namespace lenkwerk::survey_statistics::golden
