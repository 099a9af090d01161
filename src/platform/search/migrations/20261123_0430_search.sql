-- What search finds, and the folded and stemmed words it finds it by (platform/search/words.hpp makes them for both databases).
CREATE TABLE search_documents (
    id           {{id}},
    subject_kind TEXT NOT NULL,
    subject_id   BIGINT NOT NULL,
    audience     TEXT NOT NULL,
    title        TEXT NOT NULL,
    text         TEXT NOT NULL,
    address      TEXT NOT NULL,
    changed_at   BIGINT NOT NULL,
    title_words  TEXT NOT NULL,
    text_words   TEXT NOT NULL
);
CREATE UNIQUE INDEX search_documents_subject ON search_documents (subject_kind, subject_id);

-- Every word that stands in some document: a part of a compound is looked for here.
CREATE TABLE search_vocabulary (
    word TEXT PRIMARY KEY
);
