#include "platform/jobs/runner.hpp"

#include "platform/log/log.hpp"
#include "town/world.hpp"

#include <atomic>

namespace lenkwerk::jobs {
namespace {

using namespace std::chrono_literals;

class Jobs : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        Module bells{.name = "bells"};
        bells.jobs = {{"bells.ring", [this](City&, Job const& job) { ring(job); }}};
        bells.schedules = {{"bells.ring", "daily 12:00"}};
        world.emplace(GetParam(), std::vector{bells});
    }
    void ring(Job const& job) {
        if (broken) throw std::runtime_error("the rope is torn");
        ++rung[job.payload];
    }
    void enqueue(storage::NewJob const& job) {
        world->write(town::office(), [&](storage::Transaction& tx) { tx.enqueue(job); });
    }
    template <class Work> auto keep(Work work) { return world->database().keep(world->clock(), work); }
    std::int64_t count(storage::ReadSql sql) {
        return world->read([&](storage::Reader const& reader) { return reader.number(sql); });
    }
    std::optional<town::World> world;
    std::map<std::string, int> rung;
    bool broken = false;
};
LENKWERK_ON_BOTH_DATABASES(Jobs);

TEST_P(Jobs, run_once_when_they_are_due) {
    enqueue({"bells.ring", "1"});
    enqueue({"bells.ring", "2", world->clock().now() + 1h});
    Runner runner{world->city()};
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(rung, (std::map<std::string, int>{{"1", 1}}));
    world->clock().advance(1h);
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(count("SELECT count(*) FROM jobs"), 0);
}

TEST_P(Jobs, that_fail_wait_longer_each_time_and_are_parked_in_the_end) {
    broken = true;
    enqueue({"bells.ring", "1"});
    Runner runner{world->city()};
    for (auto pause = 30s; runner.run_due() == 1; pause *= 2) {
        EXPECT_EQ(runner.run_due(), 0);
        world->clock().advance(pause - 1ms);
        EXPECT_EQ(runner.run_due(), 0);
        world->clock().advance(1ms);
    }
    auto const parked_jobs = world->read(parked);
    ASSERT_EQ(parked_jobs.size(), 1U);
    EXPECT_EQ(parked_jobs[0].last_error, "the rope is torn");
    broken = false;
    EXPECT_TRUE(world->write(town::administrator(), [&](auto& tx) { return retry(tx, parked_jobs[0].id); }));
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(rung["1"], 1);
}

TEST_P(Jobs, that_are_parked_are_decided_by_the_administrator_alone) {
    auto const id = keep([](storage::Upkeep& upkeep) {
        return upkeep.insert(R"(
            INSERT INTO jobs (kind, payload, key, state, run_at, attempts, enqueued_at, enqueued_by)
            VALUES ('bells.ring', '1', 'noon', 'parked', 0, 8, 0, 'test') RETURNING id)",
                             {});
    });
    auto const key = [&](access::Actor const& actor, auto act, std::int64_t job) {
        auto const outcome = world->write(actor, [&](auto& tx) { return act(tx, job); });
        return outcome ? std::string{} : outcome.problems().front().key;
    };
    EXPECT_EQ(key(town::office(), retry, id), "access.denied");
    EXPECT_EQ(key(town::office(), give_up, id), "access.denied");
    EXPECT_EQ(key(town::administrator(), retry, id + 1), "jobs.job.unknown");
    enqueue({"bells.ring", "2", std::nullopt, "noon"});  // then that one does it
    EXPECT_EQ(key(town::administrator(), retry, id), "");
    EXPECT_EQ(key(town::administrator(), give_up, id), "jobs.job.unknown");
    EXPECT_EQ(count("SELECT count(*) FROM jobs"), 1);
}

