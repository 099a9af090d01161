-- Bodies, who sits in them, and when they meet. Lists of words are kept as words between spaces: "diversity inclusion".
CREATE TABLE bodies_bodies (
    id                  {{id}},
    key                 TEXT NOT NULL,
    name                TEXT NOT NULL CHECK (name <> ''),
    kind                TEXT NOT NULL,
    reports_to_id       BIGINT REFERENCES bodies_bodies (id),
    wanted_sectors      TEXT NOT NULL,
    wanted_perspectives TEXT NOT NULL,
    quorum_percent      BIGINT NOT NULL,
    closed_at           BIGINT,
    version             BIGINT NOT NULL
);
CREATE UNIQUE INDEX bodies_bodies_name ON bodies_bodies (name);

CREATE TABLE bodies_memberships (
    id           {{id}},
    body_id      BIGINT NOT NULL REFERENCES bodies_bodies (id),
    name         TEXT NOT NULL CHECK (name <> ''),
    function     TEXT NOT NULL,
    sector       TEXT NOT NULL,
    perspectives TEXT NOT NULL,
    organisation TEXT NOT NULL,
    deputy       TEXT NOT NULL,
    first_day    TEXT NOT NULL,
    last_day     TEXT,
    account_id   BIGINT REFERENCES people_accounts (id),
    grant_id     BIGINT REFERENCES people_grants (id),
    version      BIGINT NOT NULL
);
CREATE INDEX bodies_memberships_body ON bodies_memberships (body_id);

CREATE TABLE bodies_series (
    id              {{id}},
    body_id         BIGINT NOT NULL REFERENCES bodies_bodies (id),
    first_day       TEXT NOT NULL,
    last_day        TEXT,
    every_months    BIGINT NOT NULL,
    start_minute    BIGINT NOT NULL,
    minutes         BIGINT NOT NULL,
    place           TEXT NOT NULL,
    invitation_days BIGINT NOT NULL,
    ended_at        BIGINT
);
CREATE INDEX bodies_series_body ON bodies_series (body_id);

CREATE TABLE bodies_sessions (
    id           {{id}},
    body_id      BIGINT NOT NULL REFERENCES bodies_bodies (id),
    series_id    BIGINT REFERENCES bodies_series (id),
    kind         TEXT NOT NULL CHECK (kind IN ('regular', 'extraordinary')),
    state        TEXT NOT NULL CHECK (state IN ('planned', 'invited', 'held', 'cancelled')),
    day          TEXT NOT NULL,
    start_minute BIGINT NOT NULL,
    minutes      BIGINT NOT NULL,
    place        TEXT NOT NULL,
    invited_at   BIGINT,
    held_at      BIGINT,
    sequence     BIGINT NOT NULL,
    audience     TEXT NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX bodies_sessions_body ON bodies_sessions (body_id, day);
CREATE UNIQUE INDEX bodies_sessions_series_day ON bodies_sessions (series_id, day);
