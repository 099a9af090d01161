#include "modules/council/council.hpp"
#include "modules/council/tests/paper_disturbances.hpp"
#include "modules/council/tests/shared_paper.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace lenkwerk::council {
namespace {

std::string key_of(std::string_view bytes) {
    auto const draft = read_paper(bytes);
    return draft ? "" : draft.problems().front().key;
}

TEST(PaperReader, refuses_what_is_no_paper_and_says_why) {
    EXPECT_EQ(key_of(""), "council.paper.empty");
    EXPECT_EQ(key_of("\xEF\xBB\xBF \r\n\t\f\n"), "council.paper.empty");
    EXPECT_EQ(key_of(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)), "council.paper.binary");
    EXPECT_EQ(key_of(std::string(kLargestPaper + 1, 'a')), "council.paper.too_large");
    EXPECT_EQ(key_of("Liebe Nachbarn,\n\nam Samstag ist Flohmarkt.\n"), "council.paper.not_a_paper");
}

TEST(PaperReader, reads_the_invented_paper_whole) {
    auto const draft = read_paper(invented_paper());
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->number->value, "0417-24");
    EXPECT_EQ(draft->date->value, Day::of(2024, 10, 14));
    EXPECT_EQ(draft->division->value, "Dez2");
    EXPECT_EQ(draft->title->value, "Sicherheitsplan „Gut leben in Musterstadt“");
    EXPECT_EQ(draft->urgency->value, "-");
    EXPECT_TRUE(draft->is_public->value);
    EXPECT_EQ(draft->consultations.size(), 11U);
    EXPECT_EQ(draft->consultations.back().body, "Stadtverordnetenversammlung");
    EXPECT_EQ(draft->consultations.back().role, "Beschluss");
    EXPECT_EQ(draft->fields.size(), 3U);
    EXPECT_EQ(draft->fields[1].subtitle, "Sichtbar sein, wo Menschen unterwegs sind");
    EXPECT_EQ(draft->topics.size(), 13U);
    EXPECT_EQ(draft->budget.size(), 4U);
    EXPECT_EQ(draft->staff_effects->value, "Eine halbe Stelle in der Geschäftsstelle, aus dem vorhandenen Stellenplan");
    EXPECT_EQ(draft->competence->value,
              "Die Stadtverordnetenversammlung ist nach § 50 Abs. 1 Hessische Gemeindeordnung (HGO) zuständig.");
    EXPECT_EQ(draft->deviation->reason, "damit die Mittel noch im Haushalt 2025 stehen können");
    EXPECT_EQ(draft->withheld, 8);
    EXPECT_TRUE(draft->unrecognised.empty());
}

TEST(PaperReader, gives_every_finding_the_lines_it_stands_on) {
    auto const draft = read_paper(
        "öffentlich\nTagesordnungspunkt\nLicht im Park\n\nBeschlussvorschlag\nDer Rat beschließt\ndie Beleuchtung.\n");
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->is_public->lines, Lines{1});
    EXPECT_EQ(draft->title->lines, Lines{3});
    EXPECT_EQ(draft->draft_resolution->lines, (Lines{6, 7}));
    EXPECT_EQ(draft->draft_resolution->value, "Der Rat beschließt die Beleuchtung.");
}

TEST(PaperReader, skips_numbers_of_pages_between_the_lines_of_a_page_header) {
    auto const expected = only_what_is_said(*read_paper(invented_paper()));
    for (std::string const split : {"Drucksache-Nr.:\tSeite\n", "Drucksache-Nr.:\n\n", "\nSeite\n\n"}) {
        ASSERT_NE(invented_paper().find(split), std::string::npos) << split;
        auto const found = read_paper(replaced(invented_paper(), split, split + "- 3 -\n- 4 -\n"));
        ASSERT_TRUE(found) << split;
        EXPECT_TRUE(only_what_is_said(*found) == expected) << split;
    }
}

