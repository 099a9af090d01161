#include "platform/search/find.hpp"

#include "platform/search/documents.hpp"
#include "platform/storage/inspection.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::search {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class Search : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!IsSkipped()) world.emplace(GetParam());
    }
    void index(std::int64_t id, std::string title, std::string text = {},
               Audience const& audience = Audience::everyone()) {
        world->write(town::office(), [&](storage::Transaction& tx) {
            tx.index({{"park", id}, audience, std::move(title), std::move(text), "/parks/" + std::to_string(id)});
        });
        world->clock().advance(std::chrono::milliseconds{1});
    }
    std::vector<std::int64_t> ids(std::string const& query, Viewer const& viewer = Viewer::visitor()) {
        std::vector<std::int64_t> found;
        for (auto const& hit : hits({query}, viewer).items) found.push_back(hit.subject.id);
        return found;
    }
    Page<Hit> hits(Question const& question, Viewer const& viewer = Viewer::visitor()) {
        return world->read([&](storage::Reader const& reader) { return find(reader, viewer, question); });
    }
    std::optional<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(Search);

TEST_P(Search, finds_words_in_their_forms_and_however_they_are_written) {
    index(1, "Beschlüsse", "Die Gebühren der Straßenreinigung");
    for (auto const* query : {"beschluss", "BESCHLÜSSE", "Gebuehr", "gebuhren", "Gebühr Beschluss", "der Gebühr"})
        EXPECT_THAT(ids(query), ElementsAre(1)) << query;
    for (auto const* query : {"", "  ", "§", "Beschluss Hund", "reinigen Hund"})
        EXPECT_TRUE(ids(query).empty()) << query;
}

TEST_P(Search, finds_a_part_of_a_compound) {
    index(1, "Neue Straßenbeleuchtung");
    index(2, "Kinderspielplatz");
    EXPECT_THAT(ids("Beleuchtung"), ElementsAre(1));
    EXPECT_THAT(ids("spielplätze"), ElementsAre(2));
    EXPECT_THAT(ids("straßen"), ElementsAre(1));
    EXPECT_TRUE(ids("neu hund").empty());
}

TEST_P(Search, shows_nobody_what_is_not_for_them) {
    index(1, "Brunnen", "offen");
    index(2, "Brunnen", "Verwaltung", Audience::administration());
    index(3, "Brunnen", "AG", Audience::body(3));
    EXPECT_THAT(ids("Brunnen"), ElementsAre(1));
    EXPECT_THAT(ids("Brunnen", Viewer::insider({})), UnorderedElementsAre(1, 2));
    EXPECT_THAT(ids("Brunnen", Viewer::insider({3})), UnorderedElementsAre(1, 2, 3));
    EXPECT_THAT(ids("Brunnen", Viewer::insider({4})), UnorderedElementsAre(1, 2));
    EXPECT_THAT(ids("Brunnen", Viewer::everything()), UnorderedElementsAre(1, 2, 3));
}

TEST_P(Search, names_titles_first_then_what_changed_last) {
    index(1, "Laterne");
    index(2, "Bank", "neben der Laterne");
    index(3, "Laternen am Ufer");
    index(4, "Mauer", "unter Laternen");
    EXPECT_THAT(ids("Laterne"), ElementsAre(3, 1, 4, 2));
}

TEST_P(Search, keeps_one_document_for_each_subject_and_none_of_what_was_taken_out) {
    index(1, "Brunnen");
    index(1, "Teich");
    EXPECT_TRUE(ids("Brunnen").empty());
    EXPECT_THAT(ids("Teich"), ElementsAre(1));
    world->write(town::office(), [](storage::Transaction& tx) { tx.unindex({"park", 1}); });
    EXPECT_TRUE(ids("Teich").empty());
}

