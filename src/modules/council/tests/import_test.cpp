// The import as the office does it: read, check, confirm, and once more.
#include "modules/council/commands/papers.hpp"
#include "modules/council/commands/readings.hpp"
#include "modules/council/store/papers.hpp"
#include "modules/council/store/readings.hpp"
#include "modules/council/tests/town_of_papers.hpp"

namespace lenkwerk::council {
namespace {

class PaperImport : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!IsSkipped()) world = std::make_unique<town::World>(GetParam(), modules_of_papers());
    }
    template <class Command> auto as(access::Actor const& actor, Command command) {
        return world->write(actor, command);
    }
    template <class Command> auto office(Command command) { return as(town::office(), command); }

    std::int64_t count(storage::ReadSql sql) {
        return world->read([&](auto& reader) { return reader.number(sql); });
    }
    std::vector<std::int64_t> everything() {
        return {
            count("SELECT count(*) FROM council_papers"),          count("SELECT count(*) FROM council_consultations"),
            count("SELECT count(*) FROM plan_current_topics"),     count("SELECT count(*) FROM plan_current_plans"),
            count("SELECT count(*) FROM budget_standing_amounts"), count("SELECT count(*) FROM audit_events")};
    }
    Waiting waiting(ReadingId id) {
        return world->read([&](auto& reader) { return waiting_reading(reader, id).value(); });
    }
    ReadingId taken_in(PaperReading const& reading = invented_reading()) {
        return *office([&](auto& tx) { return take_in(tx, "C:\\Ablage\\0417-24.txt", reading); });
    }
    Outcome<PaperId> confirmed(ReadingId id, PaperDraft const& draft, std::string title = "Gut leben") {
        auto const version = waiting(id).version;
        return office(
            [&](auto& tx) { return confirm(tx, {{id, draft, version}, title, "", Audience::administration()}); });
    }
    std::vector<std::string> topics(PaperId paper) {
        return world->read([&](auto& reader) {
            std::vector<std::string> found;
            auto const plan = *store::find_paper(reader, Viewer::everything(), paper)->plan;
            for (auto const& line : plan::outline(reader, Viewer::everything(), plan))
                found.push_back(line.state + " " + line.title);
            return found;
        });
    }
    std::unique_ptr<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(PaperImport);

TEST_P(PaperImport, stores_plan_paper_sequence_and_budget_together) {
    auto const reading = invented_reading();
    auto const paper = office([&](auto& tx) { return import_whole(tx, reading); });
    ASSERT_TRUE(paper) << paper.problems().front().key;
    auto const found = everything();
    EXPECT_EQ(found[0], 1);
    EXPECT_EQ(found[1], std::ssize(reading.draft.consultations));
    EXPECT_EQ(found[2], std::ssize(reading.draft.fields) + std::ssize(reading.draft.topics));
    EXPECT_EQ(found[3], 1);
    EXPECT_EQ(found[4], std::ssize(reading.draft.budget));
    for (auto const& topic : topics(*paper)) EXPECT_TRUE(topic.starts_with("proposed ")) << topic;
    auto const steps = world->read([&](auto& reader) { return store::steps_of(reader, *paper); });
    EXPECT_EQ(steps.back().facts.role, "Beschluss");
    EXPECT_EQ(steps.front().facts.body, reading.draft.consultations.front().body);
}

TEST_P(PaperImport, of_the_same_paper_again_differs_in_nothing_and_doubles_nothing) {
    ASSERT_TRUE(office([](auto& tx) { return import_whole(tx, invented_reading()); }));
    auto before = everything();
    auto const again = taken_in();
    EXPECT_TRUE(waiting(again).is_known);
    EXPECT_TRUE(waiting(again).differences.empty());
    ASSERT_TRUE(confirmed(again, waiting(again).draft));
    auto after = everything();
    before.pop_back(), after.pop_back();  // the log alone goes on
    EXPECT_EQ(after, before);
}

TEST_P(PaperImport, keeps_what_the_office_corrected_and_the_source_beside_it) {
    auto const first = taken_in();
    auto draft = waiting(first).draft;
    auto const typo = draft.topics[1].title;
    draft.topics[1].title = "Sichere Schulwege";
    auto const paper = *confirmed(first, draft);
    EXPECT_NE(std::ranges::count(topics(paper), "proposed Sichere Schulwege"), 0);
    auto const kept = world->read([&](auto& reader) { return store::last_confirmed(reader, paper).value(); });
    EXPECT_EQ(kept.as_read.topics[1].title, typo);
    ASSERT_EQ(differences(kept.as_read, kept.draft).size(), 1U);
    EXPECT_EQ(differences(kept.as_read, kept.draft).front().before, typo);
    auto const again = taken_in();
    EXPECT_EQ(waiting(again).draft.topics[1].title, "Sichere Schulwege");
    EXPECT_TRUE(waiting(again).differences.empty());
}

TEST_P(PaperImport, shows_what_a_newer_paper_says_otherwise_and_takes_it_over) {
    auto const paper = *office([](auto& tx) { return import_whole(tx, invented_reading()); });
    auto reading = invented_reading();
    reading.draft.consultations.back().date = Day::of(2024, 12, 12);
    reading.draft.topics.back().title += " neu";
    auto const again = taken_in(reading);
    EXPECT_EQ(waiting(again).differences.size(), 2U);
    EXPECT_EQ(*confirmed(again, waiting(again).draft), paper);
    auto const steps = world->read([&](auto& reader) { return store::steps_of(reader, paper); });
    EXPECT_EQ(steps.back().facts.date, Day::of(2024, 12, 12));
    EXPECT_NE(std::ranges::count(topics(paper), "proposed " + reading.draft.topics.back().title), 0);
}

