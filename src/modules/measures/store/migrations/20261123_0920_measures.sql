-- Activities under topics, and the reports on their status. What an activity said is kept in measures_activity_versions, the current row
-- included (valid_to IS NULL); reports are never changed, a correction is a new report.
CREATE TABLE measures_activities (
    id         {{id}},
    plan_id    BIGINT NOT NULL REFERENCES plan_plans (id),
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    demo       BIGINT NOT NULL CHECK (demo IN (0, 1))
);

CREATE TABLE measures_activity_versions (
    id             {{id}},
    activity_id    BIGINT NOT NULL REFERENCES measures_activities (id),
    plan_id        BIGINT NOT NULL REFERENCES plan_plans (id),
    valid_from     BIGINT NOT NULL,
    valid_to       BIGINT,
    version        BIGINT NOT NULL,
    topic_id       BIGINT NOT NULL REFERENCES plan_topics (id),
    title          TEXT NOT NULL CHECK (title <> ''),
    description    TEXT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('ongoing', 'measure')),
    responsible_id BIGINT NOT NULL REFERENCES people_organisations (id),
    phase          TEXT NOT NULL CHECK (phase IN ('idea', 'planned', 'running', 'done', 'stopped')),
    planned_start  TEXT,
    planned_end    TEXT,
    last_report    TEXT NOT NULL,
    merged_into_id BIGINT REFERENCES measures_activities (id),
    audience       TEXT NOT NULL,
    changed_by     TEXT NOT NULL
);
CREATE UNIQUE INDEX measures_activity_versions_current ON measures_activity_versions (activity_id) WHERE valid_to IS NULL;
CREATE INDEX measures_activity_versions_activity ON measures_activity_versions (activity_id, valid_from);
CREATE INDEX measures_activity_versions_topic ON measures_activity_versions (topic_id) WHERE valid_to IS NULL;
CREATE INDEX measures_activity_versions_responsible ON measures_activity_versions (responsible_id) WHERE valid_to IS NULL;
CREATE INDEX measures_activity_versions_plan ON measures_activity_versions (plan_id, valid_from);

CREATE TABLE measures_collaborators (
    activity_id     BIGINT NOT NULL REFERENCES measures_activities (id),
    organisation_id BIGINT NOT NULL REFERENCES people_organisations (id),
    PRIMARY KEY (activity_id, organisation_id)
);
CREATE TABLE measures_districts (
    activity_id BIGINT NOT NULL REFERENCES measures_activities (id),
    district_id BIGINT NOT NULL REFERENCES places_districts (id),
    PRIMARY KEY (activity_id, district_id)
);
CREATE INDEX measures_districts_district ON measures_districts (district_id);
CREATE TABLE measures_goals (
    activity_id BIGINT NOT NULL REFERENCES measures_activities (id),
    goal_id     BIGINT NOT NULL REFERENCES plan_goals (id),
    PRIMARY KEY (activity_id, goal_id)
);
CREATE INDEX measures_goals_goal ON measures_goals (goal_id);

-- A deadline by which every responsible organisation has looked at all its activities.
CREATE TABLE measures_rounds (
    id        {{id}},
    plan_id   BIGINT NOT NULL REFERENCES plan_plans (id),
    title     TEXT NOT NULL CHECK (title <> ''),
    deadline  TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE TABLE measures_round_organisations (
    round_id        BIGINT NOT NULL REFERENCES measures_rounds (id),
    organisation_id BIGINT NOT NULL REFERENCES people_organisations (id),
    answered_at     BIGINT,
    answered_by     TEXT,
    PRIMARY KEY (round_id, organisation_id)
);

CREATE TABLE measures_status_reports (
    id          {{id}},
    activity_id BIGINT NOT NULL REFERENCES measures_activities (id),
    reported_at BIGINT NOT NULL,
    reported_by TEXT NOT NULL,
    day         TEXT NOT NULL,
    phase       TEXT NOT NULL CHECK (phase IN ('idea', 'planned', 'running', 'done', 'stopped')),
    text        TEXT NOT NULL,
    evidence    TEXT NOT NULL,
    round_id    BIGINT REFERENCES measures_rounds (id),
    audience    TEXT NOT NULL
);
CREATE INDEX measures_status_reports_activity ON measures_status_reports (activity_id, reported_at, id);

-- Which reminder went out for which activity on which day: none goes out twice.
CREATE TABLE measures_reminders (
    activity_id BIGINT NOT NULL REFERENCES measures_activities (id),
    day         TEXT NOT NULL,
    PRIMARY KEY (activity_id, day)
);
