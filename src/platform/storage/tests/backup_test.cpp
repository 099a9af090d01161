#include "platform/storage/backup.hpp"

#include "platform/storage/errors.hpp"
#include "platform/storage/export.hpp"
#include "platform/storage/inspection.hpp"
#include "sample.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <filesystem>
#include <thread>

namespace lenkwerk::storage::tests {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class Backup : public SampleTest {
protected:
    void SetUp() override {
        SampleTest::SetUp();
        file = fs::temp_directory_path() / ("lenkwerk_backup_" + std::to_string(::getpid()) + ".copy");
        fs::remove(file);
    }
    void TearDown() override { fs::remove(file); }
    static std::vector<std::string> lines_of(Database& database) {
        std::vector<std::string> lines;
        export_all(database, [&](std::string const& line) { lines.push_back(line); });
        return lines;
    }
    fs::path file;
};
LENKWERK_ON_BOTH_DATABASES(Backup);

TEST_P(Backup, restored_equals_the_state_of_its_moment) {
    plant("Westpark");
    auto const before = lines_of(world->database());
    back_up(world->database(), file);
    plant("Ostpark");
    auto const address = town::empty_database(GetParam());
    restore(address, file, Existing::keep);
    auto const restored = Database::open(address);
    EXPECT_EQ(lines_of(*restored), before);
    EXPECT_NO_THROW(require_current(*restored, sample_schema(GetParam())));
    EXPECT_THAT(inspect(*restored), ElementsAre());
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_P(Backup, made_while_others_write_is_one_moment) {
    std::atomic<bool> stop = false;
    std::thread writer{[&] {
        for (int i = 0; !stop; ++i)
            world->write(town::office(), [&](Transaction& tx) {
                auto const park = tx.insert("INSERT INTO parks (name, audience) VALUES ($1, 'public') RETURNING id",
                                            {std::to_string(i)});
                tx.change("INSERT INTO park_trees (park_id) VALUES ($1)", {park});
                tx.record({"parks.opened", {"park", park}});
            });
    }};
    auto const other = Database::open(world->address());
    back_up(*other, file);
    stop = true;
    writer.join();
    auto const address = town::empty_database(GetParam());
    restore(address, file, Existing::keep);
    auto const restored = Database::open(address);
    restored->read([](Reader const& reader) {
        auto const parks = reader.number("SELECT count(*) FROM parks");
        EXPECT_EQ(reader.number("SELECT count(*) FROM park_trees"), parks);
        EXPECT_EQ(reader.number("SELECT count(*) FROM audit_events"), parks);
    });
}

TEST_P(Backup, replaces_nothing_that_it_was_not_told_to) {
    plant("Westpark");
    back_up(world->database(), file);
    EXPECT_THROW(back_up(world->database(), file), DatabaseError);
    auto const address = town::empty_database(GetParam());
    restore(address, file, Existing::keep);
    EXPECT_THROW(restore(address, file, Existing::keep), DatabaseError);
    EXPECT_NO_THROW(restore(address, file, Existing::replace));
    EXPECT_THROW(restore(town::empty_database(GetParam()), "/nowhere.copy", Existing::keep), DatabaseError);
}

TEST_P(Backup, of_something_else_is_refused) {
    fs::copy_file("/bin/true", file);
    EXPECT_THROW(restore(town::empty_database(GetParam()), file, Existing::keep), DatabaseError);
}

TEST_P(Backup, export_writes_every_row_as_json) {
    auto const id = plant("West\"park");
    world->write(town::office(), [&](Transaction& tx) {
        tx.change("INSERT INTO park_trees (park_id, height, photo) VALUES ($1, 1.5, $2)", {id, Bytes{"\xff\xfe"}});
        tx.record({"parks.planted", {"park", id}});
    });
    nlohmann::json park, tree;
    for (auto const& line : lines_of(world->database())) {
        auto const row = nlohmann::json::parse(line);
        if (row.at("table") == "parks") park = row.at("row");
        if (row.at("table") == "park_trees") tree = row.at("row");
        EXPECT_NE(row.at("table"), "search_vocabulary");
    }
    EXPECT_EQ(park, (nlohmann::json{{"id", id}, {"name", "West\"park"}, {"audience", "public"}}));
    EXPECT_EQ(tree.at("photo").at("base64"), "//4=");
    EXPECT_EQ(tree.at("height"), 1.5);
    EXPECT_TRUE(tree.at("planted").is_null());
}

TEST_P(Backup, inspection_names_what_is_wrong) {
    auto const id = plant("Westpark");
    EXPECT_THAT(inspect(world->database()), ElementsAre());
    world->write(town::office(), [&](Transaction& tx) {
        tx.change("UPDATE parks SET audience = 'everybody' WHERE id = $1", {id});
        tx.record({"parks.changed", {"park", id}});
    });
    EXPECT_THAT(inspect(world->database()), ElementsAre(HasSubstr("parks: no audience: everybody")));
}

}  // namespace
}  // namespace lenkwerk::storage::tests
