#include "platform/jobs/queue.hpp"

namespace lenkwerk::jobs {

void insert(storage::Upkeep& upkeep, access::Actor const& actor, storage::NewJob const& job) {
    upkeep.change(R"(
        INSERT INTO jobs (kind, payload, key, state, run_at, attempts, enqueued_at, enqueued_by)
        VALUES ($1, $2, $3, 'waiting', $4, 0, $5, $6)
        ON CONFLICT (kind, key) WHERE state = 'waiting' AND key <> '' DO NOTHING)",
                  {job.kind, job.payload, job.key, job.run_at.value_or(upkeep.now()), upkeep.now(), actor.signature()});
}

}  // namespace lenkwerk::jobs
