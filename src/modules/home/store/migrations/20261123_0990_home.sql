-- Pages that the office writes itself.
CREATE TABLE home_pages (
    id      {{id}},
    address TEXT NOT NULL CHECK (address <> ''),
    title   TEXT NOT NULL CHECK (title <> ''),
    text    TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX home_pages_address ON home_pages (address);
