CREATE VIRTUAL TABLE search_index USING fts5(title_words, text_words, content = 'search_documents', content_rowid = 'id',
                                             tokenize = 'unicode61 remove_diacritics 0');
CREATE TRIGGER search_index_insert AFTER INSERT ON search_documents BEGIN
    INSERT INTO search_index (rowid, title_words, text_words) VALUES (new.id, new.title_words, new.text_words);
END;
CREATE TRIGGER search_index_delete AFTER DELETE ON search_documents BEGIN
    INSERT INTO search_index (search_index, rowid, title_words, text_words) VALUES ('delete', old.id, old.title_words, old.text_words);
END;
CREATE TRIGGER search_index_update AFTER UPDATE ON search_documents BEGIN
    INSERT INTO search_index (search_index, rowid, title_words, text_words) VALUES ('delete', old.id, old.title_words, old.text_words);
    INSERT INTO search_index (rowid, title_words, text_words) VALUES (new.id, new.title_words, new.text_words);
END;
