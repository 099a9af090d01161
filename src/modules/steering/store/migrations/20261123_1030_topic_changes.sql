-- What "amend" and "extend" carry: how a topic reads afterwards, the new one below it, or its end. Applied when the session is closed.
CREATE TABLE steering_topic_changes (
    id          {{id}},
    session_id  BIGINT NOT NULL REFERENCES bodies_sessions (id),
    field_id    BIGINT NOT NULL REFERENCES plan_topics (id),
    kind        TEXT NOT NULL CHECK (kind IN ('reword', 'add', 'retire')),
    topic_id    BIGINT NOT NULL REFERENCES plan_topics (id), -- for add: the one above
    before      TEXT NOT NULL, -- the topic's title when the change was written
    title       TEXT NOT NULL,
    subtitle    TEXT NOT NULL,
    text        TEXT NOT NULL, -- for retire: the reason
    seen        BIGINT NOT NULL, -- the topic has not changed since, or the change is refused
    audience    TEXT NOT NULL, -- of the topic
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL
);
CREATE INDEX steering_topic_changes_session ON steering_topic_changes (session_id, field_id);
