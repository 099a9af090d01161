#pragma once
// Markup patterns, read by the compiler: `<td class="{}">{}</td>` with one value for each `{}`. Whatever is not on the
// allow-list of grammar.hpp, and every value in a place where its type could do harm, is a compile error that says why.
#include "platform/html/grammar.hpp"
#include "platform/html/value.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace lenkwerk::html {

enum class Start { content, inside_tag };

namespace detail {

consteval bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
consteval bool is_digit(char c) { return c >= '0' && c <= '9'; }
consteval bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
consteval bool is_space(char c) { return c == ' ' || c == '\n'; }

// Walks once over a pattern. Every consteval function of it either moves on or throws the sentence that the compiler
// shows.
class Scan {
public:
    consteval Scan(std::string_view pattern, std::span<Kind const> kinds, std::span<std::uint16_t> positions)
        : pattern_(pattern), kinds_(kinds), positions_(positions) {}

    consteval void run(Start start) {
        if (start == Start::inside_tag) attributes();
        while (start == Start::content && more()) content();
        if (more()) throw "only attributes here, without the end of the tag";
        if (used_ != kinds_.size()) throw "more values than {} in the pattern";
    }

private:
    consteval bool more() const { return at_ < pattern_.size(); }
    consteval char here() const { return more() ? pattern_[at_] : '\0'; }
    consteval std::string_view rest() const { return pattern_.substr(at_); }

    consteval void content() {
        if (here() == '<')
            tag();
        else if (here() == '{')
            expect_content(placeholder());
        else if (here() == '&')
            entity();
        else if (here() == '>' || here() == '}')
            throw "a bare > or } in the text: write &gt; or {}";
        else
            ++at_;
    }

    consteval Kind placeholder() {
        if (!rest().starts_with("{}")) throw "a { begins a placeholder {}";
        if (used_ == kinds_.size()) throw "more {} in the pattern than values";
        positions_[used_] = static_cast<std::uint16_t>(at_);
        at_ += 2;
        return kinds_[used_++];
    }

    consteval void expect_content(Kind kind) const {
        if (kind == Kind::decimal) throw "a decimal number for people is written by the locale";
        if (kind == Kind::attributes) throw "attributes belong into a tag";
        if (kind == Kind::none) throw "a value of this type cannot be written";
    }

    consteval void entity() {
        auto const end = rest().find(';');
        if (end == std::string_view::npos || end < 2 || end > 10) throw "a bare & in the pattern: write &amp;";
        for (char const c : rest().substr(1, end - 1))
            if (!is_lower(c) && !is_upper(c) && !is_digit(c) && c != '#') throw "a bare & in the pattern: write &amp;";
        at_ += end + 1;
    }

    consteval void tag() {
        constexpr std::string_view kDoctype = "<!doctype html>";
        if (rest().starts_with(kDoctype)) {
            at_ += kDoctype.size();
            return;
        }
        if (rest().starts_with("<!")) throw "no comments and no other doctype in a pattern";
        ++at_;
        if (here() == '/')
            close_tag();
        else
            open_tag();
    }

    consteval std::string_view element() {
        auto const start = at_;
        while (is_lower(here()) || is_digit(here())) ++at_;
        auto const name = pattern_.substr(start, at_ - start);
        if (!grammar::is_element(name)) throw "this element is not on the allow-list of grammar.hpp (in lower case)";
        return name;
    }

    consteval void open_tag() {
        auto const name = element();
        attributes();
        if (here() != '>') throw "a tag ends with > (and never with />)";
        ++at_;
        if (grammar::is_void(name)) return;
        if (depth_ == open_.size()) throw "too many open elements in one pattern";
        open_[depth_++] = name;
    }

    // What an earlier pattern opened may be closed here; what this one opened must be closed in order.
    consteval void close_tag() {
        ++at_;
        auto const name = element();
        if (here() != '>') throw "a closing tag has only its name";
        ++at_;
        if (grammar::is_void(name)) throw "this element has no closing tag";
        if (depth_ == 0) return;
        if (open_[--depth_] != name) throw "a closing tag does not fit the element opened last";
    }

    // Up to the end of the tag (or of the pattern, for one that is only attributes).
    consteval void attributes() {
        names_ = 0;
        while (more() && here() != '>') {
            if (here() == '{') {
                if (placeholder() != Kind::attributes)
                    throw "a {} between attributes takes html::attributes(...) or html::when(...)";
                continue;
            }
            if (!is_space(here())) {
                if (at_ != 0) throw "attributes are separated by a space";
            } else {
                while (is_space(here())) ++at_;
            }
            if (here() == '{') throw "no space before a {} that stands for attributes: they bring their own";
            attribute();
        }
    }

    consteval std::string_view attribute_name() {
        auto const start = at_;
        while (is_lower(here()) || is_digit(here()) || is_upper(here()) || here() == '-') ++at_;
        return pattern_.substr(start, at_ - start);
    }

    consteval void once(std::string_view name) {
        for (std::size_t i = 0; i < names_; ++i)
            if (seen_[i] == name) throw "the same attribute twice in a tag";
        if (names_ == seen_.size()) throw "too many attributes in one tag";
        seen_[names_++] = name;
    }

