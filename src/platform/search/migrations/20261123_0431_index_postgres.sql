ALTER TABLE search_documents ADD COLUMN words TSVECTOR GENERATED ALWAYS AS
    (setweight(to_tsvector('simple'::regconfig, title_words), 'A') || to_tsvector('simple'::regconfig, text_words)) STORED;
CREATE INDEX search_documents_words ON search_documents USING gin (words);
