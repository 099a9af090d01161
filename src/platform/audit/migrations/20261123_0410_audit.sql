-- What happened: never changed, never deleted (see the triggers beside this file).
CREATE TABLE audit_events (
    id            {{id}},
    happened_at   BIGINT NOT NULL,
    actor         TEXT NOT NULL,
    verb          TEXT NOT NULL CHECK (verb <> ''),
    subject_kind  TEXT NOT NULL CHECK (subject_kind <> ''),
    subject_id    BIGINT NOT NULL,
    details       TEXT NOT NULL,
    reason_digest TEXT NOT NULL
);
CREATE INDEX audit_events_subject ON audit_events (subject_kind, subject_id, id);
CREATE INDEX audit_events_time ON audit_events (happened_at);

-- The words a person gave as reason. The event holds only their salted digest, so that they can go and the chain stays.
CREATE TABLE audit_reasons (
    event_id BIGINT PRIMARY KEY REFERENCES audit_events (id),
    salt     TEXT NOT NULL,
    reason   TEXT NOT NULL CHECK (reason <> '')
);

-- The hash chain: seal 1, 2, 3, …, each over one event and the hash before.
CREATE TABLE audit_seals (
    seal_no  BIGINT PRIMARY KEY,
    event_id BIGINT NOT NULL REFERENCES audit_events (id),
    hash     TEXT NOT NULL
);
CREATE UNIQUE INDEX audit_seals_event ON audit_seals (event_id);
CREATE UNIQUE INDEX audit_seals_hash ON audit_seals (hash);
