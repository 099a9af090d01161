-- What is still to do. A job that is done is gone; one that failed for good stays, parked, until somebody decides.
CREATE TABLE jobs (
    id          {{id}},
    kind        TEXT NOT NULL CHECK (kind <> ''),
    payload     TEXT NOT NULL,
    key         TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'parked')),
    run_at      BIGINT NOT NULL,
    attempts    BIGINT NOT NULL,
    lease_until BIGINT,
    last_error  TEXT,
    enqueued_at BIGINT NOT NULL,
    enqueued_by TEXT NOT NULL
);
CREATE INDEX jobs_due ON jobs (state, run_at);
CREATE UNIQUE INDEX jobs_key ON jobs (kind, key) WHERE state = 'waiting' AND key <> '';

-- Until when each schedule has been looked after: two servers enqueue its jobs once.
CREATE TABLE job_schedules (
    schedule  TEXT PRIMARY KEY,
    looked_at BIGINT NOT NULL
);
