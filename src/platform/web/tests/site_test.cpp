#include "platform/web/tests/sample_site.hpp"

// Whole requests, in process: doors, languages, tokens, keys, kept pages, errors.
namespace lenkwerk::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

class SiteTest : public ::testing::Test {
protected:
    SampleSite sample;
    testing::Browser visitor{sample.site};
    testing::Browser office = sample.signed_in();
};

TEST_F(SiteTest, answers_a_page_with_its_headers) {
    auto const answer = visitor.get("/notizen");
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8");
}

TEST_F(SiteTest, speaks_german_first_and_what_is_asked_for) {
    EXPECT_THAT(visitor.get("/sprache").body, HasSubstr("de"));
    visitor.with_header("accept-language", "en-GB,en;q=0.9,de;q=0.8");
    EXPECT_THAT(visitor.get("/sprache").body, HasSubstr("en"));
}

TEST_F(SiteTest, remembers_the_language_that_was_chosen) {
    EXPECT_EQ(visitor.get("/sprache?sprache=en").body, "en");
    EXPECT_EQ(visitor.get("/sprache").body, "en");
    EXPECT_EQ(visitor.get("/sprache?sprache=xx").body, "en");
    EXPECT_EQ(visitor.get("/sprache?sprache=de").body, "de");
}

TEST_F(SiteTest, says_in_the_readers_language_that_there_is_no_such_page) {
    auto const answer = visitor.get("/nirgends");
    EXPECT_EQ(answer.status, 404);
    EXPECT_THAT(answer.body, HasSubstr("Diese Seite gibt es nicht"));
    EXPECT_THAT(visitor.with_header("accept-language", "en").get("/nirgends").body, HasSubstr("There is no such page"));
    EXPECT_EQ(visitor.get("/notizen/0").status, 404);
    EXPECT_EQ(visitor.get("/notizen/abc").status, 404);
    EXPECT_EQ(visitor.get("/notizen/99999999999999999999").status, 404);
}

TEST_F(SiteTest, finds_the_page_in_spite_of_a_slash_at_the_end) {
    auto const answer = visitor.get("/notizen/?a=b");
    EXPECT_EQ(answer.status, 308);
    EXPECT_EQ(answer.header("location"), "/notizen?a=b");
}

TEST_F(SiteTest, names_the_methods_that_an_address_knows) {
    auto const answer = visitor.json(Method::remove, "/notizen", "");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.header("allow"), "OPTIONS, GET, HEAD, POST");
    EXPECT_EQ(visitor.json(Method::options, "/notizen", "").status, 204);
}

TEST_F(SiteTest, shows_the_way_to_sign_in_and_back) {
    auto const answer = visitor.get("/intern?a=b");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.header("location"), "/anmelden?weiter=%2Fintern%3Fa%3Db");
    EXPECT_EQ(office.get("/intern").status, 200);
    EXPECT_EQ(office.get("/intern").header("cache-control"), "private, no-store");
}

TEST_F(SiteTest, does_not_open_the_door_to_who_may_not_pass) {
    EXPECT_EQ(office.get("/leitung").status, 403);
    EXPECT_EQ(office.get("/verboten").status, 403);
}

TEST_F(SiteTest, a_failure_gets_a_number_and_tells_nothing_else) {
    auto const answer = visitor.get("/kaputt");
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(answer.body, HasSubstr("Vorfallnummer: test"));
    EXPECT_THAT(answer.body, Not(HasSubstr("secret detail")));
}

TEST_F(SiteTest, a_failure_of_the_api_gets_its_number_as_json) {
    auto const answer = visitor.get("/api/v1/broken");
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(answer.body, AllOf(HasSubstr(R"("error.incident")"), HasSubstr("Vorfallnummer: test")));
    EXPECT_THAT(answer.body, Not(HasSubstr("secret detail")));
}

TEST_F(SiteTest, takes_a_form_only_with_its_token) {
    EXPECT_EQ(visitor.post("/notizen", {{"text", "a"}}).status, 403);
    visitor.get("/notizen/neu");
    EXPECT_EQ(visitor.post("/notizen", {{"text", "a"}, {"_form_token", "falsch"}}).status, 403);
    EXPECT_EQ(visitor.post("/notizen", {{"text", "a"}}).status, 303);
    EXPECT_EQ(sample.notes(), 1);
}

TEST_F(SiteTest, a_token_of_somebody_else_is_none) {
    testing::Browser other{sample.site};
    other.get("/notizen/neu");
    visitor.get("/notizen/neu");
    EXPECT_EQ(visitor.post("/notizen", {{"text", "a"}, {"_form_token", other.form_token()}}).status, 403);
    EXPECT_EQ(office.post("/notizen", {{"text", "a"}, {"_form_token", other.form_token()}}).status, 403);
}

TEST_F(SiteTest, a_token_that_comes_from_another_site_is_refused) {
    visitor.get("/notizen/neu");
    EXPECT_EQ(visitor.with_header("sec-fetch-site", "cross-site").post("/notizen", {{"text", "a"}}).status, 403);
}

TEST_F(SiteTest, a_form_sent_twice_is_done_once) {
    visitor.get("/notizen/neu");
    auto const first = visitor.post("/notizen", {{"text", "a"}});
    auto const second = visitor.post("/notizen", {{"text", "a"}});
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(second.header("location"), first.header("location"));
    EXPECT_EQ(sample.notes(), 1);
    visitor.get("/notizen/neu");
    EXPECT_NE(visitor.post("/notizen", {{"text", "a"}}).header("location"), first.header("location"));
}

