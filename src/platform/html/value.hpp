#pragma once
// What a value in a pattern is, by its type alone: this decides where it may stand and how it is written.
#include "base/id.hpp"

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace lenkwerk::html {

class Writer;

// Markup that is already safe: what a Writer has written, or what another trusted renderer made (see
// Fragment::trusted).
class Fragment {
public:
    Fragment() = default;
    // For renderers of platform/html and platform/documents alone (checked by tools/check_rules): takes text as markup.
    static Fragment trusted(std::string markup) { return Fragment{std::move(markup)}; }
    std::string const& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }

private:
    explicit Fragment(std::string markup) : markup_(std::move(markup)) {}
    std::string markup_;
};

// One of the words a program knows, for attributes such as `type`, `rel` and `scope`. Only from a literal.
class Word {
public:
    consteval Word(char const* word) : word_(word) {
        for (char const c : word_)
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_')
                throw "a Word is of a-z, 0-9, - and _";
    }
    std::string_view text() const { return word_; }

private:
    friend Word checked_word(std::string_view);
    struct Checked {};
    constexpr Word(std::string_view word, Checked) : word_(word) {}
    std::string_view word_;
};

// A word that the program has as a text, e.g. from a field of a struct; throws std::invalid_argument where it is none. It lives as
// long as the text.
Word checked_word(std::string_view word);

enum class Kind { none, text, number, decimal, fragment, url, url_part, word, attributes };

class Url;
class UrlPart;
class Attributes;

namespace detail {

template <class T> struct is_id : std::false_type {};
template <class Tag> struct is_id<Id<Tag>> : std::true_type {};

template <class T>
inline constexpr bool is_character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                                     std::same_as<T, char16_t> || std::same_as<T, char32_t>;

template <class T> inline constexpr bool is_count = std::integral<T> && !std::same_as<T, bool> && !is_character<T>;

}  // namespace detail

// bool and single characters are none on purpose: what a reader should see of them is a text.
template <class T> consteval Kind kind_of() {
    if constexpr (detail::is_count<T> || detail::is_id<T>::value)
        return Kind::number;
    else if constexpr (std::floating_point<T>)
        return Kind::decimal;
    else if constexpr (std::same_as<T, Fragment> || std::invocable<T const&, Writer&>)
        return Kind::fragment;
    else if constexpr (std::same_as<T, Url>)
        return Kind::url;
    else if constexpr (std::same_as<T, UrlPart>)
        return Kind::url_part;
    else if constexpr (std::same_as<T, Word>)
        return Kind::word;
    else if constexpr (std::same_as<T, Attributes>)
        return Kind::attributes;
    else if constexpr (std::convertible_to<T, std::string_view>)
        return Kind::text;
    else
        return Kind::none;
}

}  // namespace lenkwerk::html
