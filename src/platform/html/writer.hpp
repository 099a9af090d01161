#pragma once
// Writes HTML: patterns that the compiler has checked, with values that are escaped by their type. A text made at run
// time never becomes markup.
//
//   w.put(R"(<li><a href="/massnahmen/{}">{}</a></li>)", measure.id, measure.title);
//   w.put(R"(<ul class="lw-list">{}</ul>)", [&](html::Writer& w) { for (auto const& m : measures) item(w, m); });
#include "platform/html/escape.hpp"
#include "platform/html/pattern.hpp"
#include "platform/html/url.hpp"

#include <charconv>
#include <string>
#include <string_view>

namespace lenkwerk::html {

namespace detail {

// The values of a call, each written as its type demands.
inline void append(std::string& out, Word word) { out.append(word.text()); }
inline void append(std::string& out, UrlPart const& url_part) { out.append(url_part.text()); }
inline void append(std::string& out, Url const& url) { append_escaped(out, url.text()); }
inline void append(std::string& out, Fragment const& fragment) { out.append(fragment.markup()); }

template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
void append(std::string& out, Number number) {
    std::array<char, 32> digits;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

template <class Tag> void append(std::string& out, Id<Tag> id) { append(out, id.value); }

}  // namespace detail

// Attributes that are there or not, each with the space before it: for a {} between attributes.
class Attributes {
public:
    Attributes() = default;
    std::string const& markup() const { return markup_; }
    Attributes& operator+=(Attributes const& more) {
        markup_ += more.markup_;
        return *this;
    }

private:
    template <class... Values>
    friend Attributes attributes(Pattern<Start::inside_tag, std::type_identity_t<Values>...>, Values const&...);
    std::string markup_;
};

class Writer {
public:
    explicit Writer(std::size_t expected_size = 4096) { out_.reserve(expected_size); }

    template <class... Values>
    void put(Pattern<Start::content, std::type_identity_t<Values>...> pattern, Values const&... values) {
        fill(pattern, values...);
    }
    void put(Fragment const& fragment) { out_.append(fragment.markup()); }
    // A text of run time, escaped.
    void text(std::string_view text) { append_escaped(out_, text); }

    std::size_t size() const { return out_.size(); }
    Fragment fragment() && { return Fragment::trusted(std::move(out_)); }
    std::string markup() && { return std::move(out_); }

private:
    template <class... Values>
    friend Attributes attributes(Pattern<Start::inside_tag, std::type_identity_t<Values>...>, Values const&...);

    template <class ThePattern, class... Values> void fill(ThePattern const& pattern, Values const&... values) {
        std::size_t from = 0, index = 0;
        auto const text = pattern.text();
        [[maybe_unused]] auto const step = [&](auto const& value) {
            std::size_t const to = pattern.positions()[index++];
            out_.append(text.substr(from, to - from));
            from = to + 2;
            write(value);
        };
        (step(values), ...);
        out_.append(text.substr(from));
    }

    template <class Value> void write(Value const& value) {
        if constexpr (std::invocable<Value const&, Writer&>)
            value(*this);
        else if constexpr (kind_of<std::decay_t<Value const>>() == Kind::text)
            append_escaped(out_, value);
        else
            detail::append(out_, value);
    }
    void write(Attributes const& attributes) { out_.append(attributes.markup()); }

    std::string out_;
};

// `html::attributes("aria-invalid=\"true\" aria-describedby=\"{}\"", id)`
template <class... Values>
Attributes attributes(Pattern<Start::inside_tag, std::type_identity_t<Values>...> pattern, Values const&... values) {
    Writer writer{64};
    writer.fill(pattern, values...);
    Attributes made;
    made.markup_ = " " + std::move(writer).markup();
    return made;
}

// Attributes for the case that something holds: `html::when(selected, "selected")`.
template <class... Values>
Attributes when(bool holds, Pattern<Start::inside_tag, std::type_identity_t<Values>...> pattern,
                Values const&... values) {
    return holds ? attributes<Values...>(pattern, values...) : Attributes{};
}

// A script of our own, by its address; the only way to write one. std::invalid_argument for an address that is not own.
Fragment script(Url const& address);

// What has been written so far, for functions that return a whole: `auto body = html::write([&](auto& w) { … });`
template <class Write> Fragment write(Write const& content) {
    Writer writer;
    content(writer);
    return std::move(writer).fragment();
}

}  // namespace lenkwerk::html
