-- What the city says of itself: name, base address, mail server. No secrets: those come from the environment.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL
);

-- A form that was sent twice is answered twice and done once. Forgotten after two days.
CREATE TABLE idempotency_keys (
    key     TEXT PRIMARY KEY CHECK (key <> ''),
    actor   TEXT NOT NULL,
    answer  TEXT NOT NULL,
    kept_at BIGINT NOT NULL
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (kept_at);

-- How often each table was changed: so that one process learns what another has written. PostgreSQL tells by NOTIFY.
CREATE TABLE table_versions (
    name    TEXT PRIMARY KEY,
    version BIGINT NOT NULL
);
