#include "platform/documents/markdown.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::documents {
namespace {

std::string html_of(std::string_view text, int first_heading = 2) { return markdown(text, first_heading).markup(); }

TEST(Markdown, writes_what_an_office_needs) {
    EXPECT_EQ(html_of("# Impressum\n\nStadt *Muster*, **Amt** 1."),
              "<h2>Impressum</h2><p>Stadt <em>Muster</em>, <strong>Amt</strong> 1.</p>");
    EXPECT_EQ(html_of("- a\n- b\n"), "<ul><li>a</li><li>b</li></ul>");
    EXPECT_EQ(html_of("3. a\n4. b\n"), R"(<ol start="3"><li>a</li><li>b</li></ol>)");
    EXPECT_EQ(html_of("> Zitat  \n> zwei"), "<blockquote><p>Zitat<br>zwei</p></blockquote>");
}

TEST(Markdown, puts_headings_below_those_of_the_page) {
    EXPECT_EQ(html_of("# a\n## b", 3), "<h3>a</h3><h4>b</h4>");
    EXPECT_EQ(html_of("###### tief"), "<h2>tief</h2>");
    EXPECT_EQ(html_of("## a\n#### b\n## c\n# d"), "<h2>a</h2><h3>b</h3><h2>c</h2><h2>d</h2>");
    EXPECT_EQ(html_of("# a\n## b\n### c", 5), "<h5>a</h5><h6>b</h6><h6>c</h6>");
    EXPECT_EQ(html_of("# a", 1), "<h2>a</h2>");
}

TEST(Markdown, shows_raw_html_as_text) {
    EXPECT_EQ(html_of("<script>x</script>"), "<p>&lt;script&gt;x&lt;/script&gt;</p>");
    EXPECT_EQ(html_of("a <b onclick=\"x\">b</b>"), "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>");
    EXPECT_EQ(html_of("&copy; &amp; &#0; &unsinn"), "<p>&copy; &amp; &#0; &amp;unsinn</p>");
}

TEST(Markdown, links_only_where_a_link_may_lead) {
    EXPECT_EQ(html_of("[Plan](/plan?a=1&b=2)"), R"(<p><a href="/plan?a=1&amp;b=2">Plan</a></p>)");
    EXPECT_EQ(html_of("<https://example.org/x>"),
              R"(<p><a href="https://example.org/x">https://example.org/x</a></p>)");
    for (auto const* bad : {"[x](javascript:alert%281%29)", "[x](//evil.example)", "[x](data:text/html,y)",
                            "[x](<java\tscript:y>)", "[x](&#106;avascript:y)"})
        EXPECT_EQ(html_of(bad).find("<a"), std::string::npos) << bad;
    EXPECT_EQ(html_of("![Karte](https://example.org/karte.png)"), "<p>Karte</p>");
    EXPECT_EQ(refused_links("[a](http://x.org) [b](/b)"), std::vector<std::string>{"http://x.org"});
}

TEST(Markdown, writes_tables) {
    auto const table = html_of("| a | b |\n|---|---|\n| 1 | 2 |\n");
    EXPECT_NE(table.find(R"(scope="col">a</th>)"), std::string::npos);
    EXPECT_NE(table.find(">2</td></tr></tbody></table>"), std::string::npos);
}

// Whatever is typed: elements that open also close, and none is there that we do not write.
RC_GTEST_PROP(Markdown, never_lets_a_text_write_an_element, ()) {
    auto const part = rc::gen::element<std::string>("<script>", "</p>", "[a](javascript:b)", "**", "`", "> ", "\n",
                                                    "\n\n", "- ", "# ", "&lt;", "<img src=x onerror=y>", "[", "](", ")",
                                                    "|", "~~", "\"", "'", "\\", "<!--", "a");
    std::string text;
    for (auto const& piece : *rc::gen::container<std::vector<std::string>>(part)) text += piece;
    auto const made = html_of(text);
    for (auto const* never : {"<script", "<img", "<!--", "href=\"javascript"})
        RC_ASSERT(made.find(never) == std::string::npos);
    RC_ASSERT(std::ranges::count(made, '<') == std::ranges::count(made, '>'));
}

}  // namespace
}  // namespace lenkwerk::documents
