-- Lines as the city books them, and what papers grant on them. An amount names its source, a thing of any kind, with the words and the
-- address by which readers find it. What a later version of its source no longer grants has ended; nothing is deleted.
CREATE TABLE budget_lines (
    id           {{id}},
    holder       TEXT NOT NULL,
    order_number TEXT NOT NULL,
    account      TEXT NOT NULL,
    label        TEXT NOT NULL
);
CREATE UNIQUE INDEX budget_lines_facts ON budget_lines (order_number, account, holder, label);

CREATE TABLE budget_amounts (
    id             {{id}},
    line_id        BIGINT NOT NULL REFERENCES budget_lines (id),
    from_year      BIGINT,
    to_year        BIGINT,
    basis          TEXT NOT NULL CHECK (basis IN ('per_year', 'total', 'not_stated')),
    statement      TEXT NOT NULL,
    cents          BIGINT NOT NULL,
    source_kind    TEXT NOT NULL,
    source_id      BIGINT NOT NULL,
    source_label   TEXT NOT NULL,
    source_address TEXT NOT NULL,
    plan_id        BIGINT REFERENCES plan_plans (id),
    audience       TEXT NOT NULL,
    ended_at       BIGINT,
    version        BIGINT NOT NULL
);
CREATE INDEX budget_amounts_line ON budget_amounts (line_id);
CREATE INDEX budget_amounts_source ON budget_amounts (source_kind, source_id);
CREATE INDEX budget_amounts_plan ON budget_amounts (plan_id);
