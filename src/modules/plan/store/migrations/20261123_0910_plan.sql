-- A plan, its fields of action and topics. Identities stand in plan_topics; what a topic says stands in plan_topic_versions, the current
-- row included (valid_to IS NULL), so that "as of" any moment is one WHERE.
CREATE TABLE plan_plans (
    id             {{id}},
    title          TEXT NOT NULL CHECK (title <> ''),
    motto          TEXT NOT NULL,
    mandate_paper  TEXT NOT NULL,
    predecessor_id BIGINT REFERENCES plan_plans (id),
    state          TEXT NOT NULL CHECK (state IN ('mandated', 'fields_agreed', 'in_working_groups', 'adopted', 'superseded')),
    due_after      BIGINT NOT NULL,
    overdue_after  BIGINT NOT NULL,
    stale_after    BIGINT NOT NULL,
    audience       TEXT NOT NULL,
    version        BIGINT NOT NULL
);

CREATE TABLE plan_topics (
    id      {{id}},
    plan_id BIGINT NOT NULL REFERENCES plan_plans (id)
);
CREATE INDEX plan_topics_plan ON plan_topics (plan_id);

CREATE TABLE plan_topic_versions (
    id              {{id}},
    topic_id        BIGINT NOT NULL REFERENCES plan_topics (id),
    plan_id         BIGINT NOT NULL REFERENCES plan_plans (id),
    valid_from      BIGINT NOT NULL,
    valid_to        BIGINT,
    parent_id       BIGINT REFERENCES plan_topics (id),
    position        BIGINT NOT NULL,
    title           TEXT NOT NULL CHECK (title <> ''),
    subtitle        TEXT NOT NULL,
    text            TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'retired')),
    merged_into_id  BIGINT REFERENCES plan_topics (id),
    retired_because TEXT NOT NULL,
    audience        TEXT NOT NULL,
    source          TEXT NOT NULL,
    changed_by      TEXT NOT NULL
);
CREATE UNIQUE INDEX plan_topic_versions_current ON plan_topic_versions (topic_id) WHERE valid_to IS NULL;
CREATE INDEX plan_topic_versions_topic ON plan_topic_versions (topic_id, valid_from);
CREATE INDEX plan_topic_versions_plan ON plan_topic_versions (plan_id, valid_from);

-- A moment of the plan that was given a name: imported from a paper, or adopted by a decision. Its numbers are kept as they were.
CREATE TABLE plan_versions (
    id         {{id}},
    plan_id    BIGINT NOT NULL REFERENCES plan_plans (id),
    kind       TEXT NOT NULL CHECK (kind IN ('imported', 'adopted')),
    label      TEXT NOT NULL CHECK (label <> ''),
    taken_at   BIGINT NOT NULL,
    decided_on TEXT NOT NULL,
    source     TEXT NOT NULL
);
CREATE INDEX plan_versions_plan ON plan_versions (plan_id, taken_at);
CREATE TABLE plan_version_numbers (
    version_id BIGINT NOT NULL REFERENCES plan_versions (id),
    topic_id   BIGINT NOT NULL REFERENCES plan_topics (id),
    number     TEXT NOT NULL CHECK (number <> ''),
    PRIMARY KEY (version_id, topic_id)
);

CREATE TABLE plan_steps (
    id       {{id}},
    plan_id  BIGINT NOT NULL REFERENCES plan_plans (id),
    title    TEXT NOT NULL CHECK (title <> ''),
    due      TEXT NOT NULL,
    done     TEXT
);
CREATE INDEX plan_steps_plan ON plan_steps (plan_id, due);

CREATE TABLE plan_goals (
    id       {{id}},
    plan_id  BIGINT NOT NULL REFERENCES plan_plans (id),
    topic_id BIGINT REFERENCES plan_topics (id),
    title    TEXT NOT NULL CHECK (title <> ''),
    text     TEXT NOT NULL,
    audience TEXT NOT NULL,
    version  BIGINT NOT NULL
);
CREATE INDEX plan_goals_plan ON plan_goals (plan_id, topic_id);

CREATE TABLE plan_indicators (
    id           {{id}},
    goal_id      BIGINT NOT NULL REFERENCES plan_goals (id),
    title        TEXT NOT NULL CHECK (title <> ''),
    unit         TEXT NOT NULL,
    source       TEXT NOT NULL,
    baseline     DOUBLE PRECISION,
    baseline_day TEXT,
    target       DOUBLE PRECISION,
    target_day   TEXT,
    every_months BIGINT NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX plan_indicators_goal ON plan_indicators (goal_id);

CREATE TABLE plan_indicator_values (
    id           {{id}},
    indicator_id BIGINT NOT NULL REFERENCES plan_indicators (id),
    day          TEXT NOT NULL,
    value        DOUBLE PRECISION NOT NULL,
    note         TEXT NOT NULL,
    recorded_at  BIGINT NOT NULL,
    recorded_by  TEXT NOT NULL
);
CREATE UNIQUE INDEX plan_indicator_values_day ON plan_indicator_values (indicator_id, day);
