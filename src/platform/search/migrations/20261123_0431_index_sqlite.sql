-- The full-text index over the words of search_documents, of which it keeps no copy. Nothing in the schema writes to it
-- (documents.cpp does), so that a schema that somebody else wrote can be read with trusted_schema = OFF.
CREATE VIRTUAL TABLE search_index USING fts5(title_words, text_words, content = 'search_documents', content_rowid = 'id',
                                             tokenize = 'unicode61 remove_diacritics 0');
