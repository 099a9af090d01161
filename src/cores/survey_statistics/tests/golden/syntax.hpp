#pragma once
// The expressions in which the reference cases say what was computed: a small part of the R language, read into a tree.
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::survey_statistics::golden {

struct Node;
using Tree = std::shared_ptr<Node const>;

struct Argument {
    std::string name;  // empty: by position
    Tree value;        // null: left out, as in x[, 1]
};

// An operator is a call of its sign: a + b is the call `+` of a and b; x$y is `$` of x and the text y.
struct Node {
    enum class Kind { number, text, name, call, function } kind = Kind::number;
    double number = 0;
    std::string word;                 // text, name, or what is called
    std::vector<Argument> arguments;  // of a call; of a function: its parameters, with defaults
    Tree callee;                      // where what is called is an expression itself
    Tree body;                        // of a function
};

class Unreadable : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Several statements become one call of `{`.
Tree parse(std::string_view text);

// The expression as the reference prints it in names: I(y <= 1).
std::string printed(Node const& node);

}  // namespace lenkwerk::survey_statistics::golden
