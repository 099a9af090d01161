#include "platform/storage/kept_reads.hpp"
#include "sample.hpp"

namespace lenkwerk::storage::tests {
namespace {

class KeptReadsOn : public SampleTest {
protected:
    // How many parks there are, as it is kept; counts how often it was made.
    std::int64_t parks(Reader const& reader) {
        return *reader.kept<std::int64_t>("parks", [&] {
            ++made;
            return reader.number("SELECT count(*) FROM parks");
        });
    }
    std::int64_t parks() {
        return world->read([&](Reader const& reader) { return parks(reader); });
    }
    void walk() {
        world->write(town::office(), [](Transaction& tx) {
            tx.change("INSERT INTO walks (park_id, title) SELECT id, 'Rundgang' FROM parks", {});
            tx.record({"parks.changed", {"park", 1}});
        });
    }
    int made = 0;
};
LENKWERK_ON_BOTH_DATABASES(KeptReadsOn);

TEST_P(KeptReadsOn, is_made_once_until_a_table_it_was_made_of_changes) {
    plant("Westpark");
    EXPECT_EQ(parks(), 1);
    EXPECT_EQ(parks(), 1);
    EXPECT_EQ(made, 1);
    walk();
    EXPECT_EQ(parks(), 1);
    EXPECT_EQ(made, 1);
    plant("Ostpark");
    EXPECT_EQ(parks(), 2);
    EXPECT_EQ(made, 2);
}

TEST_P(KeptReadsOn, differs_by_key_and_by_type) {
    auto const kept = [&](auto value, std::string const& key) {
        using Value = decltype(value);
        return world->read([&](Reader const& reader) { return *reader.kept<Value>(key, [&] { return value; }); });
    };
    EXPECT_EQ(kept(1, "a"), 1);
    EXPECT_EQ(kept(2, "b"), 2);
    EXPECT_EQ(kept(std::string{"three"}, "a"), "three");
    EXPECT_EQ(kept(4, "a"), 1);
}

TEST_P(KeptReadsOn, counts_among_what_was_read_whether_it_was_made_or_kept) {
    plant("Westpark");
    for (int turn = 0; turn < 2; ++turn) {
        auto const mark = world->read([&](Reader const& reader) {
            (void)reader.number("SELECT count(*) FROM walks");
            parks(reader);
            return reader.mark();
        });
        EXPECT_TRUE((mark.tables & world->database().table("parks")).any()) << turn;
        EXPECT_TRUE((mark.tables & world->database().table("walks")).any()) << turn;
    }
    EXPECT_EQ(made, 1);
    walk();  // read before it was made, so it does not belong to it
    parks();
    EXPECT_EQ(made, 1);
}

TEST_P(KeptReadsOn, a_snapshot_is_not_shown_what_came_after_it) {
    plant("Westpark");
    world->read([&](Reader const& reader) {
        EXPECT_EQ(reader.number("SELECT count(*) FROM parks"), 1);  // the snapshot is taken
        plant("Ostpark");
        EXPECT_EQ(parks(), 2);  // another reader makes it
        EXPECT_EQ(parks(reader), 1);
        return 0;
    });
    EXPECT_EQ(parks(), 2);
}

TEST_P(KeptReadsOn, a_transaction_makes_its_own) {
    plant("Westpark");
    parks();
    world->write(town::office(), [&](Transaction& tx) {
        tx.change("INSERT INTO parks (name, audience) VALUES ('Ostpark', 'public')", {});
        tx.record({"parks.opened", {"park", 2}});
        EXPECT_EQ(parks(tx), 2);
    });
    EXPECT_EQ(parks(), 2);
    EXPECT_EQ(made, 3);
}

TEST_P(KeptReadsOn, forgets_rather_than_growing_without_end) {
    world->read([&](Reader const& reader) {
        for (int key = 0; key < 1000; ++key)
            EXPECT_EQ(*reader.kept<int>(std::to_string(key), [&] { return key; }), key);
        return 0;
    });
}

}  // namespace
}  // namespace lenkwerk::storage::tests