    consteval void attribute() {
        auto const rule = grammar::attribute(attribute_name());
        if (rule.name.empty()) throw "this attribute is not on the allow-list of grammar.hpp (in lower case)";
        once(rule.name);
        if (rule.type == grammar::Type::flag) {
            if (here() == '=') throw "this attribute stands without a value";
            return;
        }
        if (!rest().starts_with("=\"")) throw "a value stands in double quotes, right after =";
        at_ += 2;
        value(rule);
        if (here() != '"') throw "a value without its closing quote";
        ++at_;
    }

    consteval void value(grammar::Attribute rule) {
        auto const start = at_;
        auto const length = rest().find('"');
        auto const whole = rest().substr(0, length == std::string_view::npos ? rest().size() : length);
        if (rule.type == grammar::Type::url) url_begins_well(whole);
        if (rule.type == grammar::Type::word) words_are_known(whole, rule.words);
        while (more() && here() != '"') {
            if (here() == '<' || here() == '>') throw "< and > in a value are written &lt; and &gt;";
            if (here() == '{')
                in_value(rule, placeholder(), start, whole);
            else if (here() == '&')
                entity();
            else if (rule.type == grammar::Type::literal && here() == '[')
                throw "no [filter] for htmx: it is evaluated";
            else
                ++at_;
        }
    }

    consteval void in_value(grammar::Attribute rule, Kind kind, std::size_t start, std::string_view whole) const {
        if (kind == Kind::none) throw "a value of this type cannot be written";
        if (kind == Kind::fragment || kind == Kind::attributes) throw "markup does not stand in an attribute's value";
        if (rule.type == grammar::Type::url) return in_url(kind, pattern_.substr(start, at_ - 2 - start), whole);
        if (kind == Kind::url_part) throw "a part of an address stands in an address";
        if (rule.type == grammar::Type::word && kind != Kind::word) throw "this attribute takes a html::Word";
        if (rule.type == grammar::Type::literal && kind != Kind::word && kind != Kind::number)
            throw "this attribute is interpreted: only numbers and html::Word may stand in it";
    }

    consteval void in_url(Kind kind, std::string_view before, std::string_view whole) const {
        if (kind == Kind::url) {
            if (whole != "{}") throw "a html::Url is the whole value";
            return;
        }
        if (before.empty()) throw "a whole address takes a html::Url";
        if (kind != Kind::number && kind != Kind::url_part && kind != Kind::word)
            throw "a text in an address takes html::part(...)";
        if (before.starts_with("https://") && before.find('/', 8) == std::string_view::npos)
            throw "the host of an address is written out";
    }

    consteval void url_begins_well(std::string_view whole) const {
        if (whole.starts_with("//") || whole.starts_with("/\\")) throw "an address begins with one / only";
        bool const own = whole.starts_with("/") || whole.starts_with("#") || whole.starts_with("?") || whole == "{}";
        if (!own && !whole.starts_with("https://") && !whole.starts_with("mailto:"))
            throw "an address is own (/, #, ?), https:// or mailto:";
        for (char const c : whole)
            if (c <= ' ' || c == '\\') throw "no space, no \\ in an address";
    }

    consteval void words_are_known(std::string_view whole, std::string_view known) const {
        for (std::size_t start = 0; start <= whole.size();) {
            auto end = whole.find(' ', start);
            if (end == std::string_view::npos) end = whole.size();
            auto const word = whole.substr(start, end - start);
            start = end + 1;
            if (word == "{}") continue;
            for (char const c : word)
                if (!is_lower(c) && !is_digit(c) && c != '-' && c != '/' && c != '+')
                    throw "this attribute takes words in lower case";
            if (!known.empty() && !contains_word(known, word)) throw "this attribute does not know that word";
        }
    }

    consteval bool contains_word(std::string_view known, std::string_view word) const {
        for (auto at = known.find(word); at != std::string_view::npos; at = known.find(word, at + 1)) {
            bool const begins = at == 0 || known[at - 1] == ' ';
            bool const ends = at + word.size() == known.size() || known[at + word.size()] == ' ';
            if (begins && ends && !word.empty()) return true;
        }
        return false;
    }

    std::string_view pattern_;
    std::span<Kind const> kinds_;
    std::span<std::uint16_t> positions_;
    std::size_t at_ = 0, used_ = 0, depth_ = 0, names_ = 0;
    std::array<std::string_view, 32> open_{}, seen_{};
};

}  // namespace detail

// A checked literal and where its placeholders stand. Made by the compiler from the literal in the call; never at run
// time.
template <Start start, class... Values> class Pattern {
public:
    template <std::size_t size> consteval Pattern(char const (&literal)[size]) : text_(literal, size - 1) {
        static_assert(size < 65536, "a pattern is shorter than 65536 characters");
        constexpr std::array<Kind, sizeof...(Values)> kKinds{kind_of<std::decay_t<Values>>()...};
        detail::Scan{text_, kKinds, positions_}.run(start);
    }
    constexpr std::string_view text() const { return text_; }
    constexpr std::array<std::uint16_t, sizeof...(Values)> const& positions() const { return positions_; }

private:
    std::string_view text_;
    std::array<std::uint16_t, sizeof...(Values)> positions_{};
};

}  // namespace lenkwerk::html