TEST(PaperReader, lists_what_no_rule_has_read) {
    auto const draft = read_paper("Betreff: Wege\nBeschlussvorschlag: Ja.\nAnlagen:\n1 Lageplan\n");
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->unrecognised, (std::vector<UnrecognisedLine>{{4, "1 Lageplan"}}));
}

class RealPaper : public testing::Test {
protected:
    void SetUp() override {
        auto const bytes = real_paper();
        if (!bytes)
            GTEST_SKIP()
                << "THE REAL PAPER IS NOT TESTED: no ../shared/seed/26093-22.txt and LENKWERK_SHARED is not set";
        auto draft = read_paper(*bytes);
        ASSERT_TRUE(draft);
        draft_ = *draft;
    }
    PaperDraft draft_;
};

TEST_F(RealPaper, has_28_consultations_of_which_the_last_decides) {
    ASSERT_EQ(draft_.consultations.size(), 28U);
    for (std::size_t i = 0; i < 28; ++i) {
        EXPECT_EQ(draft_.consultations[i].order, static_cast<int>(i) + 1);
        EXPECT_EQ(draft_.consultations[i].lines, Lines{static_cast<int>(i) + 15});
        EXPECT_EQ(draft_.consultations[i].role, i < 27 ? "Empfehlung" : "Beschluss");
    }
    EXPECT_EQ(draft_.consultations[13].body,
              "Ausschuss für Wirtschafts-, Beschäftigungsförderung, Europa, Wissenschaft und Forschung");
    EXPECT_EQ(draft_.consultations[27].body, "Rat der Stadt");
    EXPECT_EQ(draft_.consultations[27].date, Day::of(2023, 2, 9));
}

TEST_F(RealPaper, has_4_fields_with_subtitles_and_51_topics_in_a_tree) {
    ASSERT_EQ(draft_.fields.size(), 4U);
    EXPECT_EQ(draft_.fields[2].title, "Bevölkerungsschutz");
    EXPECT_EQ(draft_.fields[2].subtitle, "Gemeinsam durch Gefahrenlagen");
    ASSERT_EQ(draft_.topics.size(), 51U);
    auto const deepest = std::ranges::find(draft_.topics, "3.3.1.1", &DraftTopic::number);
    ASSERT_NE(deepest, draft_.topics.end());
    EXPECT_EQ(deepest->title, "Gas/Strom/Benzin");
    EXPECT_EQ(deepest->parent, "3.3.1");
    EXPECT_EQ(deepest->field, "3");
    // The paper's own typing error stays.
    EXPECT_EQ(std::ranges::find(draft_.topics, "2.5", &DraftTopic::number)->title,
              "Videüberwachung im öffentlichen Raum");
}

TEST_F(RealPaper, has_two_amounts_and_does_not_say_on_which_basis) {
    ASSERT_EQ(draft_.budget.size(), 2U);
    DraftBudgetAmount const first{.holder = "Amt 93",
                                  .order = "93013101 0004",
                                  .account = "541710",
                                  .label = "Ordentlicher Aufwand personelle Dienstleistungen",
                                  .from = 2023,
                                  .to = 2023,
                                  .basis = Basis::not_stated,
                                  .amount = {5'000'000},
                                  .lines = {66}};
    EXPECT_EQ(draft_.budget[0], first);
    EXPECT_EQ(draft_.budget[1].from, 2024);
    EXPECT_EQ(draft_.budget[1].to, 2026);
    EXPECT_EQ(draft_.budget[1].amount.value, 5'000'000);
}

TEST_F(RealPaper, leaves_out_every_name_and_telephone_number) {
    EXPECT_EQ(draft_.withheld, 14);
    EXPECT_TRUE(draft_.unrecognised.empty());
    EXPECT_EQ(draft_.climate_effects->value, "Keine");
    EXPECT_EQ(draft_.division->value, "Dez3");
    EXPECT_EQ(draft_.deviation->reason, "um die Ratssitzung am 09.02.2023 zu erreichen");
}

}  // namespace
}  // namespace lenkwerk::council
