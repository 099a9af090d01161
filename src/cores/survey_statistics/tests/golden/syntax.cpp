#include "cores/survey_statistics/tests/golden/syntax.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "cores/survey_statistics/tests/golden/tokens.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

std::shared_ptr<Node> call(std::string word, std::vector<Tree> values) {
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::call;
    node->word = std::move(word);
    for (auto& value : values) node->arguments.push_back({"", std::move(value)});
    return node;
}

// Binding strength; a higher number binds tighter.
int strength(std::string const& sign) {
    static std::map<std::string, int> const kStrength{
        {"<-", 1}, {"=", 1},  {"~", 2},  {"|", 3}, {"||", 3}, {"&", 4}, {"&&", 4}, {"==", 6}, {"!=", 6}, {"<", 6},
        {">", 6},  {"<=", 6}, {">=", 6}, {"+", 7}, {"-", 7},  {"*", 8}, {"/", 8},  {":", 10}, {"^", 12}};
    if (sign.starts_with("%")) return 9;
    auto const found = kStrength.find(sign);
    return found == kStrength.end() ? 0 : found->second;
}
constexpr int kNot = 5;
constexpr int kMinus = 11;

class Parser {
public:
    explicit Parser(std::vector<Token> words) : words_(std::move(words)) {}

    Tree program() {
        auto block = call("{", {});
        skip_lines();
        while (here().kind != Token::Kind::end) {
            block->arguments.push_back({"", expression(0)});
            skip_lines();
        }
        return block->arguments.size() == 1 ? block->arguments.front().value : block;
    }

private:
    Token const& here() const { return words_[place_]; }
    bool at(std::string_view sign) const { return here().kind == Token::Kind::sign && here().word == sign; }
    bool accept(std::string_view sign) {
        if (!at(sign)) return false;
        ++place_;
        return true;
    }
    void expect(std::string_view sign) {
        skip_lines();
        if (!accept(sign)) throw Unreadable(fmt::format("expected {} before '{}'", sign, here().word));
    }
    void skip_lines() {
        while (here().kind == Token::Kind::line_end) ++place_;
    }

    Tree expression(int least) {
        auto left = prefixed();
        while (here().kind == Token::Kind::sign) {
            auto const sign = here().word;
            auto const binding = strength(sign);
            if (binding == 0 || binding < least) break;
            ++place_;
            skip_lines();
            bool const from_right = sign == "<-" || sign == "^";
            left = call(sign, {left, expression(from_right ? binding : binding + 1)});
        }
        return left;
    }
    Tree prefixed() {
        if (accept("-")) return call("-", {expression(kMinus)});
        if (accept("!")) return call("!", {expression(kNot)});
        if (accept("~")) return call("~", {expression(3)});
        return suffixed(primary());
    }
    Tree suffixed(Tree value) {
        while (true) {
            if (accept("(")) {
                value = called(value, arguments(")"));
            } else if (accept("[[")) {
                auto inner = arguments("]");
                expect("]");
                value = indexed("[[", value, std::move(inner));
            } else if (accept("[")) {
                value = indexed("[", value, arguments("]"));
            } else if (accept("$")) {
                auto field = std::make_shared<Node>();
                field->kind = Node::Kind::text;
                field->word = words_[place_++].word;
                value = call("$", {value, field});
            } else {
                return value;
            }
        }
    }
    static Tree called(Tree const& callee, std::vector<Argument> arguments) {
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::call;
        node->arguments = std::move(arguments);
        if (callee->kind == Node::Kind::name)
            node->word = callee->word;
        else
            node->callee = callee;
        return node;
    }
    static Tree indexed(std::string sign, Tree const& value, std::vector<Argument> inner) {
        auto node = call(std::move(sign), {value});
        for (auto& argument : inner) node->arguments.push_back(std::move(argument));
        return node;
    }
    std::vector<Argument> arguments(std::string_view end) {
        std::vector<Argument> result;
        skip_lines();
        if (accept(end)) return result;
        while (true) {
            skip_lines();
            result.push_back(argument(end));
            skip_lines();
            if (accept(end)) return result;
            expect(",");
        }
    }
    Argument argument(std::string_view end) {
        if (at(",") || at(end)) return {};
        auto const& next = words_[place_ + 1];
        bool const word = here().kind == Token::Kind::name || here().kind == Token::Kind::text;
        if (word && next.kind == Token::Kind::sign && next.word == "=") {
            auto name = here().word;
            place_ += 2;
            skip_lines();
            return {std::move(name), expression(2)};
        }
        return {"", expression(2)};
    }
    Tree primary() {
        auto const token = words_[place_++];
        if (token.kind == Token::Kind::sign && token.word == "(") {
            skip_lines();
            auto inner = expression(0);
            expect(")");
            return call("(", {inner});
        }
        if (token.kind == Token::Kind::sign && token.word == "{") return block();
        if (token.kind == Token::Kind::name && token.word == "function" && at("(")) return function();
        auto node = std::make_shared<Node>();
        node->word = token.word;
        node->number = token.number;
        if (token.kind == Token::Kind::name)
            node->kind = Node::Kind::name;
        else if (token.kind == Token::Kind::text)
            node->kind = Node::Kind::text;
        else if (token.kind != Token::Kind::number)
            throw Unreadable("unexpected '" + token.word + "'");
        return node;
    }
    Tree block() {
        auto node = call("{", {});
        skip_lines();
        while (!accept("}")) {
            node->arguments.push_back({"", expression(0)});
            skip_lines();
        }
        return node;
    }
    Tree function() {
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::function;
        expect("(");
        node->arguments = arguments(")");
        for (auto& parameter : node->arguments) {
            if (!parameter.name.empty()) continue;
            parameter.name = parameter.value->word;
            parameter.value = nullptr;
        }
        skip_lines();
        node->body = expression(0);
        return node;
    }

    std::vector<Token> words_;
    std::size_t place_ = 0;
};

std::string printed_arguments(Node const& node, std::size_t first) {
    std::string text;
    for (std::size_t i = first; i < node.arguments.size(); ++i) {
        auto const& argument = node.arguments[i];
        if (i > first) text += ", ";
        if (!argument.name.empty()) text += argument.name + " = ";
        if (argument.value) text += printed(*argument.value);
    }
    return text;
}

}  // namespace

Tree parse(std::string_view text) { return Parser(tokens(text)).program(); }

std::string printed(Node const& node) {
    if (node.kind == Node::Kind::number) return fmt::format("{}", node.number);
    if (node.kind == Node::Kind::text) return "\"" + node.word + "\"";
    if (node.kind == Node::Kind::name) return node.word;
    if (node.kind == Node::Kind::function) return "function";
    if (node.word == "(") return "(" + printed_arguments(node, 0) + ")";
    if (node.word == "[" || node.word == "[[") {
        return printed(*node.arguments[0].value) + node.word + printed_arguments(node, 1) +
               (node.word == "[" ? "]" : "]]");
    }
    bool const sign = strength(node.word) > 0 || node.word == "!" || node.word == "$";
    if (sign && node.arguments.size() == 1) return node.word + printed(*node.arguments[0].value);
    if (sign) {
        auto const space = node.word == ":" || node.word == "^" || node.word == "$" ? "" : " ";
        return printed(*node.arguments[0].value) + space + node.word + space + printed(*node.arguments[1].value);
    }
    return node.word + "(" + printed_arguments(node, 0) + ")";
}

}  // namespace lenkwerk::survey_statistics::golden
