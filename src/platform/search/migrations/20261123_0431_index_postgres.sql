-- Exactly our words, without a parser of PostgreSQL's between.
ALTER TABLE search_documents ADD COLUMN title_index TSVECTOR GENERATED ALWAYS AS
    (array_to_tsvector(string_to_array(title_words, ' '))) STORED;
ALTER TABLE search_documents ADD COLUMN whole_index TSVECTOR GENERATED ALWAYS AS
    (array_to_tsvector(string_to_array(trim(title_words || ' ' || text_words), ' '))) STORED;
CREATE INDEX search_documents_whole ON search_documents USING gin (whole_index);
