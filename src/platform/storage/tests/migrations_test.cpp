#include "sample.hpp"

#include "platform/storage/errors.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::storage::tests {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

SetClock const kClock{town::kMorning};

class Migrations : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!IsSkipped()) database = Database::open(town::empty_database(GetParam()));
    }
    Schema schema(std::vector<EmbeddedFile> files = sample_files()) {
        return Schema::of({"parks", "walks"}, GetParam(), files);
    }
    auto migrate_with(std::vector<EmbeddedFile> const& files) { return migrate(*database, schema(files), kClock); }
    std::unique_ptr<Database> database;
};
LENKWERK_ON_BOTH_DATABASES(Migrations);

TEST_P(Migrations, run_once_and_the_module_that_is_needed_first) {
    auto const names = migrate_with(sample_files());
    ASSERT_GT(names.size(), 2U);
    EXPECT_EQ(names.front().substr(0, 9), "platform/");
    EXPECT_EQ(names.end()[-2], "parks/20261123_1000_parks.sql");
    EXPECT_EQ(names.back(), "walks/20261123_0900_walks.sql");
    EXPECT_TRUE(migrate_with(sample_files()).empty());
    EXPECT_NO_THROW(require_current(*database, schema()));
}

TEST_P(Migrations, an_older_schema_is_refused_and_the_message_says_what_to_do) {
    EXPECT_THAT([&] { require_current(*database, schema()); },
                ThrowsMessage<WrongSchema>(HasSubstr("lenkwerk migrate")));
}

TEST_P(Migrations, a_newer_schema_is_refused) {
    migrate_with(sample_files());
    auto older = sample_files();
    older.pop_back();
    EXPECT_THAT([&] { migrate_with(older); }, ThrowsMessage<WrongSchema>(HasSubstr("newer than this program")));
    EXPECT_THAT([&] { require_current(*database, schema(older)); }, ThrowsMessage<WrongSchema>(HasSubstr("newer")));
}

TEST_P(Migrations, one_that_was_changed_after_it_ran_is_refused) {
    migrate_with(sample_files());
    auto files = sample_files();
    files.back().content = "CREATE TABLE walks (id {{id}});";
    EXPECT_THAT([&] { migrate_with(files); },
                ThrowsMessage<WrongSchema>(HasSubstr("walks/20261123_0900_walks.sql was changed")));
}

TEST_P(Migrations, one_that_fails_leaves_nothing_behind_and_those_before_it_stay) {
    auto files = sample_files();
    files.push_back({"modules/walks/store/migrations/20261124_0900_broken.sql",
                     "CREATE TABLE half (id {{id}}); CREATE TABLE parks (id {{id}});"});
    EXPECT_THROW(migrate_with(files), DatabaseError);
    EXPECT_EQ(migrate_with(sample_files()).size(), 0U);
    files.back().content = "CREATE TABLE half (id {{id}});";
    EXPECT_EQ(migrate_with(files).size(), 1U);
}

TEST_P(Migrations, views_are_made_anew_around_a_change_of_their_tables) {
    migrate_with(sample_files());
    auto files = sample_files();
    files.push_back(
        {"modules/parks/store/migrations/20261125_0900_audience.sql", "ALTER TABLE parks DROP COLUMN audience;"});
    for (auto& file : files)
        if (file.name == "modules/parks/store/views.sql")
            file.content = "CREATE VIEW parks_public AS SELECT id, name, 'public' AS audience FROM parks;";
    EXPECT_EQ(migrate_with(files).size(), 1U);
    database->read([](Reader const& reader) { EXPECT_EQ(reader.number("SELECT count(*) FROM parks_public"), 0); });
    EXPECT_NO_THROW(require_current(*database, schema(files)));
}

TEST_P(Migrations, an_unknown_placeholder_is_a_fault) {
    EXPECT_THROW(schema({{"platform/x/migrations/20261123_0900_x.sql", "CREATE TABLE t (id {{uuid}});"}}),
                 std::logic_error);
}

}  // namespace
}  // namespace lenkwerk::storage::tests
