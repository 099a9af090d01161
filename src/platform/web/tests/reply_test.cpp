#include "platform/web/reply.hpp"

#include "platform/web/csrf.hpp"
#include "platform/web/form.hpp"
#include "platform/web/languages.hpp"
#include "platform/web/session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

namespace lenkwerk::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string unzipped(std::string const& packed, std::size_t size) {
    std::string text(size, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return text;
}

TEST(Reply, protects_the_reader) {
    auto const reply = reply_of({.body = "a"}, {});
    for (auto const* const line :
         {"default-src 'none'", "frame-ancestors 'none'", "x-content-type-options: nosniff\r\n",
          "referrer-policy: same-origin\r\n", "permissions-policy: camera=()", "cache-control: private, no-cache\r\n",
          "vary: accept-encoding"})
        EXPECT_THAT(*reply.head, HasSubstr(line));
    EXPECT_THAT(*reply.head, Not(HasSubstr("unsafe")));
    EXPECT_THAT(*reply.head, Not(HasSubstr("strict-transport-security")));
    EXPECT_THAT(*reply_of({.body = "a"}, {.over_tls = true}).head,
                HasSubstr("strict-transport-security: max-age=31536000"));
}

TEST(Reply, of_somebody_who_is_signed_in_is_kept_by_nobody) {
    EXPECT_THAT(*reply_of({.body = "a"}, {.is_private = true}).head, HasSubstr("cache-control: private, no-store\r\n"));
}

TEST(Reply, is_compressed_where_it_helps) {
    Response const page{.body = std::string(5'000, 'a')};
    auto const zipped = reply_of(page, {.coding = Coding::gzip});
    EXPECT_THAT(*zipped.head, HasSubstr("content-encoding: gzip\r\n"));
    EXPECT_EQ(unzipped(*zipped.body, 5'000), page.body);
    EXPECT_THAT(*reply_of({.body = "kurz"}, {.coding = Coding::gzip}).head, Not(HasSubstr("content-encoding")));
    Response const picture{.content_type = "image/png", .body = page.body};
    EXPECT_EQ(*reply_of(picture, {.coding = Coding::brotli}).body, page.body);
}

TEST(Reply, has_a_tag_for_each_coding_and_is_not_sent_twice) {
    Response const page{.body = std::string(5'000, 'a')};
    auto const plain = tag_of(reply_of(page, {})), zipped = tag_of(reply_of(page, {.coding = Coding::gzip}));
    EXPECT_NE(plain, zipped);
    auto const again = reply_of(page, {.if_none_match = plain});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, nullptr);
    EXPECT_EQ(tag_of(again), plain);
    EXPECT_EQ(reply_of(page, {.if_none_match = zipped}).status, 200);
    EXPECT_EQ(reply_of({.status = 422, .body = page.body}, {.if_none_match = "*"}).status, 422);
}

TEST(Tags, match_weakly_and_in_lists) {
    EXPECT_TRUE(tag_matches("\"a\"", "\"a\""));
    EXPECT_TRUE(tag_matches("\"b\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(tag_matches("*", "\"a\""));
    EXPECT_FALSE(tag_matches("\"b\"", "\"a\""));
    EXPECT_FALSE(tag_matches("", "\"a\""));
}

TEST(Response, refuses_a_header_that_would_become_two) {
    EXPECT_THROW(Response::see_other("/a\r\nset-cookie: b"), std::logic_error);
}

TEST(Response, names_a_file_for_old_and_new_browsers) {
    auto const file = Response::file("a", "text/csv", "Maßnahmen \"1\".csv");
    EXPECT_EQ(file.headers.front().second,
              "attachment; filename=\"Ma__nahmen _1_.csv\"; filename*=UTF-8''Ma%C3%9Fnahmen%20%221%22.csv");
}

TEST(Coding, is_the_best_that_the_browser_takes) {
    EXPECT_EQ(negotiated(""), Coding::identity);
    EXPECT_EQ(negotiated("gzip, deflate, br"), Coding::brotli);
    EXPECT_EQ(negotiated("gzip"), Coding::gzip);
    EXPECT_EQ(negotiated("br;q=0, gzip;q=0.5"), Coding::gzip);
    EXPECT_EQ(negotiated("identity"), Coding::identity);
    EXPECT_EQ(negotiated("gzip;q=0"), Coding::identity);
}

TEST(Language, is_what_the_browser_wants_most_among_those_there_are) {
    std::vector<std::string> const known{"de", "en"};
    EXPECT_EQ(preferred_language("", known), "de");
    EXPECT_EQ(preferred_language("en-GB,en;q=0.9,de;q=0.8", known), "en");
    EXPECT_EQ(preferred_language("tr, de;q=0.3, en;q=0.4", known), "en");
    EXPECT_EQ(preferred_language("tr", known), "de");
    EXPECT_EQ(preferred_language("en;q=0", known), "de");
    EXPECT_EQ(preferred_language("de-DE;q=x", known), "de");
}

RC_GTEST_PROP(FormToken, proves_only_its_own_secret, ()) {
    auto const secret = new_token(), other = new_token();
    auto const token = csrf_token(secret);
    RC_ASSERT(csrf_matches(secret, token));
    RC_ASSERT(!csrf_matches(other, token));
    RC_ASSERT(token != csrf_token(secret));
}

RC_GTEST_PROP(FormToken, refuses_any_other_text, (std::string const& text)) {
    RC_ASSERT(!csrf_matches(new_token(), text));
    RC_ASSERT(!csrf_matches("", text));
}

TEST(SessionToken, is_long_random_and_kept_as_a_hash) {
    auto const token = new_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_NE(token, new_token());
    EXPECT_EQ(hash_of_token(token).size(), 64u);
    EXPECT_EQ(hash_of_token(token), hash_of_token(token));
    EXPECT_NE(hash_of_token(token), hash_of_token(new_token()));
}

TEST(SessionToken, comes_as_a_cookie_or_from_a_program) {
    Request request;
    EXPECT_EQ(session_token(request), "");
    request.headers = {{"cookie", "a=b; sitzung=abc; sprache=en"}};
    EXPECT_EQ(session_token(request), "abc");
    request.headers.emplace_back("authorization", "Bearer def");
    EXPECT_EQ(session_token(request), "def");
}

TEST(SessionCookie, is_out_of_reach_of_scripts_and_bound_to_the_host_behind_tls) {
    Response response;
    Request request;
    start_session(response, request, "abc");
    EXPECT_EQ(response.headers.back().second, "sitzung=abc; Path=/; HttpOnly; SameSite=Lax");
    request.over_tls = true;
    start_session(response, request, "abc");
    EXPECT_EQ(response.headers.back().second, "__Host-sitzung=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    end_session(response, request);
    EXPECT_THAT(response.headers.back().second, HasSubstr("Max-Age=0"));
}

TEST(Form, shows_what_was_sent_under_the_same_key) {
    auto const sent = Fields::from_query("title=+Licht+&_once=schluessel&box=1&box=3");
    Form form(sent, refuse("measures.title_missing", "title"));
    form.preset("title", "Vorgabe").preset("other", "Vorgabe");
    EXPECT_EQ(form.value("title"), " Licht ");
    EXPECT_EQ(form.value("other"), "");
    EXPECT_TRUE(form.is_chosen("box", "3"));
    EXPECT_FALSE(form.is_chosen("box", "2"));
    EXPECT_EQ(form.idempotency_key(), "schluessel");
    EXPECT_EQ(form.problems_at("title").size(), 1u);
    EXPECT_TRUE(form.problems_of_all().empty());
}

TEST(Form, that_was_not_sent_shows_its_presets_under_a_new_key) {
    Form form;
    form.preset("title", "Vorgabe");
    EXPECT_EQ(form.value("title"), "Vorgabe");
    EXPECT_FALSE(form.was_sent());
    EXPECT_NE(form.idempotency_key(), Form{}.idempotency_key());
}

}  // namespace
}  // namespace lenkwerk::web