TEST_P(Jobs, are_listed_with_what_failed_first) {
    enqueue({"bells.ring", "1", world->clock().now() + 1h});
    enqueue({"bells.ring", "2"});
    broken = true;
    Runner runner{world->city()};
    EXPECT_EQ(runner.run_due(), 1);
    auto const jobs = world->read(queue);
    ASSERT_EQ(jobs.size(), 2U);
    EXPECT_EQ(jobs[0].last_error, "the rope is torn");
    EXPECT_EQ(jobs[0].attempts, 1);
    EXPECT_EQ(jobs[1].state, "waiting");
    EXPECT_EQ(jobs[1].last_error, "");
}

TEST_P(Jobs, of_a_runner_that_died_are_taken_over_after_the_lease) {
    enqueue({"bells.ring", "1"});
    auto const lost = keep(claim);
    ASSERT_TRUE(lost);
    Runner runner{world->city()};
    EXPECT_EQ(runner.run_due(), 0);
    world->clock().advance(kLease + 1ms);
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(rung["1"], 1);
}

TEST_P(Jobs, are_done_by_one_only_even_if_the_first_wakes_up_again) {
    enqueue({"bells.ring", "1"});
    auto const first = keep(claim);
    world->clock().advance(kLease + 1ms);
    auto const second = keep(claim);
    ASSERT_TRUE(first && second);
    EXPECT_THROW(world->write(town::office(), [&](auto& tx) { done(tx, *first); }), LostLease);
    EXPECT_NO_THROW(world->write(town::office(), [&](auto& tx) { done(tx, *second); }));
    EXPECT_EQ(count("SELECT count(*) FROM jobs"), 0);
}

TEST_P(Jobs, whose_lease_was_extended_stay_with_their_runner) {
    enqueue({"bells.ring", "1"});
    auto const job = keep(claim);
    world->clock().advance(kLease - 1ms);
    keep([&](storage::Upkeep& upkeep) { extend(upkeep, *job); });
    world->clock().advance(kLease - 1ms);
    EXPECT_FALSE(keep(claim));
}

TEST_P(Jobs, that_failed_give_way_to_the_same_asked_for_again) {
    enqueue({"bells.ring", "old", std::nullopt, "noon"});
    auto const running = keep(claim);
    enqueue({"bells.ring", "new", std::nullopt, "noon"});
    keep([&](storage::Upkeep& upkeep) { fail(upkeep, *running, "torn"); });
    EXPECT_EQ(count("SELECT count(*) FROM jobs"), 1);
    EXPECT_EQ(Runner{world->city()}.run_due(), 1);
    EXPECT_EQ(rung["new"], 1);
}

TEST_P(Jobs, nobody_handles_are_parked_and_not_lost) {
    enqueue({"bells.melt"});
    Runner runner{world->city()};
    for (int i = 0; i < kMostAttempts; ++i, world->clock().advance(6h)) runner.run_due();
    EXPECT_EQ(world->read(parked).size(), 1U);
}

TEST_P(Jobs, come_by_schedule_once_whoever_looks_and_once_for_what_was_missed) {
    Runner one{world->city()}, other{world->city()};
    one.look_at_schedules();
    auto const rings = [&] { return count("SELECT count(*) FROM jobs WHERE kind = 'bells.ring'"); };
    EXPECT_EQ(rings(), 0);  // from now on, not for the past
    world->clock().advance(72h);
    one.look_at_schedules();
    other.look_at_schedules();
    EXPECT_EQ(rings(), 1);
}

TEST_P(Jobs, wake_the_threads_that_wait_for_them_and_stop_is_graceful) {
    std::atomic<int> done_count = 0;
    Module bells{.name = "bells"};
    bells.jobs = {{"bells.ring", [&](City&, Job const&) { ++done_count; }}};
    town::World other{GetParam(), {bells}};
    Runner runner{other.city()};
    runner.start(2);
    for (int i = 0; i < 5; ++i)
        other.write(town::office(), [&](storage::Transaction& tx) { tx.enqueue({"bells.ring"}); });
    for (int waited = 0; done_count < 5 && waited < 500; ++waited) std::this_thread::sleep_for(10ms);
    runner.stop();
    EXPECT_EQ(done_count, 5);
}

}  // namespace
}  // namespace lenkwerk::jobs
