// What the office does with a stored paper: results and visibility; and the city's folder.
#include "modules/council/commands/papers.hpp"
#include "modules/council/commands/pdf_text.hpp"
#include "modules/council/seed.hpp"
#include "modules/council/store/papers.hpp"
#include "modules/council/tests/town_of_papers.hpp"

namespace lenkwerk::council {
namespace {

using enum ConsultationResult;
Day const kToday = Day::of(2026, 11, 23);

class StoredPaper : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), modules_of_papers());
        paper = *office([](auto& tx) { return import_whole(tx, invented_reading()); });
    }
    std::vector<store::Step> steps() {
        return world->read([&](auto& reader) { return store::steps_of(reader, paper); });
    }
    std::int64_t version() {
        return world->read(
            [&](auto& reader) { return store::find_paper(reader, Viewer::everything(), paper)->version; });
    }
    Outcome<int> enter(std::vector<ResultEntry> const& entries, Day today = kToday) {
        auto const seen = version();
        return office([&](auto& tx) { return record_results(tx, {paper, entries, seen, today}); });
    }
    Outcome<Done> show_to(access::Actor const& actor, Audience const& audience) {
        auto const seen = version();
        return world->write(actor, [&](auto& tx) { return show_paper_to(tx, paper, audience, seen); });
    }
    bool visitor_sees() {
        return world->read(
            [&](auto& reader) { return store::find_paper(reader, Viewer::visitor(), paper).has_value(); });
    }
    std::unique_ptr<town::World> world;
    PaperId paper;
};
LENKWERK_ON_BOTH_DATABASES(StoredPaper);

TEST_P(StoredPaper, takes_the_results_of_its_bodies_in_one_go) {
    auto const all = steps();
    EXPECT_EQ(*enter({{all[0].id, as_recommended, ""}, {all[1].id, amended, " mit Zusatz "}}), 2);
    EXPECT_EQ(*enter({{all[0].id, as_recommended, ""}, {all[1].id, amended, "mit Zusatz"}}), 0);
    EXPECT_EQ(steps()[1].note, "mit Zusatz");
    EXPECT_EQ(*enter({{all[1].id, std::nullopt, ""}}), 1);
    EXPECT_EQ(steps()[1].facts.result, std::nullopt);
}

TEST_P(StoredPaper, takes_no_result_that_cannot_be) {
    auto const all = steps();
    auto const refused = enter({{all[0].id, noted, ""}}, Day::of(2024, 11, 1));
    EXPECT_EQ(keys(refused), Keys{"council.result.ahead"});
    EXPECT_EQ(refused.problems().front().field, "r" + std::to_string(all[0].id.value) + "-result");
    EXPECT_EQ(keys(enter({{all.back().id, rejected, ""}, {all[0].id, noted, ""}})),
              Keys{"council.result.sequence_over"});
    EXPECT_EQ(steps().back().facts.result, std::nullopt) << "all or nothing";
    EXPECT_EQ(keys(enter({{all[0].id, noted, std::string(501, 'x')}})), Keys{"council.result.note_too_long"});
    EXPECT_EQ(keys(enter({{ConsultationId{9999}, noted, ""}})), Keys{"council.result.consultation_unknown"});
    EXPECT_EQ(keys(office([&](auto& tx) { return record_results(tx, {paper, {}, 77, kToday}); })),
              Keys{"form.changed_meanwhile"});
    EXPECT_EQ(keys(office([&](auto& tx) { return record_results(tx, {PaperId{99}, {}, 1, kToday}); })),
              Keys{"council.paper.unknown"});
}

TEST_P(StoredPaper, is_shown_to_everyone_by_an_act_that_can_be_taken_back) {
    EXPECT_FALSE(visitor_sees());
    EXPECT_EQ(keys(show_to(town::member(), Audience::everyone())), Keys{"access.denied"});
    ASSERT_TRUE(show_to(town::office(), Audience::everyone()));
    EXPECT_TRUE(visitor_sees());
    ASSERT_TRUE(show_to(town::office(), Audience::administration()));
    EXPECT_FALSE(visitor_sees());
}

TEST_P(StoredPaper, that_calls_itself_not_public_is_not_published) {
    auto reading = invented_reading();
    reading.draft.is_public = Found<bool>{false, {1}};
    ASSERT_TRUE(office([&](auto& tx) { return import_whole(tx, reading); }));
    EXPECT_EQ(keys(show_to(town::office(), Audience::everyone())), Keys{"council.paper.not_public"});
}

TEST_P(StoredPaper, takes_results_from_the_office_alone) {
    auto const step = steps()[0].id;
    for (auto const& actor : {town::visitor(), town::member(), town::department(), town::auditor()})
        EXPECT_EQ(keys(world->write(
                      actor, [&](auto& tx) { return record_results(tx, {paper, {{step, noted, ""}}, 1, kToday}); })),
                  Keys{"access.denied"});
}

// The folder of the invented city and its paper say the same.
TEST_P(StoredPaper, that_was_planted_from_the_folder_does_not_differ_from_its_file) {
    town::World other{GetParam(), modules_of_papers()};
    auto const folder_path = std::string(LENKWERK_SOURCE_DIR) + "/tests/cities/musterstadt";
    auto const system = access::Actor::system("command:init");
    ASSERT_TRUE(other.write(system, [&](storage::Transaction& tx) {
        SeedFolder folder{folder_path, kToday};
        for (auto const& module : modules_of_papers())
            for (auto const& seed : module.seeds) seed.plant(tx, folder);
        return Outcome<Done>(Done{});
    }));
    auto const id = *other.write(system, [](auto& tx) { return take_in(tx, "0417-24.txt", invented_reading()); });
    auto const waiting = other.read([&](auto& reader) { return waiting_reading(reader, id).value(); });
    EXPECT_TRUE(waiting.is_known);
    for (auto const& one : waiting.differences)
        ADD_FAILURE() << one.what << ' ' << one.which << ' ' << one.member << ": " << one.before << " → " << one.after;
}

TEST(PdfText, refuses_what_it_cannot_read_and_says_where_the_program_is_missing) {
    EXPECT_EQ(keys(text_of_pdf("%PDF-1.7 kaputt")), Keys{"council.paper.pdf_unreadable"});
    EXPECT_EQ(keys(text_of_pdf("%PDF-1.7", kPdfTime, "/nowhere/pdftotext")), Keys{"council.paper.pdf_program_missing"});
}

}  // namespace
}  // namespace lenkwerk::council