TEST_P(PaperImport, does_not_lose_a_result) {
    auto const paper = *office([](auto& tx) { return import_whole(tx, invented_reading()); });
    auto const steps = world->read([&](auto& reader) { return store::steps_of(reader, paper); });
    ASSERT_TRUE(office([&](auto& tx) {
        return record_results(
            tx, {paper, {{steps[0].id, ConsultationResult::as_recommended, ""}}, 1, Day::of(2026, 11, 23)});
    }));
    auto reading = invented_reading();
    reading.draft.consultations.erase(reading.draft.consultations.begin());
    auto const again = taken_in(reading);
    EXPECT_EQ(keys(confirmed(again, waiting(again).draft)), Keys{"council.reading.result_would_be_lost"});
    EXPECT_EQ(world->read([&](auto& reader) { return store::steps_of(reader, paper).size(); }), steps.size());
}

TEST_P(PaperImport, refused_by_one_part_stores_none) {
    auto const id = taken_in();
    auto const before = everything();
    auto draft = waiting(id).draft;
    draft.budget.front().from = 20250;
    EXPECT_EQ(keys(confirmed(id, draft)), Keys{"budget.amount.year_unlikely"});
    draft = waiting(id).draft;
    draft.number.reset();
    EXPECT_EQ(keys(confirmed(id, draft)), Keys{"council.paper.number_missing"});
    EXPECT_EQ(keys(confirmed(id, waiting(id).draft, " ")), Keys{"council.reading.plan_title_missing"});
    EXPECT_EQ(everything(), before);
}

TEST_P(PaperImport, waits_for_the_office_and_is_confirmed_once) {
    auto const id = taken_in();
    auto draft = waiting(id).draft;
    draft.title->value = "Sicher leben";
    auto const save = [&](std::int64_t version) {
        return office([&](auto& tx) { return correct(tx, {id, draft, version}); });
    };
    EXPECT_TRUE(save(1));
    EXPECT_EQ(keys(save(1)), Keys{"form.changed_meanwhile"});
    EXPECT_EQ(waiting(id).draft.title->value, "Sicher leben");
    ASSERT_TRUE(confirmed(id, draft));
    EXPECT_EQ(keys(save(2)), Keys{"council.reading.closed"});
    EXPECT_EQ(keys(office([&](auto& tx) { return discard(tx, id); })), Keys{"council.reading.closed"});
    EXPECT_EQ(keys(office([&](auto& tx) { return discard(tx, ReadingId{99}); })), Keys{"council.reading.unknown"});
}

TEST_P(PaperImport, puts_an_unfinished_reading_of_the_same_number_aside) {
    taken_in();
    auto const second = taken_in();
    auto const open = world->read([](auto& reader) { return store::open_readings(reader); });
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().id, second);
    EXPECT_EQ(open.front().file_name, "0417-24.txt");
    ASSERT_TRUE(office([&](auto& tx) { return discard(tx, second); }));
    EXPECT_TRUE(world->read([](auto& reader) { return store::open_readings(reader); }).empty());
}

TEST_P(PaperImport, is_the_offices_alone) {
    auto const id = taken_in();
    auto const draft = waiting(id).draft;
    for (auto const& actor :
         {town::visitor(), town::member(), town::department(), town::auditor(), town::administrator()}) {
        EXPECT_EQ(keys(as(actor, [&](auto& tx) { return take_in(tx, "x", invented_reading()); })),
                  Keys{"access.denied"});
        EXPECT_EQ(keys(as(actor, [&](auto& tx) { return correct(tx, {id, draft, 1}); })), Keys{"access.denied"});
        EXPECT_EQ(keys(as(actor, [&](auto& tx) { return confirm(tx, {{id, draft, 1}, "x", ""}); })),
                  Keys{"access.denied"});
        EXPECT_EQ(keys(as(actor, [&](auto& tx) { return discard(tx, id); })), Keys{"access.denied"});
    }
}

TEST_P(PaperImport, keeps_no_name_of_a_person_anywhere) {
    ASSERT_TRUE(office([](auto& tx) { return import_whole(tx, invented_reading()); }));
    for (auto const* name : {"Mustermann", "Musterfrau", "@"}) {
        auto const found = world->read([&](auto& reader) {
            return reader.first(
                "SELECT count(*) FROM council_readings WHERE as_read LIKE '%' || $1 || '%' OR draft LIKE '%' || $1 || "
                "'%' OR "
                "source_lines LIKE '%' || $1 || '%'",
                {std::string(name)}, [](storage::Row const& row) { return row.number(0); });
        });
        EXPECT_EQ(found, 0) << name;
        EXPECT_NE(invented_paper().find(std::string(name) == "@" ? "Telefon" : "Mustermann"), std::string::npos);
    }
}

TEST_P(PaperImport, of_the_real_paper_has_what_the_paper_says) {
    auto const bytes = real_paper();
    if (!bytes) GTEST_SKIP() << "THE REAL PAPER IS NOT HERE: set LENKWERK_SHARED to the folder of the reference data";
    auto const paper = office([&](auto& tx) { return import_whole(tx, reading_of(*bytes)); });
    ASSERT_TRUE(paper) << paper.problems().front().key;
    auto const found = everything();
    EXPECT_EQ(found[1], 28);
    EXPECT_EQ(found[2], 4 + 51);
    EXPECT_EQ(found[4], 2);
    EXPECT_EQ(count("SELECT count(*) FROM council_current_consultations WHERE role = 'Empfehlung'"), 27);
    EXPECT_EQ(count("SELECT count(*) FROM budget_standing_amounts WHERE basis = 'not_stated' AND cents = 5000000"), 2);
}

}  // namespace
}  // namespace lenkwerk::council