TEST_F(SiteTest, the_key_of_one_reader_gets_nothing_of_another) {
    visitor.get("/notizen/neu");
    visitor.post("/notizen", {{"text", "a"}});
    office.get("/notizen/neu");
    EXPECT_EQ(office.post("/notizen", {{"text", "b"}, {"_once", visitor.form_key()}}).status, 303);
    EXPECT_EQ(sample.notes(), 2);
}

TEST_F(SiteTest, a_refusal_shows_the_form_again_with_what_was_typed) {
    visitor.get("/notizen/neu");
    auto const key = visitor.form_key();
    auto const answer = visitor.post("/notizen", {{"text", ""}, {"other", "<b>"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("&lt;b&gt;"));
    EXPECT_EQ(visitor.form_key(), key);
    EXPECT_EQ(visitor.post("/notizen", {{"text", "jetzt"}}).status, 303);
}

TEST_F(SiteTest, a_body_that_is_no_form_is_refused) {
    visitor.get("/notizen/neu");
    EXPECT_EQ(visitor.with_header("content-type", "text/xml").json(Method::post, "/notizen", "").status, 415);
}

TEST_F(SiteTest, a_program_gets_the_same_answers_as_json) {
    auto const refused = visitor.json(Method::post, "/api/v1/notes", R"({"text":""})");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.header("content-type"), "application/json");
    EXPECT_THAT(refused.body, HasSubstr(R"("key":"common.pattern.title_taken")"));
    EXPECT_THAT(refused.body, HasSubstr(R"("field":"text")"));
    auto const made = visitor.json(Method::post, "/api/v1/notes", R"({"text":"a"})");
    EXPECT_EQ(made.status, 201);
    EXPECT_EQ(made.header("location"), "/api/v1/notes/1");
    EXPECT_EQ(visitor.get("/api/v1/nothing").status, 404);
    EXPECT_THAT(visitor.get("/api/v1/nothing").body, HasSubstr("\"problems\""));
}

TEST_F(SiteTest, a_session_in_a_cookie_needs_the_token_for_the_api_as_well) {
    EXPECT_EQ(office.json(Method::post, "/api/v1/notes", R"({"text":"a"})").status, 403);
    office.get("/notizen/neu");
    EXPECT_EQ(office.json(Method::post, "/api/v1/notes", R"({"text":"a"})").status, 201);
    testing::Browser program{sample.site};
    program.with_header("authorization", "Bearer " + std::string(SampleSite::kToken));
    EXPECT_EQ(program.json(Method::post, "/api/v1/notes", R"({"text":"a"})").status, 201);
}

TEST_F(SiteTest, keeps_a_page_until_what_it_shows_changes) {
    EXPECT_EQ(visitor.get("/notizen").body, "0 notes");
    visitor.get("/notizen");
    EXPECT_EQ(sample.pages_made, 1);
    visitor.get("/notizen/neu");
    visitor.post("/notizen", {{"text", "a"}});
    EXPECT_EQ(visitor.get("/notizen").body, "1 notes");
    EXPECT_EQ(sample.pages_made, 2);
}

TEST_F(SiteTest, keeps_a_page_until_midnight_in_the_city) {
    sample.clock().set({1'795'474'740'000});  // 2026-11-23T23:59 in Berlin
    visitor.get("/notizen");
    sample.clock().advance(59s);
    visitor.get("/notizen");
    EXPECT_EQ(sample.pages_made, 1);
    sample.clock().advance(1s);
    visitor.get("/notizen");
    EXPECT_EQ(sample.pages_made, 2);
}

TEST_F(SiteTest, makes_pages_for_who_is_signed_in_each_time) {
    visitor.get("/notizen");
    office.get("/notizen");
    office.get("/notizen");
    EXPECT_EQ(sample.pages_made, 3);
}

TEST_F(SiteTest, never_keeps_a_page_with_a_form) {
    auto const first = visitor.get("/notizen/neu");
    testing::Browser other{sample.site};
    auto const second = other.get("/notizen/neu");
    EXPECT_NE(first.header("set-cookie"), "");
    EXPECT_NE(second.header("set-cookie"), "");
    EXPECT_NE(first.header("set-cookie"), second.header("set-cookie"));
}

TEST_F(SiteTest, a_browser_that_has_the_page_gets_no_second_copy) {
    auto const tag = visitor.get("/notizen").header("etag");
    EXPECT_EQ(visitor.with_header("if-none-match", tag).get("/notizen").status, 304);
}

TEST_F(SiteTest, says_that_it_is_well_and_how_the_cache_does) {
    visitor.get("/notizen");
    visitor.get("/notizen");
    auto const answer = visitor.get("/healthz");
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr(R"("status":"ok")"));
    EXPECT_THAT(answer.body, HasSubstr(R"("hits":1,"made":1)"));
}

TEST_F(SiteTest, has_a_sentence_for_everything_that_the_server_refuses) {
    for (int const status : {400, 408, 413, 414, 417, 431, 501, 503}) {
        auto const reply = sample.site.refusal(status, "en");
        EXPECT_EQ(reply.status, status);
        EXPECT_THAT(*reply.body, HasSubstr("lang=\"en\""));
    }
    EXPECT_THAT(*sample.site.refusal(503, "").head, HasSubstr("retry-after: 5"));
}

}  // namespace
}  // namespace lenkwerk::web
