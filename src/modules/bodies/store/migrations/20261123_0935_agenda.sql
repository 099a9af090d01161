-- What a session deals with, in order. A point may come from elsewhere in the plan (subject), and each has readers of its own.
CREATE TABLE bodies_agenda_items (
    id           {{id}},
    session_id   BIGINT NOT NULL REFERENCES bodies_sessions (id),
    position     BIGINT NOT NULL,
    title        TEXT NOT NULL CHECK (title <> ''),
    text         TEXT NOT NULL,
    audience     TEXT NOT NULL,
    subject_kind TEXT,
    subject_id   BIGINT,
    version      BIGINT NOT NULL
);
CREATE INDEX bodies_agenda_items_session ON bodies_agenda_items (session_id, position);
