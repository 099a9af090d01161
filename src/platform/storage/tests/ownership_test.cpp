#include "platform/storage/ownership.hpp"

#include "platform/storage/errors.hpp"
#include "sample.hpp"

namespace lenkwerk::storage::tests {
namespace {

constexpr std::string_view kParks = "./src/modules/parks/store/parks.cpp",
                           kWalks = "./src/modules/walks/store/walks.cpp";

class OwnershipTest : public testing::Test {
protected:
    // Prepares one statement as if it stood in this file.
    static void run(std::string_view file, std::string_view sql) {
        static town::World world{Dialect::sqlite, sample_schema(Dialect::sqlite)};
        world.database().administer([&](Connection& connection) { connection.run({sql, sql, file}, {}, {}); });
    }
};

TEST_F(OwnershipTest, a_store_touches_its_own_tables) {
    EXPECT_NO_THROW(run(kParks, "SELECT count(*), max(name) FROM parks"));
    EXPECT_NO_THROW(run(kWalks, "SELECT id, title FROM walks"));
    EXPECT_NO_THROW(run(kWalks, "DELETE FROM walks WHERE id = 1"));
}

TEST_F(OwnershipTest, of_others_it_reads_the_views_they_publish) {
    EXPECT_NO_THROW(run(kWalks, "SELECT w.title, p.name FROM walks w JOIN parks_public p ON p.id = w.park_id"));
    EXPECT_NO_THROW(run(kWalks, "SELECT name FROM parks_tall"));
}

TEST_F(OwnershipTest, but_neither_reads_nor_changes_their_tables) {
    for (auto const* sql : {"SELECT name FROM parks", "SELECT title FROM walks WHERE park_id IN (SELECT id FROM parks)",
                            "SELECT count(*) FROM parks", "INSERT INTO parks (name, audience) VALUES ('x', 'public')",
                            "UPDATE parks SET name = 'x'", "DELETE FROM parks", "SELECT verb FROM audit_events"})
        EXPECT_THROW(run(kWalks, sql), DatabaseError) << sql;
}

TEST_F(OwnershipTest, the_platform_knows_no_module_and_no_module_the_platforms_tables) {
    EXPECT_THROW(run("./src/platform/jobs/queue.cpp", "SELECT name FROM parks"), DatabaseError);
    EXPECT_THROW(run(kParks, "INSERT INTO jobs (kind) VALUES ('x')"), DatabaseError);
    EXPECT_THROW(run(kParks, "SELECT value FROM settings"), DatabaseError);
}

TEST_F(OwnershipTest, the_file_of_a_literal_is_the_one_it_stands_in) {
    ReadSql const here{"SELECT 1"};
    EXPECT_NE(here.file.find("storage/tests/ownership_test.cpp"), std::string_view::npos);
    EXPECT_EQ(module_of_file(here.file), "");
    EXPECT_EQ(module_of_file(kParks), "parks");
    EXPECT_EQ(module_of_file("./src/platform/jobs/queue.cpp"), "platform");
    EXPECT_EQ(module_of_file("./src/commands/export.cpp"), "");
}

}  // namespace
}  // namespace lenkwerk::storage::tests
