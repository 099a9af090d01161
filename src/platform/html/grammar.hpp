#pragma once
// What markup may be written at all: the allow-list of elements and of attributes with the type of their values.
// Whoever needs one more adds it here, in order, after asking what a stranger's text could do in it.
#include <algorithm>
#include <array>
#include <string_view>

namespace lenkwerk::html::grammar {

// Not here, for good: script and style (they stand in files), iframe, object, embed, base, template, noscript.
inline constexpr std::array kElements = std::to_array<std::string_view>(
    {"a",          "abbr",    "address", "article",  "aside",  "b",        "blockquote", "body",     "br",
     "button",     "caption", "circle",  "code",     "col",    "colgroup", "datalist",   "dd",       "del",
     "desc",       "details", "dfn",     "dialog",   "div",    "dl",       "dt",         "em",       "fieldset",
     "figcaption", "figure",  "footer",  "form",     "g",      "h1",       "h2",         "h3",       "h4",
     "h5",         "h6",      "head",    "header",   "hgroup", "hr",       "html",       "i",        "img",
     "input",      "ins",     "kbd",     "label",    "legend", "li",       "line",       "link",     "main",
     "mark",       "meta",    "meter",   "nav",      "ol",     "optgroup", "option",     "output",   "p",
     "path",       "picture", "polygon", "polyline", "pre",    "progress", "q",          "rect",     "s",
     "samp",       "search",  "section", "select",   "small",  "source",   "span",       "strong",   "sub",
     "summary",    "sup",     "svg",     "table",    "tbody",  "td",       "text",       "textarea", "tfoot",
     "th",         "thead",   "time",    "title",    "tr",     "tspan",    "u",          "ul",       "use",
     "var",        "wbr"});

inline constexpr std::array kVoidElements =
    std::to_array<std::string_view>({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"});

enum class Type {
    text,     // any text, escaped
    url,      // an address: an Url as a whole, or a literal beginning with numbers and parts in it
    word,     // one of the listed words; a placeholder needs a Word
    literal,  // what htmx or the browser interprets: written out, with at most numbers and Words in it
    flag,     // stands without a value
};

struct Attribute {
    std::string_view name;
    Type type = Type::text;
    std::string_view words = {};  // of Type::word, between spaces; empty: any lower-case word
};

// hx-on*, hx-vals, hx-vars, hx-headers and hx-ext are missing on purpose: they evaluate; so are style, on*, srcset and
// http-equiv.
inline constexpr std::array kAttributes = std::to_array<Attribute>({
    {"accept"},
    {"accept-charset", Type::word, "utf-8"},
    {"action", Type::url},
    {"alt"},
    {"autocapitalize", Type::word, "off none"},
    {"autocomplete", Type::word},
    {"autofocus", Type::flag},
    {"charset", Type::word, "utf-8"},
    {"checked", Type::flag},
    {"cite", Type::url},
    {"class"},
    {"cols"},
    {"colspan"},
    {"content"},
    {"cx"},
    {"cy"},
    {"d"},
    {"datetime"},
    {"dir", Type::word, "ltr rtl auto"},
    {"disabled", Type::flag},
    {"download"},
    {"dx"},
    {"dy"},
    {"enctype", Type::word, "multipart/form-data application/x-www-form-urlencoded"},
    {"enterkeyhint", Type::word, "search send done next go"},
    {"for"},
    {"form"},
    {"formaction", Type::url},
    {"formnovalidate", Type::flag},
    {"headers"},
    {"height"},
    {"hidden", Type::flag},
    {"high"},
    {"href", Type::url},
    {"hreflang"},
    {"hx-boost", Type::word, "true false"},
    {"hx-confirm"},
    {"hx-get", Type::url},
    {"hx-indicator", Type::literal},
    {"hx-post", Type::url},
    {"hx-push-url", Type::word, "true false"},
    {"hx-select", Type::literal},
    {"hx-swap", Type::literal},
    {"hx-sync", Type::literal},
    {"hx-target", Type::literal},
    {"hx-trigger", Type::literal},
    {"id"},
    {"inputmode", Type::word, "none text decimal numeric tel search email url"},
    {"label"},
    {"lang"},
    {"list"},
    {"loading", Type::word, "lazy eager"},
    {"low"},
    {"max"},
    {"maxlength"},
    {"media", Type::literal},
    {"method", Type::word, "get post dialog"},
    {"min"},
    {"minlength"},
    {"multiple", Type::flag},
    {"name"},
    {"novalidate", Type::flag},
    {"open", Type::flag},
    {"optimum"},
    {"pattern"},
    {"placeholder"},
    {"points"},
    {"preserveAspectRatio"},
    {"property"},
    {"r"},
    {"readonly", Type::flag},
    {"rel", Type::word,
     "alternate author canonical help icon license manifest next nofollow noopener noreferrer prev search stylesheet"},
    {"required", Type::flag},
    {"reversed", Type::flag},
    {"role", Type::word},
    {"rows"},
    {"rowspan"},
    {"rx"},
    {"ry"},
    {"scope", Type::word, "row col rowgroup colgroup"},
    {"selected", Type::flag},
    {"size"},
    {"sizes", Type::literal},
    {"span"},
    {"spellcheck", Type::word, "true false"},
    {"src", Type::url},
    {"start"},
    {"step"},
    {"tabindex"},
    {"text-anchor", Type::word, "start middle end"},
    {"title"},
    {"transform"},
    {"translate", Type::word, "yes no"},
    {"type", Type::word},
    {"value"},
    {"viewBox"},
    {"width"},
    {"wrap", Type::word, "soft hard"},
    {"x"},
    {"x1"},
    {"x2"},
    {"y"},
    {"y1"},
    {"y2"},
});

consteval bool is_element(std::string_view name) { return std::ranges::find(kElements, name) != kElements.end(); }
consteval bool is_void(std::string_view name) { return std::ranges::find(kVoidElements, name) != kVoidElements.end(); }

// Whole families that carry text only. htmx reads data-hx-* like hx-*, so these are no data of ours.
consteval bool is_open_family(std::string_view name) {
    for (char const c : name)
        if (c >= 'A' && c <= 'Z') return false;
    return name.starts_with("aria-") || (name.starts_with("data-") && !name.starts_with("data-hx"));
}

// The rule of an attribute; one of an empty name where it is not allowed.
consteval Attribute attribute(std::string_view name) {
    if (is_open_family(name)) return {name};
    auto const* const found = std::ranges::lower_bound(kAttributes, name, {}, &Attribute::name);
    return found != kAttributes.end() && found->name == name ? *found : Attribute{};
}

static_assert(std::ranges::is_sorted(kElements) && std::ranges::is_sorted(kVoidElements) &&
              std::ranges::is_sorted(kAttributes, {}, &Attribute::name));

}  // namespace lenkwerk::html::grammar
