#include "platform/jobs/runner.hpp"

#include "platform/jobs/schedule.hpp"
#include "platform/log/log.hpp"

#include <fmt/format.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace lenkwerk::jobs {
namespace {

using namespace std::chrono_literals;

// How long to sleep at most: schedules are looked at, and leases begin anew, at least this often.
constexpr std::chrono::milliseconds kLongestSleep = 15s;
// How often a waiting thread looks whether it shall stop.
constexpr std::chrono::milliseconds kStopLatency = 200ms;

std::int64_t milliseconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

struct Runner::State {
    explicit State(City& its_city) : city(its_city) {
        for (auto const& module : city.modules())
            for (auto const& handler : module.jobs)
                if (!handlers.emplace(handler.kind, handler.run).second)
                    throw std::logic_error(fmt::format("two modules handle the job {}", handler.kind));
    }

    City& city;
    std::map<std::string, std::function<void(City&, Job const&)>, std::less<>> handlers;
    std::atomic<bool> stopping = false;
    std::vector<std::thread> threads;
    std::mutex mutex;
    std::map<std::int64_t, Job> running;

    template <class Work> auto keep(Work work) { return city.database().keep(city.clock(), work); }

    void run(Job const& job);
    void handle(Job const& job) const;
    void extend_leases();
    void look_at(Schedule const& schedule, std::string const& time_zone);
    void wait(std::uint64_t since, storage::TableSet const& jobs);
};

Runner::Runner(City& city) : state_(std::make_unique<State>(city)) {}
Runner::~Runner() { stop(); }

void Runner::State::handle(Job const& job) const {
    auto const handler = handlers.find(job.kind);
    if (handler == handlers.end())
        throw std::runtime_error(fmt::format("nobody handles jobs of the kind {}", job.kind));
    handler->second(city, job);
}

// One of the three places where exceptions end: a job that failed must not take the others with it.
void Runner::State::run(Job const& job) {
    log::InRequest const request{fmt::format("job-{}-{}", job.id, job.attempt)};
    auto const begin = std::chrono::steady_clock::now();
    try {
        handle(job);
        keep([&](storage::Upkeep& upkeep) { finish(upkeep, job); });
        log::info("job.done", {{"kind", job.kind}, {"ms", milliseconds_since(begin)}});
    } catch (LostLease const&) {
        log::warning("job.lost_lease", {{"kind", job.kind}});
    } catch (std::exception const& failure) {
        keep([&](storage::Upkeep& upkeep) { fail(upkeep, job, failure.what()); });
        bool const parks = job.attempt >= kMostAttempts;
        log::error(
            parks ? "job.parked" : "job.failed",
            {{"kind", job.kind}, {"attempt", std::int64_t{job.attempt}}, {"error", std::string_view{failure.what()}}});
    }
}

bool Runner::run_one() {
    auto const job = state_->keep([](storage::Upkeep& upkeep) { return claim(upkeep); });
    if (!job) return false;
    {
        std::lock_guard const lock{state_->mutex};
        state_->running[job->id] = *job;
    }
    state_->run(*job);
    std::lock_guard const lock{state_->mutex};
    state_->running.erase(job->id);
    return true;
}

int Runner::run_due() {
    int count = 0;
    while (run_one()) ++count;
    return count;
}

void Runner::State::extend_leases() {
    std::vector<Job> jobs;
    {
        std::lock_guard const lock{mutex};
        for (auto const& [id, job] : running) jobs.push_back(job);
    }
    if (!jobs.empty())
        keep([&](storage::Upkeep& upkeep) {
            for (auto const& job : jobs) extend(upkeep, job);
        });
}

// Whoever looks first enqueues; what was missed while nobody ran comes once, not as often as it was missed.
void Runner::State::look_at(Schedule const& schedule, std::string const& time_zone) {
    auto const name = schedule.kind + " " + schedule.when;
    auto const now = city.clock().now();
    auto const last = city.database().read([&](storage::Reader const& reader) {
        return reader.first("SELECT looked_at FROM job_schedules WHERE schedule = $1", {name},
                            [](storage::Row const& row) { return row.instant(0); });
    });
    if (last && next_time(schedule.when, *last, time_zone) > now) return;
    keep([&](storage::Upkeep& upkeep) {
        auto const first = upkeep.change(R"(
            INSERT INTO job_schedules (schedule, looked_at) VALUES ($1, $2)
            ON CONFLICT (schedule) DO UPDATE SET looked_at = excluded.looked_at WHERE job_schedules.looked_at = $3)",
                                         {name, now, last.value_or(Instant{-1})});
        if (first == 1 && last)
            insert(upkeep, access::Actor::system("schedule"), {schedule.kind, "{}", now, "scheduled"});
    });
}

void Runner::look_at_schedules() {
    auto const time_zone = state_->city.settings()->time_zone;
    for (auto const& module : state_->city.modules())
        for (auto const& schedule : module.schedules) state_->look_at(schedule, time_zone);
}

void Runner::State::wait(std::uint64_t since, storage::TableSet const& jobs) {
    auto& database = city.database();
    auto const due = database.read([](storage::Reader const& reader) { return next_due(reader); });
    auto const until = due ? *due - city.clock().now() : kLongestSleep;
    auto left = std::clamp<std::chrono::milliseconds>(until, 10ms, kLongestSleep);
    while (!stopping && left > 0ms) {
        auto const nap = std::min(left, kStopLatency);
        if (database.versions().wait(jobs, since, nap)) return;
        left -= nap;
    }
}

void Runner::start(int threads) {
    auto const jobs = state_->city.database().table("jobs");
    auto const guarded = [this](auto step) {  // the database may be away for a while: say so and try again
        try {
            step();
        } catch (std::exception const& failure) {
            log::error("jobs.stumbled", {{"error", std::string_view{failure.what()}}});
            std::this_thread::sleep_for(1s);
        }
    };
    auto const work = [this, jobs, guarded] {
        while (!state_->stopping)
            guarded([&] {
                auto const since = state_->city.database().versions().moment();
                if (!run_one()) state_->wait(since, jobs);
            });
    };
    auto const look = [this, guarded] {
        while (!state_->stopping) {
            guarded([&] { look_at_schedules(), state_->extend_leases(); });
            for (auto left = kLongestSleep; left > 0ms && !state_->stopping; left -= kStopLatency)
                std::this_thread::sleep_for(kStopLatency);
        }
    };
    for (int i = 0; i < threads; ++i) state_->threads.emplace_back(work);
    state_->threads.emplace_back(look);
}

void Runner::stop() {
    state_->stopping = true;
    for (auto& thread : state_->threads) thread.join();
    state_->threads.clear();
}

}  // namespace lenkwerk::jobs
