#include "platform/storage/watcher.hpp"
#include "sample.hpp"

#include <thread>

namespace lenkwerk::storage::tests {
namespace {

using namespace std::chrono_literals;

class Versions : public SampleTest {
protected:
    template <class Read> ReadMark mark_of(Read read) {
        return world->read([&](Reader const& reader) {
            read(reader);
            return reader.mark();
        });
    }
    bool stands(ReadMark const& mark) { return world->database().versions().stand(mark); }
    void change(WriteSql sql) {
        world->write(town::office(), [&](Transaction& tx) {
            tx.change(sql, {});
            tx.record({"parks.changed", {"park", 1}});
        });
    }
};
LENKWERK_ON_BOTH_DATABASES(Versions);

TEST_P(Versions, a_page_stands_until_a_table_it_was_made_of_changes) {
    plant("Westpark");
    auto const parks = mark_of([](Reader const& reader) { (void)reader.number("SELECT count(*) FROM parks"); });
    auto const walks = mark_of([](Reader const& reader) { (void)reader.number("SELECT count(*) FROM walks"); });
    EXPECT_TRUE(stands(parks) && stands(walks));
    change("INSERT INTO walks (park_id, title) SELECT id, 'Rundgang' FROM parks");
    EXPECT_TRUE(stands(parks));
    EXPECT_FALSE(stands(walks));
}

TEST_P(Versions, a_change_that_changed_no_row_counts_for_nothing) {
    auto const parks = mark_of([](Reader const& reader) { (void)reader.number("SELECT count(*) FROM parks"); });
    change("UPDATE parks SET name = 'x' WHERE id = -1");
    EXPECT_TRUE(stands(parks));
}

TEST_P(Versions, look_through_views_of_views_and_through_cascades) {
    auto const id = plant("Westpark");
    world->write(town::office(), [&](Transaction& tx) {
        tx.change("INSERT INTO park_trees (park_id, height) VALUES ($1, 30)", {id});
        tx.record({"parks.planted", {"park", id}});
    });
    auto const tall = mark_of([](Reader const& reader) { (void)reader.number("SELECT count(*) FROM parks_tall"); });
    auto const trees = mark_of([](Reader const& reader) { (void)reader.number("SELECT count(*) FROM park_trees"); });
    change("DELETE FROM parks");
    EXPECT_FALSE(stands(tall));
    EXPECT_FALSE(stands(trees));
}

TEST_P(Versions, what_was_rolled_back_counts_for_nothing) {
    auto const parks = mark_of([](Reader const& reader) { (void)reader.number("SELECT count(*) FROM parks"); });
    EXPECT_FALSE(world->write(town::office(), [](Transaction& tx) -> Outcome<Done> {
        tx.change("INSERT INTO parks (name, audience) VALUES ('Westpark', 'public')", {});
        return refuse("parks.no");
    }));
    EXPECT_TRUE(stands(parks));
}

// The page was made from a snapshot before the commit, so it must not stand after it.
TEST_P(Versions, a_snapshot_from_before_a_commit_does_not_outlive_it) {
    auto const mark = mark_of([&](Reader const& reader) {
        (void)reader.number("SELECT count(*) FROM parks");
        plant("Westpark");
    });
    EXPECT_FALSE(stands(mark));
}

TEST_P(Versions, changes_by_another_process_are_heard) {
    auto const other = Database::open(world->address());
    Watcher const watcher{*other};
    auto const mark_there = [&] {
        return other->read([](Reader const& reader) {
            (void)reader.number("SELECT count(*) FROM parks");
            return reader.mark();
        });
    };
    // Until the watcher listens everything counts as changed; then the page of another table stands and this one does not.
    auto mark = mark_there();
    for (int i = 0; i < 100 && (i < 8 || !other->versions().stand(mark)); ++i, mark = mark_there())
        std::this_thread::sleep_for(50ms);
    ASSERT_TRUE(other->versions().stand(mark));
    plant("Westpark");
    EXPECT_TRUE(other->versions().wait(other->table("parks"), mark.moment, 10s));
    EXPECT_FALSE(other->versions().stand(mark));
}

}  // namespace
}  // namespace lenkwerk::storage::tests
