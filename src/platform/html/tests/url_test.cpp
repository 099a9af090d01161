#include "platform/html/url.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::html {
namespace {

TEST(Url, knows_own_https_and_mail_addresses) {
    for (auto const* good :
         {"/", "/plan/3?x=1#top", "?seite=2", "#inhalt", "https://example.org/a", "mailto:amt@example.org"})
        EXPECT_TRUE(Url::parse(good)) << good;
}

TEST(Url, refuses_what_a_link_must_not_do) {
    for (auto const* bad : {"", "javascript:alert(1)", "JavaScript:x", "//evil.example", "/\\evil.example",
                            "http://example.org", "data:text/html,x", " https://example.org", "https:///x",
                            "https://bank@evil.example", "/a b", "/a\nb", "mailto:", "plan/3", "/a\x7F"})
        EXPECT_FALSE(Url::parse(bad)) << bad;
}

TEST(Url, throws_for_a_stored_address_that_is_none) {
    EXPECT_THROW(Url::checked("javascript:1"), std::invalid_argument);
}

TEST(Url, adds_fields_before_the_fragment) {
    EXPECT_EQ(Url{"/suche"}.with("q", "a b").text(), "/suche?q=a%20b");
    EXPECT_EQ(Url{"/suche?q=1#oben"}.with("seite", 2).text(), "/suche?q=1&seite=2#oben");
    EXPECT_EQ(Url{"?"}.with("x", "1").text(), "?x=1");
}

RC_GTEST_PROP(UrlPart, holds_only_unreserved_characters, (std::string const& text)) {
    auto const encoded = part(text).text();
    RC_ASSERT(encoded.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%") ==
              std::string::npos);
}

}  // namespace
}  // namespace lenkwerk::html
