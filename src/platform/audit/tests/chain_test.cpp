#include "platform/audit/chain.hpp"

#include "platform/audit/digest.hpp"
#include "platform/audit/events.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::audit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Chain : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!IsSkipped()) world.emplace(GetParam());
    }
    void record(std::string const& verb, std::string reason = {}, std::string details = "{}") {
        world->write(town::office(),
                     [&](storage::Transaction& tx) { tx.record({verb, {"park", 3}, details, std::move(reason)}); });
    }
    int seal_now() {
        return world->database().keep(world->clock(), [](storage::Upkeep& upkeep) { return seal(upkeep, {0}); });
    }
    Verdict verified(std::optional<std::string> const& known = std::nullopt) {
        return world->read([&](storage::Reader const& reader) { return verify(reader, known); });
    }
    // What no command can do: a hand at the database itself.
    void tamper(std::string const& sql) {
        world->database().administer([&](storage::Connection& connection) {
            bool const sqlite = GetParam() == storage::Dialect::sqlite;
            connection.script(
                sqlite ? "DROP TRIGGER IF EXISTS audit_events_stay; DROP TRIGGER IF EXISTS audit_events_remain;"
                         "DROP TRIGGER IF EXISTS audit_seals_stay; DROP TRIGGER IF EXISTS audit_seals_remain;"
                       : "DROP TRIGGER IF EXISTS audit_events_stay ON audit_events; DROP TRIGGER IF EXISTS "
                         "audit_seals_stay ON audit_seals;");
            if (sqlite) connection.script("PRAGMA foreign_keys = OFF");
            connection.script(sql);
        });
    }
    std::optional<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(Chain);

TEST_P(Chain, seals_every_event_once_and_verifies) {
    for (auto const* verb : {"parks.opened", "parks.named", "parks.closed"}) record(verb, "weil es regnet");
    EXPECT_EQ(seal_now(), 3);
    EXPECT_EQ(seal_now(), 0);
    auto const verdict = verified();
    EXPECT_THAT(verdict.faults, ElementsAre());
    EXPECT_EQ(verdict.seals, 3);
    EXPECT_EQ(verdict.unsealed, 0);
    EXPECT_EQ(verdict.head, world->read([](storage::Reader const& reader) { return head(reader); }));
}

TEST_P(Chain, knows_a_head_that_left_the_house_earlier) {
    record("parks.opened");
    seal_now();
    auto const mailed = verified().head->hash;
    record("parks.closed");
    seal_now();
    EXPECT_EQ(verified(mailed).known_head_at, 1);
    EXPECT_THAT(verified(std::string(64, 'f')).faults, ElementsAre(HasSubstr("is not in the chain")));
}

TEST_P(Chain, counts_what_is_not_sealed_yet) {
    record("parks.opened");
    EXPECT_EQ(verified().unsealed, 1);
    EXPECT_TRUE(verified().faults.empty());
}

TEST_P(Chain, log_and_seals_cannot_be_changed_or_deleted) {
    record("parks.opened");
    seal_now();
    for (auto const* sql : {"UPDATE audit_events SET actor = 'account:9'", "DELETE FROM audit_events",
                            "DELETE FROM audit_seals", "UPDATE audit_seals SET hash = ''"})
        EXPECT_ANY_THROW(world->database().administer([&](storage::Connection& connection) { connection.script(sql); }))
            << sql;
    EXPECT_TRUE(verified().faults.empty());
}

TEST_P(Chain, shows_a_rewritten_event) {
    for (auto const* verb : {"parks.opened", "parks.closed"}) record(verb);
    seal_now();
    tamper("UPDATE audit_events SET actor = 'account:9' WHERE verb = 'parks.opened'");
    EXPECT_THAT(verified().faults, ElementsAre(HasSubstr("seal 1 does not fit")));
}

TEST_P(Chain, shows_a_changed_and_a_vanished_reason) {
    for (auto const* verb : {"parks.opened", "parks.closed"}) record(verb, "weil es regnet");
    seal_now();
    tamper(
        "UPDATE audit_reasons SET reason = 'weil die Sonne scheint' WHERE event_id = (SELECT min(id) FROM "
        "audit_events)");
    tamper("DELETE FROM audit_reasons WHERE event_id = (SELECT max(id) FROM audit_events)");
    EXPECT_THAT(verified().faults, ElementsAre(HasSubstr("was changed"), HasSubstr("nobody redacted it")));
}

TEST_P(Chain, accepts_a_reason_that_an_event_says_was_redacted) {
    record("parks.closed", "weil Herr N. sich beschwert hat");
    seal_now();
    tamper("DELETE FROM audit_reasons");
    record("redaction.performed", "Name", R"({"events":[1]})");
    seal_now();
    EXPECT_THAT(verified().faults, ElementsAre());
    EXPECT_EQ(verified().redacted_reasons, 1);
}

TEST_P(Chain, shows_a_tail_that_was_cut_off_to_whoever_keeps_the_head) {
    for (auto const* verb : {"parks.opened", "parks.closed"}) record(verb);
    seal_now();
    auto const mailed = verified().head->hash;
    tamper("DELETE FROM audit_seals WHERE seal_no = 2; DELETE FROM audit_events WHERE verb = 'parks.closed'");
    EXPECT_TRUE(verified().faults.empty());
    EXPECT_FALSE(verified(mailed).faults.empty());
}

TEST_P(Chain, shows_a_hole) {
    for (auto const* verb : {"a", "b", "c"}) record(verb);
    seal_now();
    tamper("DELETE FROM audit_seals WHERE seal_no = 2");
    EXPECT_THAT(verified().faults.front(), HasSubstr("seal 3 follows seal 1"));
}

TEST_P(Chain, lists_the_log_newest_first_with_its_reasons) {
    for (int i = 0; i < 60; ++i) record("parks.counted");
    record("parks.closed", "weil es regnet");
    world->read([](storage::Reader const& reader) {
        auto const first = entries(reader, std::nullopt);
        EXPECT_EQ(first.items.size(), 50U);
        EXPECT_EQ(first.items[0].reason, "weil es regnet");
        EXPECT_FALSE(first.items[1].has_reason);
        EXPECT_EQ(entries(reader, first.next).items.size(), 11U);
        EXPECT_EQ(entries_of(reader, {"park", 3}, first.next).items.size(), 11U);
        EXPECT_TRUE(entries_of(reader, {"park", 4}, std::nullopt).items.empty());
    });
}

// The bytes as README.md gives them, computed by hand with sha256sum.
TEST(Seal, is_the_hash_that_the_readme_describes) {
    SealedEvent const event{7, {1000}, "account:1", "a.b", "park", 3, "{}", ""};
    auto const bytes =
        "lenkwerk seal 1\n64:" + std::string(64, '0') + ",1:1,1:7,4:1000,9:account:1,3:a.b,4:park,1:3,2:{},0:,";
    EXPECT_EQ(hash_of_seal(1, std::string(64, '0'), event), sha256(bytes));
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace lenkwerk::audit
