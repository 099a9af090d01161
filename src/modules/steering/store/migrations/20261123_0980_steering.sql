-- What the steering group works with. A frozen overview is written once and never changed, but for what is redacted.
CREATE TABLE steering_overviews (
    id         {{id}},
    session_id BIGINT NOT NULL REFERENCES bodies_sessions (id),
    body_id    BIGINT NOT NULL REFERENCES bodies_bodies (id),
    form       TEXT NOT NULL CHECK (form IN ('body', 'public')),
    frozen_at  BIGINT NOT NULL,
    frozen_by  TEXT NOT NULL,
    content    TEXT NOT NULL, -- JSON, see store/overview_json.cpp
    digest     TEXT NOT NULL  -- BLAKE2b-256 of the content, in the log too
);
CREATE UNIQUE INDEX steering_overviews_session ON steering_overviews (session_id, form);

CREATE TABLE steering_documents (
    overview_id BIGINT NOT NULL PRIMARY KEY REFERENCES steering_overviews (id),
    made_at     BIGINT NOT NULL,
    content     {{bytes}} NOT NULL -- PDF
);

-- What is seen of a field under a perspective; withdrawn_at ends it.
CREATE TABLE steering_findings (
    id           {{id}},
    field_id     BIGINT NOT NULL REFERENCES plan_topics (id),
    perspective  TEXT NOT NULL CHECK (perspective IN ('diversity', 'integration', 'inclusion')),
    text         TEXT NOT NULL CHECK (text <> ''),
    source       TEXT NOT NULL CHECK (source <> ''),
    audience     TEXT NOT NULL,
    day          TEXT NOT NULL,
    reported_by  TEXT NOT NULL,
    withdrawn_at BIGINT
);
CREATE INDEX steering_findings_field ON steering_findings (field_id);

CREATE TABLE steering_signals (
    id         {{id}},
    body_id    BIGINT NOT NULL REFERENCES bodies_bodies (id),
    title      TEXT NOT NULL CHECK (title <> ''),
    text       TEXT NOT NULL,
    audience   TEXT NOT NULL,
    filed_on   TEXT NOT NULL,
    filed_by   TEXT NOT NULL,
    reaction   TEXT CHECK (reaction IN ('decision', 'plan_change', 'measure', 'no_action')),
    reason     TEXT NOT NULL,
    reacted_on TEXT
);
CREATE INDEX steering_signals_body ON steering_signals (body_id, filed_on);

-- What a regular session says of each field of action.
CREATE TABLE steering_verdicts (
    session_id  BIGINT NOT NULL REFERENCES bodies_sessions (id),
    field_id    BIGINT NOT NULL REFERENCES plan_topics (id),
    verdict     TEXT NOT NULL CHECK (verdict IN ('unchanged', 'amend', 'extend', 'needs_work', 'postponed')),
    reason      TEXT NOT NULL,
    group_id    BIGINT REFERENCES bodies_bodies (id),
    until_day   TEXT,
    audience    TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (session_id, field_id)
);
