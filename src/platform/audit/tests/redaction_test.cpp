#include "platform/audit/redaction.hpp"

#include "platform/audit/chain.hpp"
#include "platform/search/find.hpp"
#include "platform/storage/export.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace lenkwerk::audit {
namespace {

using storage::Bytes;
using storage::Dialect;

// With a quote, an umlaut and an ampersand: JSON and HTML write it in other ways.
std::string const kSecret = "Jürgen \"Ypsilon\" & Söhne";

storage::Schema schema_with_copies(Dialect dialect) {
    auto files = embedded_files("platform/");
    files.push_back({"modules/parks/store/migrations/20261123_1000_parks.sql", R"(
        CREATE TABLE parks (id {{id}}, name TEXT NOT NULL, note TEXT);
        CREATE TABLE park_versions (id {{id}}, name TEXT NOT NULL, valid_from BIGINT NOT NULL);
        CREATE TABLE park_pages (id {{id}}, html TEXT NOT NULL, json TEXT NOT NULL, pdf {{bytes}});
    )"});
    return storage::Schema::of({"parks"}, dialect, files);
}

std::string plain(std::string const& bytes) { return bytes; }

class Redaction : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world.emplace(GetParam(), schema_with_copies(GetParam()));
        plant();
        seal_all();
    }
    void plant() {
        world->write(town::office(), [](storage::Transaction& tx) {
            tx.change("INSERT INTO parks (name, note) VALUES ($1, NULL)", {"Park von " + kSecret});
            tx.change("INSERT INTO park_versions (name, valid_from) VALUES ($1, 1)", {kSecret + kSecret});
            tx.change("INSERT INTO park_pages (html, json, pdf) VALUES ($1, $2, $3)",
                      {"<p>J\u00fcrgen &quot;Ypsilon&quot; &amp; S\u00f6hne</p>",
                       R"({"a":"J\u00fcrgen \"Ypsilon\" & S\u00f6hne","b":"Jürgen \"Ypsilon\" & Söhne"})",
                       Bytes{"%PDF-1.4 Jürgen \"Ypsilon\" \n& Söhne"}});
            tx.change("INSERT INTO park_pages (html, json, pdf) VALUES ('', '{}', $1)", {Bytes{"%PDF harmlos"}});
            tx.record({"parks.opened", {"park", 1}, "{}", "weil " + kSecret + " es wollte"});
            tx.record({"parks.closed", {"park", 1}, "{}", "weil es regnet"});
            tx.enqueue({"parks.announce", R"({"to":"Jürgen \"Ypsilon\" & Söhne"})"});
            tx.index({{"park", 1}, Audience::everyone(), "Park", "gestiftet von " + kSecret, "/parks/1"});
        });
    }
    void seal_all() {
        world->database().keep(world->clock(), [](storage::Upkeep& upkeep) { seal(upkeep, {0}); });
    }
    Outcome<Redacted> redact(std::string const& text, std::string const& reason,
                             access::Actor const& actor = town::office()) {
        access::register_permissions({{"audit.redact", {{access::Role::office}}}});
        return world->write(actor, [&](storage::Transaction& tx) { return redact_text(tx, text, reason, plain); });
    }
    std::string exported() {
        std::string all;
        storage::export_all(world->database(), [&](std::string const& line) { all += line + "\n"; });
        return all;
    }
    std::optional<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(Redaction);

TEST_P(Redaction, takes_a_text_out_of_every_table_file_and_index_and_the_chain_stays_valid) {
    auto const outcome = redact(kSecret, "Einspruch der genannten Person");
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->files, 1);
    EXPECT_EQ(outcome->events.size(), 1U);
    wipe(world->database(), world->clock());
    auto const all = exported();
    EXPECT_EQ(all.find("Ypsilon"), std::string::npos) << all.substr(all.find("Ypsilon") - 200, 300);
    EXPECT_NE(all.find("Einspruch der genannten Person"), std::string::npos);
    EXPECT_NE(all.find("weil es regnet"), std::string::npos);
    seal_all();
    auto const verdict = world->read([](storage::Reader const& reader) { return verify(reader, std::nullopt); });
    EXPECT_THAT(verdict.faults, testing::ElementsAre());
    EXPECT_EQ(verdict.redacted_reasons, 1);
}

TEST_P(Redaction, search_neither_finds_nor_shows_it_any_more) {
    auto const hits = [&](std::string const& words) {
        return world->read([&](storage::Reader const& reader) {
            return search::find(reader, Viewer::everything(), {words}).items.size();
        });
    };
    EXPECT_EQ(hits("Ypsilon"), 1U);
    ASSERT_TRUE(redact(kSecret, "Einspruch"));
    wipe(world->database(), world->clock());
    EXPECT_EQ(hits("Ypsilon"), 0U);
    EXPECT_EQ(hits("gestiftet"), 1U);
    EXPECT_EQ(world->read([](storage::Reader const& reader) {
        return reader.number("SELECT count(*) FROM search_vocabulary WHERE word LIKE 'ypsilon%'");
    }),
              0);
}

TEST_P(Redaction, no_byte_of_it_stays_in_the_files_of_the_database) {
    if (GetParam() != Dialect::sqlite) GTEST_SKIP() << "PostgreSQL's files belong to its server: see README.md";
    ASSERT_TRUE(redact(kSecret, "Einspruch"));
    wipe(world->database(), world->clock());
    auto const file = world->database().address();
    for (auto const* part : {"", "-wal"}) {
        if (!std::filesystem::exists(file + part)) continue;
        std::ifstream stream{file + part, std::ios::binary};
        std::string const bytes{std::istreambuf_iterator<char>{stream}, {}};
        for (auto const* trace : {"Ypsilon", "ypsilon"})
            EXPECT_EQ(bytes.find(trace), std::string::npos) << part << trace;
    }
}

TEST_P(Redaction, of_a_subject_takes_its_reasons_and_its_search_document) {
    access::register_permissions({{"audit.redact", {{access::Role::office}}}});
    auto const outcome = world->write(
        town::office(), [](storage::Transaction& tx) { return redact_subject(tx, {"park", 1}, "Einspruch"); });
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->events.size(), 2U);
    seal_all();
    auto const verdict = world->read([](storage::Reader const& reader) { return verify(reader, std::nullopt); });
    EXPECT_THAT(verdict.faults, testing::ElementsAre());
    EXPECT_EQ(world->read(
                  [](storage::Reader const& reader) { return reader.number("SELECT count(*) FROM search_documents"); }),
              0);
}

TEST_P(Redaction, is_refused_for_a_reason_that_can_be_said) {
    auto const key = [](Outcome<Redacted> const& outcome) { return outcome.problems().at(0).key; };
    EXPECT_EQ(key(redact(kSecret, "x", town::administrator())), "redaction.not_allowed");
    EXPECT_EQ(key(redact(kSecret, " ")), "redaction.reason.missing");
    EXPECT_EQ(key(redact("abc", "x")), "redaction.text.too_short");
    EXPECT_EQ(key(redact(kSecret, "wegen " + kSecret)), "redaction.reason.repeats");
    EXPECT_NE(exported().find("Ypsilon"), std::string::npos);
}

}  // namespace
}  // namespace lenkwerk::audit
