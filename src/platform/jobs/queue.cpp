#include "platform/jobs/queue.hpp"

#include <fmt/format.h>

namespace lenkwerk::jobs {
namespace {

constexpr std::chrono::seconds kFirstPause{30};
constexpr std::chrono::hours kLongestPause{6};
constexpr std::size_t kMostErrorText = 500;
constexpr int kMostListed = 200;

std::chrono::milliseconds pause_after(int attempt) {
    std::chrono::milliseconds const doubled = kFirstPause * (1 << std::min(attempt - 1, 16));
    return std::min<std::chrono::milliseconds>(doubled, kLongestPause);
}

// Somebody asked for the same again while this one ran or was parked: that one will do it.
bool waits_already(storage::Upkeep& upkeep, std::int64_t job) {
    return upkeep.exists(R"(
        SELECT 1 FROM jobs w JOIN jobs j ON j.kind = w.kind AND j.key = w.key
        WHERE j.id = $1 AND w.id <> $1 AND w.state = 'waiting' AND w.key <> '')",
                         {job});
}

}  // namespace

void insert(storage::Upkeep& upkeep, access::Actor const& actor, storage::NewJob const& job) {
    upkeep.change(R"(
        INSERT INTO jobs (kind, payload, key, state, run_at, attempts, enqueued_at, enqueued_by)
        VALUES ($1, $2, $3, 'waiting', $4, 0, $5, $6)
        ON CONFLICT (kind, key) WHERE state = 'waiting' AND key <> '' DO NOTHING)",
                  {job.kind, job.payload, job.key, job.run_at.value_or(upkeep.now()), upkeep.now(), actor.signature()});
}

std::optional<Job> claim(storage::Upkeep& upkeep) {
    std::optional<Job> claimed;
    upkeep.change_each({R"(
        UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $2
        WHERE id = (SELECT id FROM jobs
                    WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until < $1)
                    ORDER BY run_at, id LIMIT 1)
        RETURNING id, kind, payload, attempts)",
                        R"(
        UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $2
        WHERE id = (SELECT id FROM jobs
                    WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until < $1)
                    ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, payload, attempts)"},
                       {upkeep.now(), upkeep.now() + kLease}, [&](storage::Row const& row) {
                           claimed = Job{row.number(0), row.text(1), row.text(2), static_cast<int>(row.number(3))};
                       });
    return claimed;
}

void extend(storage::Upkeep& upkeep, Job const& job) {
    upkeep.change("UPDATE jobs SET lease_until = $3 WHERE id = $1 AND attempts = $2 AND state = 'running'",
                  {job.id, job.attempt, upkeep.now() + kLease});
}

void done(storage::Transaction& tx, Job const& job) {
    auto const gone = tx.upkeep().change("DELETE FROM jobs WHERE id = $1 AND attempts = $2 AND state = 'running'",
                                         {job.id, job.attempt});
    if (gone == 0) throw LostLease(fmt::format("job {} ({}) was taken over by another runner", job.id, job.kind));
}

void finish(storage::Upkeep& upkeep, Job const& job) {
    upkeep.change("DELETE FROM jobs WHERE id = $1 AND attempts = $2", {job.id, job.attempt});
}

void fail(storage::Upkeep& upkeep, Job const& job, std::string_view error) {
    if (waits_already(upkeep, job.id)) return finish(upkeep, job);
    bool const parks = job.attempt >= kMostAttempts;
    upkeep.change(R"(
        UPDATE jobs SET state = $3, run_at = $4, lease_until = NULL, last_error = $5 WHERE id = $1 AND attempts = $2)",
                  {job.id, job.attempt, parks ? "parked" : "waiting", upkeep.now() + pause_after(job.attempt),
                   error.substr(0, kMostErrorText)});
}

std::optional<Instant> next_due(storage::Reader const& reader) {
    auto const due = reader.first(
        "SELECT min(CASE state WHEN 'waiting' THEN run_at ELSE lease_until END) FROM jobs WHERE state <> 'parked'", {},
        [](storage::Row const& row) { return row.maybe_instant(0); });
    return due.value_or(std::nullopt);
}

Standing standing(storage::Reader const& reader, std::string_view kind, std::string_view key) {
    auto standing = Standing::nothing;
    reader.each("SELECT last_error FROM jobs WHERE kind = $1 AND key = $2", {kind, key}, [&](storage::Row const& row) {
        if (!row.maybe_text(0)) standing = Standing::under_way;
        if (standing == Standing::nothing) standing = Standing::failing;
    });
    return standing;
}

std::vector<ParkedJob> parked(storage::Reader const& reader) {
    return reader.all("SELECT id, kind, payload, last_error, enqueued_at FROM jobs WHERE state = 'parked' ORDER BY id",
                      {}, [](storage::Row const& row) {
                          return ParkedJob{row.number(0), row.text(1), row.text(2), row.maybe_text(3).value_or(""),
                                           row.instant(4)};
                      });
}

std::vector<QueuedJob> queue(storage::Reader const& reader) {
    return reader.all(R"(
        SELECT id, kind, state, attempts, enqueued_at, run_at, last_error FROM jobs
        ORDER BY CASE state WHEN 'parked' THEN 0 WHEN 'running' THEN 1 ELSE 2 END, run_at, id LIMIT $1)",
                      {kMostListed}, [](storage::Row const& row) {
                          return QueuedJob{row.number(0),
                                           row.text(1),
                                           row.text(2),
                                           static_cast<int>(row.number(3)),
                                           row.instant(4),
                                           row.instant(5),
                                           row.maybe_text(6).value_or("")};
                      });
}

namespace {

Outcome<Done> recorded(storage::Transaction& tx, std::int64_t id, std::int64_t found, std::string verb) {
    if (found == 0) return refuse("jobs.job.unknown");
    tx.record({std::move(verb), {"job", id}});
    return Done{};
}

}  // namespace

Outcome<Done> retry(storage::Transaction& tx, std::int64_t id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (waits_already(tx.upkeep(), id)) return give_up(tx, id);
    auto const found =
        tx.change("UPDATE jobs SET state = 'waiting', attempts = 0, run_at = $2 WHERE id = $1 AND state = 'parked'",
                  {id, tx.now()});
    return recorded(tx, id, found, "jobs.retried");
}

Outcome<Done> give_up(storage::Transaction& tx, std::int64_t id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    return recorded(tx, id, tx.change("DELETE FROM jobs WHERE id = $1 AND state = 'parked'", {id}), "jobs.given_up");
}

}  // namespace lenkwerk::jobs
