#pragma once
// Addresses that may stand in a link: own pages, https and mailto. A text becomes one by being checked; a value becomes
// part of one by being percent-encoded.
#include "platform/html/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::html {

// A text as one segment of a path or one value of a query: everything but letters, digits and -._~ percent-encoded (RFC
// 3986, 2.3).
class UrlPart {
public:
    explicit UrlPart(std::string_view text);
    std::string const& text() const { return text_; }

private:
    std::string text_;
};

inline UrlPart part(std::string_view text) { return UrlPart{text}; }

class Url {
public:
    // An own address, written out: "/plan", "?seite=2", "#inhalt".
    consteval Url(char const* literal) : literal_(literal) {
        if (!is_own(literal_)) throw "an own address begins with /, # or ? and has no space: others through Url::parse";
    }
    // An own address, https or mailto; nothing for any other scheme, //host, \, spaces and control characters.
    static std::optional<Url> parse(std::string_view text);
    // As parse, for addresses that the program itself made or stored checked; throws std::invalid_argument.
    static Url checked(std::string_view text);

    // The same address with a field more in its query (before the #fragment).
    Url with(std::string_view name, std::string_view value) const;
    Url with(std::string_view name, std::int64_t value) const { return with(name, std::to_string(value)); }
    std::string_view text() const { return made_ ? std::string_view{*made_} : literal_; }
    bool is_own() const { return is_own(text()); }

private:
    explicit Url(std::string made) : made_(std::move(made)) {}
    static constexpr bool is_own(std::string_view text) {
        if (text.empty() || (text[0] != '/' && text[0] != '#' && text[0] != '?')) return false;
        if (text.starts_with("//")) return false;
        for (char const c : text)
            if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '\x7F') return false;
        return true;
    }

    std::string_view literal_;
    std::optional<std::string> made_;  // not a plain string: an empty one could not be made by the compiler
};

}  // namespace lenkwerk::html
