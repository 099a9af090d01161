-- The period that a status round asks about, and what an organisation has written in it but not sent yet: nobody else reads a draft.
ALTER TABLE measures_rounds ADD COLUMN period_first TEXT;
ALTER TABLE measures_rounds ADD COLUMN period_last TEXT;

CREATE TABLE measures_round_drafts (
    round_id    BIGINT NOT NULL REFERENCES measures_rounds (id),
    activity_id BIGINT NOT NULL REFERENCES measures_activities (id),
    phase       TEXT NOT NULL CHECK (phase IN ('idea', 'planned', 'running', 'done', 'stopped')),
    text        TEXT NOT NULL,
    evidence    TEXT NOT NULL,
    audience    TEXT NOT NULL,
    saved_at    BIGINT NOT NULL,
    saved_by    TEXT NOT NULL,
    PRIMARY KEY (round_id, activity_id)
);
CREATE INDEX measures_status_reports_round ON measures_status_reports (round_id, activity_id);
