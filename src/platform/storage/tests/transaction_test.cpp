#include "sample.hpp"

#include "platform/storage/errors.hpp"

namespace lenkwerk::storage::tests {
namespace {

class Transactions : public SampleTest {};
LENKWERK_ON_BOTH_DATABASES(Transactions);

void insert_park(Transaction& tx, std::string const& name) {
    tx.change("INSERT INTO parks (name, audience) VALUES ($1, 'public')", {name});
}

TEST_P(Transactions, keep_what_has_a_value_and_nothing_of_what_is_refused) {
    auto const open = [&](bool allowed) -> Outcome<Done> {
        return world->write(town::office(), [&](Transaction& tx) -> Outcome<Done> {
            insert_park(tx, allowed ? "Westpark" : "Ostpark");
            tx.record({"parks.opened", {"park", 1}});
            tx.enqueue({"parks.announce"});
            if (!allowed) return refuse("parks.not_allowed");
            return Done{};
        });
    };
    EXPECT_TRUE(open(true));
    EXPECT_FALSE(open(false));
    EXPECT_EQ(count("SELECT count(*) FROM parks"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM audit_events"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM jobs"), 1);
}

TEST_P(Transactions, keep_nothing_when_an_exception_leaves_them) {
    EXPECT_THROW(world->write(town::office(),
                              [](Transaction& tx) {
                                  insert_park(tx, "Westpark");
                                  tx.record({"parks.opened", {"park", 1}});
                                  throw std::runtime_error("the roof fell in");
                              }),
                 std::runtime_error);
    EXPECT_EQ(count("SELECT count(*) FROM parks"), 0);
    EXPECT_EQ(plant("Ostpark") > 0, true);  // and the next one works
}

TEST_P(Transactions, refuse_a_change_that_nobody_recorded) {
    EXPECT_THROW(world->write(town::office(), [](Transaction& tx) { insert_park(tx, "Schwarzbau"); }),
                 std::logic_error);
    EXPECT_EQ(count("SELECT count(*) FROM parks"), 0);
    EXPECT_NO_THROW(world->write(town::office(),
                                 [](Transaction& tx) { tx.change("UPDATE parks SET name = 'x' WHERE id = -1", {}); }));
    EXPECT_NO_THROW(world->write(town::office(), [](Transaction& tx) { tx.enqueue({"parks.count"}); }));
}

TEST_P(Transactions, name_the_unique_index_that_refused_and_are_over_then) {
    plant("Westpark");
    auto const outcome = world->write(town::office(), [](Transaction& tx) -> Outcome<Done> {
        try {
            insert_park(tx, "Westpark");
        } catch (UniqueViolation const& taken) {
            EXPECT_EQ(taken.index, "parks_name");
            EXPECT_THROW((void)tx.number("SELECT 1"), std::logic_error);
            return refuse("parks.name_taken", "name");
        }
        return Done{};
    });
    EXPECT_EQ(outcome.problems(), refuse("parks.name_taken", "name"));
}

TEST_P(Transactions, name_the_primary_key_alike_on_both) {
    auto const id = plant("Westpark");
    try {
        world->write(town::office(), [&](Transaction& tx) {
            tx.change("INSERT INTO parks (id, name, audience) VALUES ($1, 'Ostpark', 'public')", {id});
        });
        FAIL() << "a second row with the same id";
    } catch (UniqueViolation const& taken) {
        EXPECT_EQ(taken.index, "parks_pkey");
    }
}

TEST_P(Transactions, hold_foreign_keys) {
    EXPECT_THROW(world->write(town::office(),
                              [](Transaction& tx) {
                                  tx.change("INSERT INTO park_trees (park_id) VALUES (99)", {});
                                  tx.record({"parks.planted", {"park", 99}});
                              }),
                 DatabaseError);
}

TEST_P(Transactions, do_not_nest) {
    EXPECT_THROW(world->write(town::office(), [&](Transaction&) { plant("Westpark"); }), std::logic_error);
    plant("Ostpark");
}

TEST_P(Transactions, give_back_what_was_inserted_and_how_much_was_changed) {
    auto const first = plant("Westpark");
    auto const second = plant("Ostpark");
    EXPECT_GT(second, first);
    world->write(town::office(), [&](Transaction& tx) {
        tx.record({"parks.renamed", {"park", first}});
        EXPECT_EQ(tx.change("UPDATE parks SET audience = 'administration'", {}), 2);
        EXPECT_EQ(tx.change("UPDATE parks SET name = 'x' WHERE id = $1", {-1}), 0);
        std::vector<std::int64_t> ids;
        tx.change_each("DELETE FROM parks WHERE id >= $1 RETURNING id", {first},
                       [&](Row const& row) { ids.push_back(row.number(0)); });
        EXPECT_EQ(ids.size(), 2U);
    });
    EXPECT_EQ(count("SELECT count(*) FROM parks"), 0);
}

TEST_P(Transactions, let_subscribers_join_and_record) {
    world->database().hear([](Transaction& tx, Event const& event) {
        if (event.verb != "parks.opened") return;
        tx.change("INSERT INTO walks (park_id, title) VALUES ($1, 'Rundgang')", {event.subject.id});
        tx.record({"walks.planned", event.subject});
    });
    plant("Westpark");
    EXPECT_EQ(count("SELECT count(*) FROM walks"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM audit_events"), 2);
}

TEST_P(Transactions, a_job_with_the_key_of_one_that_waits_is_not_enqueued_twice) {
    world->write(town::office(), [](Transaction& tx) {
        for (int i = 0; i < 2; ++i) tx.enqueue({"parks.count", "{}", std::nullopt, "park:1"});
        for (int i = 0; i < 2; ++i) tx.enqueue({"parks.count"});
    });
    EXPECT_EQ(count("SELECT count(*) FROM jobs"), 3);
}

TEST_P(Transactions, a_reader_sees_one_moment) {
    plant("Westpark");
    world->read([&](Reader const& reader) {
        EXPECT_EQ(reader.number("SELECT count(*) FROM parks"), 1);
        plant("Ostpark");
        EXPECT_EQ(reader.number("SELECT count(*) FROM parks"), 1);
    });
    EXPECT_EQ(count("SELECT count(*) FROM parks"), 2);
}

TEST_P(Transactions, statements_may_run_inside_the_rows_of_others_and_of_themselves) {
    plant("Westpark");
    plant("Ostpark");
    world->read([](Reader const& reader) {
        int pairs = 0;
        reader.each("SELECT name FROM parks", {},
                    [&](Row const&) { reader.each("SELECT name FROM parks", {}, [&](Row const&) { ++pairs; }); });
        EXPECT_EQ(pairs, 4);
    });
}

TEST_P(Transactions, a_stream_that_breaks_off_leaves_the_connection_usable) {
    for (auto const* name : {"a", "b", "c"}) plant(name);
    world->read([](Reader const& reader) {
        int seen = 0;
        EXPECT_THROW(reader.stream("SELECT name FROM parks", {},
                                   [&](Row const&) {
                                       if (++seen == 2) throw std::runtime_error("enough");
                                   }),
                     std::runtime_error);
        EXPECT_EQ(reader.number("SELECT count(*) FROM parks"), 3);
    });
}

}  // namespace
}  // namespace lenkwerk::storage::tests