TEST_P(Search, goes_on_page_by_page_without_a_gap_or_a_repetition) {
    for (int i = 1; i <= 45; ++i) index(i, i % 3 == 0 ? "Ulme" : "Baum", "eine Ulme");
    std::vector<std::int64_t> seen;
    Question question{"Ulme"};
    do {
        auto const page = hits(question);
        for (auto const& hit : page.items) seen.push_back(hit.subject.id);
        question.cursor = page.next;
    } while (question.cursor);
    std::set<std::int64_t> const different{seen.begin(), seen.end()};
    EXPECT_EQ(seen.size(), 45U);
    EXPECT_EQ(different.size(), 45U);
    EXPECT_EQ(seen.front(), 45);
    EXPECT_THROW((void)hits({"Ulme", "", Cursor{"x", 1}.write()}), BadCursor);
}

TEST_P(Search, no_question_is_read_as_a_command_of_the_index) {
    index(1, "Brunnen OR Teich");
    for (auto const* query : {"\"", "Brunnen\" OR \"x", "title_words:Brunnen", "NEAR(a b)", "' | 'x", "Brunnen*",
                              "a & !b", "-Brunnen", "%", "_"})
        EXPECT_NO_THROW((void)ids(query)) << query;
    EXPECT_THAT(ids("-Brunnen"), ElementsAre(1));
}

TEST_P(Search, asks_for_one_kind_only) {
    index(1, "Brunnen");
    EXPECT_EQ(hits({"Brunnen", "park"}).items.size(), 1U);
    EXPECT_TRUE(hits({"Brunnen", "topic"}).items.empty());
}

TEST_P(Search, counts_by_kind_what_the_viewer_may_see) {
    index(1, "Brunnen");
    index(2, "Brunnen", "", Audience::administration());
    world->write(town::office(), [](storage::Transaction& tx) {
        tx.index({{"bench", 1}, Audience::everyone(), "Bank am Brunnen", "", "/benches/1"});
    });
    auto const counts = [&](Viewer const& viewer) {
        return world->read([&](storage::Reader const& reader) { return count_by_kind(reader, viewer, "brunnen"); });
    };
    EXPECT_THAT(counts(Viewer::visitor()), ElementsAre(KindCount{"bench", 1}, KindCount{"park", 1}));
    EXPECT_THAT(counts(Viewer::everything()), ElementsAre(KindCount{"park", 2}, KindCount{"bench", 1}));
}

// The index is kept by hand on SQLite: it must fit its documents after whatever was done to them.
TEST_P(Search, index_and_documents_fit_after_every_change) {
    for (int round = 0; round < 3; ++round)
        for (int id = 1; id <= 5; ++id) index(id, "Park " + std::to_string(round), "Baum und Bank");
    world->write(town::office(), [](storage::Transaction& tx) { tx.unindex({"park", 3}), tx.unindex({"park", 99}); });
    EXPECT_THAT(storage::inspect(world->database()), ElementsAre());
    EXPECT_THAT(ids("Baum"), ElementsAre(5, 4, 2, 1));
    EXPECT_TRUE(ids("1").empty());
}

TEST_P(Search, marks_what_it_found) {
    index(1, "Der Brunnen", "Am Brunnen vor dem Tore");
    auto const hit = hits({"Brunnen"}).items.at(0);
    EXPECT_EQ(hit.address, "/parks/1");
    EXPECT_THAT(hit.marked_title, ElementsAre(Piece{"Der ", false}, Piece{"Brunnen", true}));
    EXPECT_EQ(hit.excerpt.at(1), (Piece{"Brunnen", true}));
}

TEST_P(Search, forgets_words_that_stand_nowhere_any_more) {
    index(1, "Brunnengeheimnis");
    index(1, "Teich");
    auto const knows = [&] {
        return world->read([](storage::Reader const& reader) {
            return reader.exists("SELECT 1 FROM search_vocabulary WHERE word LIKE '%geheimnis%'", {});
        });
    };
    EXPECT_TRUE(knows());
    world->database().keep(world->clock(), rebuild);
    EXPECT_FALSE(knows());
    EXPECT_THAT(ids("Teich"), ElementsAre(1));
}

}  // namespace
}  // namespace lenkwerk::search
