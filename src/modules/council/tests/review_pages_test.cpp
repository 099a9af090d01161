// From the file to the stored paper, as the office sees it.
#include "modules/council/store/papers.hpp"
#include "modules/council/tests/pages_fixture.hpp"

namespace lenkwerk::council {
namespace {

class ReviewPages : public PaperPages {
protected:
    // The address of the review of the invented paper.
    std::string taken_in(web::testing::Browser& office) {
        EXPECT_EQ(office.get("/vorlagen/eingang").status, 200);
        auto const sent = office.upload("/vorlagen/eingang", {}, "file", paper_file());
        EXPECT_EQ(sent.status, 303) << sent.body;
        return sent.header("location");
    }
};
LENKWERK_ON_BOTH_DATABASES(ReviewPages);

TEST_P(ReviewPages, show_each_finding_beside_its_line) {
    auto office = browser("office");
    auto const review = office.get(taken_in(office));
    EXPECT_EQ(review.status, 200);
    EXPECT_TRUE(review.contains("Zeile 25"));
    EXPECT_TRUE(review.contains("name=\"c10-body\""));
    EXPECT_TRUE(review.contains("Stadtverordnetenversammlung"));
    EXPECT_FALSE(review.contains("Mustermann"));
    EXPECT_EQ(review.header("cache-control"), "private, no-store");
}

TEST_P(ReviewPages, lead_from_a_corrected_topic_to_the_paper) {
    auto office = browser("office");
    auto const address = taken_in(office);
    office.get(address);
    auto const confirmed = office.post(
        address,
        {{"version", "1"}, {"t1-title", "Sichere Schulwege"}, {"plan_title", "Gut leben"}, {"audience", "public"}});
    ASSERT_EQ(confirmed.status, 303) << confirmed.body;
    auto const paper = office.follow(confirmed);
    EXPECT_TRUE(paper.contains(said("council.review.confirmed")));
    EXPECT_TRUE(paper.contains("Sichere Schulwege"));
    EXPECT_TRUE(paper.contains("Gut leben"));
    EXPECT_TRUE(paper.contains("32014400 0012"));
    EXPECT_TRUE(paper.contains(said("council.check.good_with_deviation")));
    EXPECT_EQ(browser().get(confirmed.header("location")).status, 200);
    EXPECT_EQ(office.get(address).status, 303) << "what is confirmed leads to its paper";
}

TEST_P(ReviewPages, save_for_later_and_give_back_what_was_typed) {
    auto office = browser("office");
    auto const address = taken_in(office);
    office.get(address);
    auto const saved = office.post(address, {{"version", "1"}, {"title", "Anders"}, {"act", "save"}, {"c0-out", "1"}});
    EXPECT_EQ(saved.header("location"), address);
    auto const again = office.get(address);
    EXPECT_TRUE(again.contains("value=\"Anders\""));
    EXPECT_FALSE(again.contains("value=\"Beirat für Menschen mit Behinderungen\""));
    EXPECT_TRUE(browser("office").get("/vorlagen/eingang").contains("Anders"));
}

TEST_P(ReviewPages, name_the_field_that_cannot_be_read) {
    auto office = browser("office");
    auto const address = taken_in(office);
    for (auto const& [name, value, key] :
         std::vector<std::array<std::string, 3>>{{"date", "gestern", "council.reading.day_unreadable"},
                                                 {"b0-from", "zwanzig", "council.reading.year_unreadable"},
                                                 {"b0-amount", "viel", "council.reading.amount_unreadable"},
                                                 {"number", "", "council.paper.number_missing"},
                                                 {"t0-number", "9.9", "council.paper.topic_unplaced"}}) {
        office.get(address);
        auto const answer = office.post(address, {{"version", "1"}, {name, value}, {"plan_title", "x"}});
        EXPECT_EQ(answer.status, 422) << key;
        auto const shown = key == "council.paper.topic_unplaced" ? std::string("9.9 gehört unter 9") : said(key);
        EXPECT_TRUE(answer.contains(shown)) << key;
    }
    office.get(address);
    EXPECT_EQ(office.post(address, {{"version", "7"}}).status, 409);
}

TEST_P(ReviewPages, of_the_same_paper_again_say_that_nothing_differs) {
    auto const paper = stored();
    auto office = browser("office");
    auto const review = office.get(taken_in(office));
    EXPECT_TRUE(review.contains(said("council.review.same")));
    EXPECT_TRUE(review.contains("/vorlagen/" + std::to_string(paper.value)));
    EXPECT_FALSE(review.contains("name=\"plan_title\""));
}

TEST_P(ReviewPages, say_why_a_file_is_not_taken) {
    auto office = browser("office");
    for (auto const& [content, key] :
         std::vector<std::pair<std::string, std::string>>{{"", "council.paper.empty"},
                                                          {std::string(40, '\0'), "council.paper.binary"},
                                                          {"Einkaufsliste\nMilch\n", "council.paper.not_a_paper"},
                                                          {"%PDF-1.7 kaputt", "council.paper.pdf_unreadable"}}) {
        office.get("/vorlagen/eingang");
        auto const answer = office.upload("/vorlagen/eingang", {}, "file", {"datei.txt", "text/plain", content});
        EXPECT_EQ(answer.status, 422) << key;
        EXPECT_TRUE(answer.contains(said(key))) << key;
    }
}

TEST_P(ReviewPages, take_text_that_was_pasted) {
    auto office = browser("office");
    office.get("/vorlagen/eingang");
    EXPECT_EQ(office.post("/vorlagen/eingang", {{"text", invented_paper()}}).status, 303);
}

TEST_P(ReviewPages, put_an_entry_aside_and_open_a_stored_paper_again) {
    auto office = browser("office");
    auto const address = taken_in(office);
    office.get(address);
    EXPECT_EQ(office.post(address + "/ende").header("location"), "/vorlagen/eingang");
    EXPECT_EQ(office.get(address).status, 404);
    auto const paper = "/vorlagen/" + std::to_string(stored().value);
    office.get(paper);
    auto const reopened = office.post(paper + "/berichtigung");
    ASSERT_EQ(reopened.status, 303);
    EXPECT_TRUE(office.follow(reopened).contains(said("council.review.same")));
}

TEST_P(ReviewPages, are_closed_to_everybody_else) {
    auto office = browser("office");
    auto const address = taken_in(office);
    auto const paper = "/vorlagen/" + std::to_string(stored().value);
    for (auto const& page : {std::string("/vorlagen/eingang"), address, paper + "/ergebnisse"}) {
        EXPECT_EQ(browser().get(page).status, 303) << page;
        for (auto const* who : {"member", "department", "auditor"})
            EXPECT_EQ(browser(who).get(page).status, 403) << who << ' ' << page;
    }
    for (auto const& act : {std::string("/vorlagen/eingang"), address, address + "/ende", paper + "/berichtigung",
                            paper + "/sichtbarkeit", paper + "/ergebnisse"})
        for (auto const* who : {"member", "department", "auditor"}) {
            auto other = browser(who);
            other.get("/konto");
            EXPECT_EQ(other.post(act, {{"version", "1"}}).status, 403) << who << ' ' << act;
        }
    EXPECT_EQ(office.get("/vorlagen/eingang/999").status, 404);
}

}  // namespace
}  // namespace lenkwerk::council
