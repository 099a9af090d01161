#pragma once
// The queue of what is still to do: rows written in the transaction that asks for them, claimed with a lease, gone when
// done. A machine that dies gives its jobs back when their lease is over.
#include "platform/module.hpp"
#include "platform/storage/transaction.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::jobs {

inline constexpr std::chrono::minutes kLease{5};
inline constexpr int kMostAttempts = 8;

// Called by Transaction::enqueue.
void insert(storage::Upkeep& upkeep, access::Actor const& actor, storage::NewJob const& job);

// Takes the job that has been due longest, until the lease is over.
std::optional<Job> claim(storage::Upkeep& upkeep);
// The lease of a job that still runs begins anew.
void extend(storage::Upkeep& upkeep, Job const& job);

// A handler whose work is one transaction calls this in it: then the job is done exactly once, even if the machine dies right
// after the commit. Throws LostLease, and so undoes the work, where another runner has taken the job over meanwhile.
void done(storage::Transaction& tx, Job const& job);
struct LostLease : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// For the runner: the job went well (where the handler has not said so itself), or it failed: then it waits twice as long as
// the last time (30 s, 1 min, … at most 6 h) and is parked after kMostAttempts.
void finish(storage::Upkeep& upkeep, Job const& job);
void fail(storage::Upkeep& upkeep, Job const& job, std::string_view error);

// When the next one is due; nothing where none waits.
std::optional<Instant> next_due(storage::Reader const& reader);

// How it stands with what was asked for under a key: nothing is left to do; it waits for its turn or runs; the last attempt went wrong.
enum class Standing { nothing, under_way, failing };
Standing standing(storage::Reader const& reader, std::string_view kind, std::string_view key);

// Those that failed for good, for the administrator: oldest first.
struct ParkedJob {
    std::int64_t id = 0;
    std::string kind, payload, last_error;
    Instant enqueued_at;
};
std::vector<ParkedJob> parked(storage::Reader const& reader);
// All that is to be done: first what is parked, then what runs, then what waits by when it is due; at most 200.
struct QueuedJob {
    std::int64_t id = 0;
    std::string kind, state;  // "parked", "running", "waiting"
    int attempts = 0;
    Instant enqueued_at, run_at;
    std::string last_error;  // of the last attempt that failed; empty before
};
std::vector<QueuedJob> queue(storage::Reader const& reader);

inline constexpr std::string_view kManage = "jobs.manage";
// Tries a parked job once more, from the beginning; or gives it up. Records "jobs.retried" and "jobs.given_up". Refuses where no
// such job is parked.
Outcome<Done> retry(storage::Transaction& tx, std::int64_t id);
Outcome<Done> give_up(storage::Transaction& tx, std::int64_t id);

}  // namespace lenkwerk::jobs
