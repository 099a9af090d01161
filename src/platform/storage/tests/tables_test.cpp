#include "platform/storage/tables.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::storage {
namespace {

using Names = std::vector<std::string>;

Tables const kTables{{{"parks"},
                      {"trees", "", {}},
                      {"leaves", "", {}},
                      {"green", "CREATE VIEW green AS SELECT * FROM Parks"},
                      {"greener", "CREATE VIEW greener AS SELECT * FROM green, leaves"}}};
Tables const kCascade{{{"parks", "", {"trees"}}, {"trees", "", {"leaves"}}, {"leaves"}}};

Names read(std::string_view sql) { return kTables.names(kTables.read_by(sql)); }
Names written(std::string_view sql) { return kCascade.names(kCascade.written_by(sql)); }

TEST(Tables, are_found_in_what_is_read_quoted_or_not_and_through_views) {
    EXPECT_EQ(read("SELECT 1"), Names{});
    EXPECT_EQ(read("SELECT p.name FROM PARKS p JOIN \"trees\" t ON true"), (Names{"parks", "trees"}));
    EXPECT_EQ(read("SELECT * FROM greener"), (Names{"parks", "leaves"}));
    EXPECT_EQ(read("SELECT * FROM parksides"), Names{});
}

TEST(Tables, are_found_in_what_is_written_with_what_it_cascades_to) {
    EXPECT_EQ(written("INSERT INTO leaves SELECT id FROM parks"), Names{"leaves"});
    EXPECT_EQ(written("UPDATE trees SET height = 1 WHERE id IN (SELECT tree FROM parks)"), (Names{"trees", "leaves"}));
    EXPECT_EQ(written("WITH old AS (SELECT 1 FROM leaves) DELETE FROM parks"), (Names{"parks", "trees", "leaves"}));
    EXPECT_EQ(written("SELECT 1 FROM parks"), Names{});
}

}  // namespace
}  // namespace lenkwerk::storage
