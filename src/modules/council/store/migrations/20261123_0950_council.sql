-- Council papers, the bodies they go through, and the readings they come from. A reading keeps what was read (and never changes), what the
-- office made of it, and the lines it stands on; names and contacts of persons are in none of them.
CREATE TABLE council_papers (
    id                {{id}},
    number            TEXT NOT NULL CHECK (number <> ''),
    title             TEXT NOT NULL CHECK (title <> ''),
    division          TEXT NOT NULL,
    urgency           TEXT NOT NULL,
    date              TEXT,
    is_public         BIGINT,
    draft_resolution  TEXT NOT NULL,
    staff_effects     TEXT NOT NULL,
    financial_effects TEXT NOT NULL,
    climate_effects   TEXT NOT NULL,
    reasons           TEXT NOT NULL,
    competence        TEXT NOT NULL,
    deviates          BIGINT NOT NULL,
    deviation_reason  TEXT NOT NULL,
    plan_id           BIGINT REFERENCES plan_plans (id),
    audience          TEXT NOT NULL,
    imported_at       BIGINT NOT NULL,
    version           BIGINT NOT NULL
);
CREATE UNIQUE INDEX council_papers_number ON council_papers (number);
CREATE INDEX council_papers_plan ON council_papers (plan_id);

CREATE TABLE council_consultations (
    id       {{id}},
    paper_id BIGINT NOT NULL REFERENCES council_papers (id),
    position BIGINT NOT NULL,
    body     TEXT NOT NULL CHECK (body <> ''),
    body_id  BIGINT REFERENCES bodies_bodies (id),
    date     TEXT,
    role     TEXT NOT NULL,
    result   TEXT CHECK (result IN ('as_recommended', 'amended', 'postponed', 'rejected', 'noted', 'withdrawn', 'referred')),
    note     TEXT NOT NULL
);
CREATE INDEX council_consultations_paper ON council_consultations (paper_id, position);
CREATE INDEX council_consultations_body ON council_consultations (body_id);

CREATE TABLE council_readings (
    id           {{id}},
    state        TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'discarded')),
    file_name    TEXT NOT NULL,
    number       TEXT NOT NULL,
    title        TEXT NOT NULL,
    as_read      TEXT NOT NULL,
    draft        TEXT NOT NULL,
    source_lines TEXT NOT NULL,
    paper_id     BIGINT REFERENCES council_papers (id),
    taken_at     BIGINT NOT NULL,
    taken_by     TEXT NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX council_readings_state ON council_readings (state, number);
CREATE INDEX council_readings_paper ON council_readings (paper_id);
