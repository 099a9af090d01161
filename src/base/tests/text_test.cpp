#include "base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk::text {
namespace {

TEST(Text, knows_utf8) {
    for (auto const* whole : {"", "plain", "Straße", "→ €", "\xF0\x9F\x8F\x99"}) EXPECT_TRUE(is_utf8(whole)) << whole;
    for (auto const* broken : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82",
                               "Stra\xDF"
                               "e",
                               "\x80"})
        EXPECT_FALSE(is_utf8(broken)) << broken;
    EXPECT_FALSE(is_utf8(std::string_view("a\0b", 3)));
}

TEST(Text, trims_and_squeezes) {
    EXPECT_EQ(trim(" \t\xC2\xA0 Platz \n"), "Platz");
    EXPECT_EQ(trim(" \xC2\xA0 "), "");
    EXPECT_EQ(squeeze("  vier \r\n Felder\t\tund "), "vier Felder und");
}

TEST(Text, lowers_the_letters_of_german) { EXPECT_EQ(lower("ÄÖÜ ß É × ABC"), "äöü ß é × abc"); }

TEST(Text, counts_code_points) { EXPECT_EQ(length("Straße €"), 8u); }

TEST(Text, finds_words) { EXPECT_EQ(words("amt-93 @ Dörfchen!"), (std::vector<std::string>{"amt", "93", "Dörfchen"})); }

TEST(Text, splits_into_all_parts) {
    EXPECT_EQ(split("a;;b;", ';'), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(split("", ';'), (std::vector<std::string_view>{""}));
}

TEST(Text, trimming_twice_changes_nothing) {
    EXPECT_TRUE(rc::check([](std::string const& any) {
        RC_ASSERT(trim(trim(any)) == trim(any));
        RC_ASSERT(squeeze(squeeze(any)) == squeeze(any));
    }));
}

}  // namespace
}  // namespace lenkwerk::text
