-- Barriers that readers met and told us of. `contact` is there only until the answer is given, and at most half a year.
CREATE TABLE home_barriers (
    id          {{id}},
    told_at     BIGINT NOT NULL,
    page        TEXT NOT NULL,
    text        TEXT NOT NULL CHECK (text <> ''),
    contact     TEXT NOT NULL,
    answered_at BIGINT,
    answer      TEXT NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX home_barriers_told ON home_barriers (told_at);
