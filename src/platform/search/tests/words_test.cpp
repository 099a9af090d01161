#include "platform/search/words.hpp"

#include "platform/search/excerpt.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace lenkwerk::search {
namespace {

using testing::ElementsAre;

// Whether a document with the one word is found by the other: they share a form.
bool meet(std::string_view left, std::string_view right) {
    auto const a = index_words(left), b = index_words(right);
    return std::any_of(a.begin(), a.end(),
                       [&](auto const& form) { return std::find(b.begin(), b.end(), form) != b.end(); });
}

TEST(Words, meet_however_umlauts_and_sharp_s_are_written) {
    for (auto const& [left, right] :
         std::vector<std::pair<std::string, std::string>>{{"Gebühren", "Gebuehr"},
                                                          {"Gebühren", "gebuhr"},
                                                          {"Gebuehren", "Gebühr"},
                                                          {"Straße", "STRASSE"},
                                                          {"Straßen", "Strasse"},
                                                          {"Öffentlichkeit", "oeffentlichkeit"},
                                                          {"Beschluss", "Beschlüsse"},
                                                          {"Plätze", "Platz"},
                                                          {"Café", "cafe"},
                                                          {"Łódź", "lodz"},
                                                          {"İstanbul", "istanbul"},
                                                          {"GRÜN", "gruen"},
                                                          {"Frauen", "Frau"}})
        EXPECT_TRUE(meet(left, right)) << left << " / " << right;
}

TEST(Words, do_not_meet_where_they_differ) {
    for (auto const& [left, right] : std::vector<std::pair<std::string, std::string>>{
             {"Platz", "Parks"}, {"Quelle", "Qualle"}, {"Steuer", "Stur"}, {"neue", "nu"}})
        EXPECT_FALSE(meet(left, right)) << left << " / " << right;
}

TEST(Words, are_runs_of_letters_and_digits_in_any_script) {
    EXPECT_THAT(index_words("§ 41 (1), Nr. 26093-22"), ElementsAre("41", "1", "nr", "26093", "22"));
    EXPECT_EQ(words_of("مرحبا Привіт").size(), 2U);
    EXPECT_TRUE(words_of(" ,.- ").empty());
}

TEST(Words, of_a_question_are_without_those_that_stand_everywhere) {
    auto const forms = [](std::string_view query) {
        std::vector<std::string> first;
        for (auto const& word : query_words(query)) first.push_back(word.forms.front());
        return first;
    };
    EXPECT_THAT(forms("die Beleuchtung für den Platz"), ElementsAre("beleucht", "platz"));
    EXPECT_THAT(forms("die"), ElementsAre("die"));
}

TEST(Words, stand_where_they_say_for_every_text) {
    EXPECT_TRUE(rc::check([](std::vector<std::uint8_t> const& bytes) {
        std::string const text{bytes.begin(), bytes.end()};
        std::size_t end = 0;
        for (auto const& word : words_of(text)) {
            RC_ASSERT(word.begin >= end && word.begin < word.end && word.end <= text.size());
            RC_ASSERT(!word.forms.empty());
            end = word.end;
        }
    }));
}

TEST(Excerpt, marks_what_was_found_and_keeps_the_text) {
    EXPECT_THAT(
        marked("Licht am Platz, Plätze", {"platz"}),
        ElementsAre(Piece{"Licht am ", false}, Piece{"Platz", true}, Piece{", ", false}, Piece{"Plätze", true}));
    EXPECT_TRUE(marked("", {"x"}).empty());
}

TEST(Excerpt, shows_the_part_around_the_first_word_whole_words_only) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "Bäume stehen hier ";
    text += "und Laternen leuchten ";
    for (int i = 0; i < 100; ++i) text += "bis es tagt ";
    auto const pieces = excerpt(text, {"latern"});
    ASSERT_EQ(pieces.size(), 5U);
    EXPECT_EQ(pieces[0].text, "… ");
    EXPECT_EQ(pieces[2], (Piece{"Laternen", true}));
    EXPECT_EQ(pieces[4].text, " …");
    EXPECT_EQ(excerpt("kurz", {"x"}), (std::vector<Piece>{{"kurz", false}}));
}

}  // namespace
}  // namespace lenkwerk::search
