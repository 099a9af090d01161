#include "platform/web/encoding.hpp"
#include "platform/web/http.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::web {
namespace {

std::string multipart_of(std::string_view parts) { return std::string(parts) + "--grenze--\r\n"; }
constexpr auto kMultipart = "multipart/form-data; boundary=grenze";
constexpr auto kUrlencoded = "application/x-www-form-urlencoded";

RC_GTEST_PROP(PercentCoding, gives_back_what_went_in, (std::string const& text)) {
    RC_ASSERT(percent_decode(percent_encode(text), Plus::is_space) == text);
}

RC_GTEST_PROP(Base64Url, gives_back_what_went_in, (std::string const& bytes)) {
    RC_ASSERT(base64url_decode(base64url(bytes)) == bytes);
}

TEST(PercentCoding, refuses_broken_escapes) {
    for (auto const* const broken : {"%", "%4", "a%", "%zz", "%4g"})
        EXPECT_FALSE(percent_decode(broken, Plus::is_plus)) << broken;
}

TEST(Fields, of_a_query_keep_their_order_and_repeat) {
    auto const fields = Fields::from_query("feld=3&feld=1&leer=&nichts&name=M%C3%BCll+und%2BL%C3%A4rm");
    EXPECT_EQ(fields.all("feld"), (std::vector<std::string>{"3", "1"}));
    EXPECT_EQ(fields.raw("name"), "Müll und+Lärm");
    EXPECT_TRUE(fields.has("leer"));
    EXPECT_TRUE(fields.has("nichts"));
    EXPECT_FALSE(fields.has("fehlt"));
}

TEST(Fields, text_is_trimmed_and_has_unix_line_ends) {
    auto const fields = Fields::from_body(kUrlencoded, "grund=+%0D%0Aeins%0D%0Azwei%0Ddrei%0A+").value();
    EXPECT_EQ(fields.text("grund"), "eins\nzwei\ndrei");
    EXPECT_EQ(fields.raw("grund"), " \r\neins\r\nzwei\rdrei\n ");
}

TEST(Fields, a_blank_text_is_nothing) {
    auto const fields = Fields::from_query("a=+&b=c");
    EXPECT_EQ(fields.maybe_text("a"), std::nullopt);
    EXPECT_EQ(fields.maybe_text("b"), "c");
    EXPECT_EQ(fields.maybe_text("x"), std::nullopt);
}

TEST(Fields, of_a_form_are_refused_where_an_escape_is_broken) { EXPECT_FALSE(Fields::from_body(kUrlencoded, "a=%4")); }

TEST(Fields, of_json_use_the_names_of_the_form) {
    auto const fields = Fields::from_body("application/json; charset=utf-8",
                                          R"({"title":"Grün","count":42,"share":0.5,"public":true,"hidden":false,
                                              "none":null,"fields":["a","b"],"period":{"first":"2026-01-01"}})")
                            .value();
    EXPECT_EQ(fields.raw("title"), "Grün");
    EXPECT_EQ(fields.raw("count"), "42");
    EXPECT_EQ(fields.raw("share"), "0.5");
    EXPECT_EQ(fields.raw("public"), "1");
    EXPECT_EQ(fields.raw("hidden"), "0");
    EXPECT_FALSE(fields.has("none"));
    EXPECT_EQ(fields.all("fields"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(fields.raw("period.first"), "2026-01-01");
}

TEST(Fields, of_json_are_refused_where_it_is_no_object_or_a_trap) {
    EXPECT_FALSE(Fields::from_body("application/json", "[1]"));
    EXPECT_FALSE(Fields::from_body("application/json", "{\"a\":"));
    EXPECT_FALSE(Fields::from_body("application/json", "{\"a\":\"\xff\"}"));
    EXPECT_FALSE(Fields::from_body("application/json", "{\"a\":" + std::string(100'000, '[')));
    EXPECT_FALSE(Fields::from_body("application/json", "{\"a\":" + std::string(99, '[') + std::string(99, ']') + "}"));
}

TEST(Fields, of_other_types_are_refused) {
    EXPECT_FALSE(Fields::from_body("text/plain", "a=b"));
    EXPECT_FALSE(Fields::from_body("", "a=b"));
    EXPECT_TRUE(Fields::from_body("", ""));
}

TEST(Fields, of_multipart_hold_texts_and_files) {
    auto const fields =
        Fields::from_body(kMultipart,
                          multipart_of("--grenze\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nMüll\r\n"
                                       "--grenze\r\nContent-Disposition: form-data; name=\"paper\"; "
                                       "filename=\"Vorlage; \\\"1\\\".txt\"\r\nContent-Type: text/plain\r\n\r\n"
                                       "eins\r\n--grenz\r\nzwei\r\n"
                                       "--grenze\r\nContent-Disposition: form-data; name=\"none\"; "
                                       "filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"))
            .value();
    EXPECT_EQ(fields.raw("title"), "Müll");
    auto const* const paper = fields.upload("paper");
    ASSERT_NE(paper, nullptr);
    EXPECT_EQ(paper->file_name, "Vorlage; \"1\".txt");
    EXPECT_EQ(paper->content_type, "text/plain");
    EXPECT_EQ(paper->content, "eins\r\n--grenz\r\nzwei");
    EXPECT_EQ(fields.upload("none"), nullptr);
}

TEST(Fields, of_multipart_are_refused_where_they_do_not_end) {
    auto const part = "--grenze\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
    EXPECT_TRUE(Fields::from_body(kMultipart, multipart_of(part)));
    EXPECT_FALSE(Fields::from_body(kMultipart, part));
    EXPECT_FALSE(Fields::from_body("multipart/form-data", multipart_of(part)));
    EXPECT_FALSE(Fields::from_body(kMultipart, multipart_of("--grenze\r\nContent-Type: text/plain\r\n\r\nb\r\n")));
    EXPECT_FALSE(Fields::from_body(kMultipart, multipart_of("--grenze\r\nno header\r\n\r\nb\r\n")));
}

RC_GTEST_PROP(Fields, of_multipart_never_fail_on_any_bytes, (std::string const& body)) {
    auto const fields = Fields::from_body(kMultipart, "--grenze\r\n" + body);
    RC_ASSERT(!fields || fields->values().size() <= body.size());
}

}  // namespace
}  // namespace lenkwerk::web
