#include "modules/council/rules/corrections.hpp"

#include "modules/council/rules/admission.hpp"
#include "modules/council/rules/paper_differences.hpp"
#include "modules/council/store/draft_text.hpp"
#include "modules/council/tests/town_of_papers.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::council {
namespace {

PaperDraft const& read_once() {
    static auto const draft = invented_reading().draft;
    return draft;
}

// What an office may do to a draft: edit, leave out, add.
PaperDraft corrected_somehow() {
    auto draft = read_once();
    auto const pick = [](auto& all) -> auto& { return all[*rc::gen::inRange<std::size_t>(0, all.size())]; };
    if (*rc::gen::arbitrary<bool>()) pick(draft.topics).title = "anders";
    if (*rc::gen::arbitrary<bool>()) pick(draft.consultations).role = "Anhörung neu";
    if (*rc::gen::arbitrary<bool>()) pick(draft.budget).basis = Basis::total;
    if (*rc::gen::arbitrary<bool>()) draft.title->value = "Anderer Titel";
    if (*rc::gen::arbitrary<bool>()) draft.deviation.reset();
    if (*rc::gen::arbitrary<bool>()) draft.topics.pop_back();
    if (*rc::gen::arbitrary<bool>()) draft.consultations.push_back({99, "Jugendrat", std::nullopt, "Anhörung", {}});
    return draft;
}

RC_GTEST_PROP(Corrections, of_the_same_reading_are_what_the_office_made_of_it, ()) {
    auto const corrected = corrected_somehow();
    auto const again = with_corrections(read_once(), corrected, read_once());
    auto const left = differences(corrected, again);
    for (auto const& one : left) RC_ASSERT(one.member == "order");
}

RC_GTEST_PROP(Corrections, leave_a_paper_that_nobody_corrected_as_it_is, ()) {
    auto const now = corrected_somehow();
    RC_ASSERT(differences(now, with_corrections(read_once(), read_once(), now)).size() <= 1U);
}

RC_GTEST_PROP(DraftText, comes_back_as_it_was, ()) {
    auto const draft = corrected_somehow();
    RC_ASSERT(store::draft_in(store::as_text(draft)) == draft);
}

TEST(Corrections, give_way_to_what_the_paper_says_anew) {
    auto corrected = read_once(), now = read_once();
    corrected.topics[0].title = "von der Geschäftsstelle";
    now.topics[0].title = "in der neuen Fassung";
    EXPECT_EQ(with_corrections(read_once(), corrected, now).topics[0].title, "in der neuen Fassung");
}

TEST(Admission, names_the_place_of_each_fault) {
    auto draft = read_once();
    draft.number.reset();
    draft.title->value = "  ";
    draft.consultations[2].body.clear();
    draft.fields[0].title.clear();
    draft.topics[3].title.clear();
    draft.topics[4].number = draft.topics[3].number;
    draft.topics.push_back({"9.9.9", "Ohne Ort", "", std::nullopt, {}});
    draft.competence->value = std::string(100'001, 'x');
    auto const outcome = admitted(draft);
    Keys const expected{"council.paper.text_too_long",      "council.paper.number_missing",
                        "council.paper.title_missing",      "council.paper.consultation_without_body",
                        "council.paper.field_incomplete",   "council.paper.topic_incomplete",
                        "council.paper.topic_number_twice", "council.paper.topic_unplaced"};
    EXPECT_EQ(keys(outcome), expected);
    EXPECT_EQ(outcome.problems()[3].field, "c2-body");
    EXPECT_EQ(outcome.problems().back().field, "t" + std::to_string(draft.topics.size() - 1) + "-number");
}

TEST(Admission, finds_the_place_of_a_topic_that_was_typed) {
    auto draft = read_once();
    draft.topics.push_back({draft.fields[0].number + ".99", "Neu", "", std::nullopt, {}});
    auto const good = admitted(draft);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->topics.back().field, draft.fields[0].number);
    EXPECT_EQ(good->topics.back().parent, std::nullopt);
    EXPECT_EQ(number_above("3.3.1.1"), "3.3.1");
    EXPECT_EQ(number_above("3"), "");
}

TEST(Source, has_every_line_of_a_finding_and_no_name) {
    auto const reading = invented_reading();
    std::set<int> known;
    for (auto const& line : reading.source) {
        known.insert(line.number);
        EXPECT_EQ(line.text.find("Mustermann"), std::string::npos) << line.text;
    }
    auto const author = read_paper_with_source(
        "öffentlich\n\nFachbereich\tDezernent\tDatum\nDez3\tStR Max Muster\t08.11.2022\n\n"
        "verantwortlich\tTelefon\tDringlichkeit\nErika Muster\t24466\t-\n\n"
        "Tagesordnungspunkt\n\nLicht\n\nBeschlussvorschlag\n\nDer Rat beschließt Licht.\n");
    ASSERT_TRUE(author);
    for (auto const& line : author->source) {
        EXPECT_EQ(line.text.find("24466"), std::string::npos) << line.text;
        EXPECT_EQ(line.text.find("Muster"), std::string::npos) << line.text;
    }
    for (auto const& topic : reading.draft.topics)
        for (auto const line : topic.lines) EXPECT_TRUE(known.contains(line)) << line;
    EXPECT_EQ(reading.draft, *read_paper(invented_paper()));
}

}  // namespace
}  // namespace lenkwerk::council
