#include "platform/html/writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::html {
namespace {

using TestId = Id<struct TestTag>;

TEST(Writer, puts_values_into_a_pattern) {
    Writer w;
    w.put(R"(<li id="m{}"><a href="/massnahmen/{}">{}</a></li>)", 7, TestId{7}, "Hecken & Büsche <b>");
    EXPECT_EQ(std::move(w).markup(), R"(<li id="m7"><a href="/massnahmen/7">Hecken &amp; Büsche &lt;b&gt;</a></li>)");
}

TEST(Writer, nests_by_functions) {
    auto const list = write([](Writer& w) {
        w.put("<ul>{}</ul>", [](Writer& inner) {
            for (int i = 1; i <= 3; ++i) inner.put("<li>{}</li>", i);
        });
    });
    EXPECT_EQ(list.markup(), "<ul><li>1</li><li>2</li><li>3</li></ul>");
}

TEST(Writer, may_open_in_one_pattern_and_close_in_another) {
    Writer w;
    w.put("<table><tbody>");
    w.put("<tr><td>{}</td></tr>", "x");
    w.put("</tbody></table>");
    EXPECT_EQ(std::move(w).markup(), "<table><tbody><tr><td>x</td></tr></tbody></table>");
}

TEST(Writer, writes_attributes_only_when_they_hold) {
    Writer w;
    w.put(R"(<option value="{}"{}>{}</option>)", "a", when(true, "selected"), "A");
    w.put(R"(<option value="{}"{}>{}</option>)", "b", when(false, "selected"), "B");
    w.put(R"(<input name="x"{}>)", attributes("aria-describedby=\"{}-hint\" required", "x"));
    EXPECT_EQ(
        std::move(w).markup(),
        R"(<option value="a" selected>A</option><option value="b">B</option><input name="x" aria-describedby="x-hint" required>)");
}

TEST(Writer, percent_encodes_parts_of_addresses) {
    Writer w;
    w.put(R"(<a href="/suche?q={}&amp;seite={}">{}</a>)", part("Hof & Platz/ä"), 2, "weiter");
    EXPECT_EQ(std::move(w).markup(), R"(<a href="/suche?q=Hof%20%26%20Platz%2F%C3%A4&amp;seite=2">weiter</a>)");
}

TEST(Writer, takes_whole_addresses_as_urls_and_words_as_words) {
    Writer w;
    w.put(R"(<a href="{}" rel="{}">x</a><input type="{}" value="{}">)", Url{"/plan?a=1&b=2"}, Word{"next"},
          Word{"date"}, "\"'");
    EXPECT_EQ(std::move(w).markup(),
              R"(<a href="/plan?a=1&amp;b=2" rel="next">x</a><input type="date" value="&quot;&#39;">)");
}

TEST(Writer, puts_fragments_as_they_are_and_texts_escaped) {
    Writer w;
    auto const bold = write([](Writer& inner) { inner.put("<b>{}</b>", "1 < 2"); });
    w.put("<p>{}</p>", bold);
    w.put(bold);
    w.text("<i>");
    EXPECT_EQ(std::move(w).markup(), "<p><b>1 &lt; 2</b></p><b>1 &lt; 2</b>&lt;i&gt;");
}

TEST(Escape, replaces_control_characters) { EXPECT_EQ(escaped(std::string_view("a\0b\x1B\n", 5)), "a\uFFFDb\uFFFD\n"); }

// Whatever the text, nothing of it can end an attribute's value or begin a tag, and a reader sees the same text again.
RC_GTEST_PROP(Escape, leaves_nothing_that_markup_reads, (std::string const& text)) {
    auto const markup = escaped(text);
    RC_ASSERT(markup.find_first_of("<>\"'") == std::string::npos);
    for (auto at = markup.find('&'); at != std::string::npos; at = markup.find('&', at + 1))
        RC_ASSERT(markup.find(';', at) != std::string::npos);
}

}  // namespace
}  // namespace lenkwerk::html
