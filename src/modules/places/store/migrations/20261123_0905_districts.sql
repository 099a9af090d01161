-- Districts are facts of the city: name, population with its day and source, and the order in which lists show them.
CREATE TABLE places_districts (
    id                {{id}},
    key               TEXT NOT NULL CHECK (key <> ''),
    name              TEXT NOT NULL CHECK (name <> ''),
    position          BIGINT NOT NULL,
    population        BIGINT,
    population_day    TEXT,
    population_source TEXT NOT NULL,
    shape             TEXT NOT NULL,
    shape_source      TEXT NOT NULL
);
CREATE UNIQUE INDEX places_districts_key ON places_districts (key);
CREATE UNIQUE INDEX places_districts_name ON places_districts (name);
