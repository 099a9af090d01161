#include "platform/search/documents.hpp"

#include "base/text.hpp"
#include "platform/search/words.hpp"

#include <set>

namespace lenkwerk::search {
namespace {

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

void learn(storage::Upkeep& upkeep, std::set<std::string> const& words) {
    for (auto const& word : words)
        upkeep.change("INSERT INTO search_vocabulary (word) VALUES ($1) ON CONFLICT (word) DO NOTHING", {word});
}

// SQLite's index keeps no text of its own: it is told what it held before that text changes, and what it holds afterwards.
// PostgreSQL's is a column of the table.
bool has_index_beside(storage::Reader const& reader) { return reader.dialect() == storage::Dialect::sqlite; }

void take_from_index(storage::Upkeep& upkeep, Subject const& subject) {
    if (!has_index_beside(upkeep)) return;
    upkeep.change(R"(
        INSERT INTO search_index (search_index, rowid, title_words, text_words)
        SELECT 'delete', id, title_words, text_words FROM search_documents WHERE subject_kind = $1 AND subject_id = $2)",
                  {subject.kind, subject.id});
}

void add_to_index(storage::Upkeep& upkeep, Subject const& subject) {
    if (!has_index_beside(upkeep)) return;
    upkeep.change(R"(
        INSERT INTO search_index (rowid, title_words, text_words)
        SELECT id, title_words, text_words FROM search_documents WHERE subject_kind = $1 AND subject_id = $2)",
                  {subject.kind, subject.id});
}

void make_index_anew(storage::Upkeep& upkeep) {
    if (has_index_beside(upkeep)) upkeep.change("INSERT INTO search_index (search_index) VALUES ('rebuild')", {});
}

}  // namespace

void put(storage::Upkeep& upkeep, storage::Document const& document) {
    auto const title = index_words(document.title);
    auto const text = index_words(document.text);
    take_from_index(upkeep, document.subject);
    upkeep.change(R"(
        INSERT INTO search_documents (subject_kind, subject_id, audience, title, text, address, changed_at, title_words, text_words)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (subject_kind, subject_id) DO UPDATE SET
            audience = excluded.audience, title = excluded.title, text = excluded.text, address = excluded.address,
            changed_at = excluded.changed_at, title_words = excluded.title_words, text_words = excluded.text_words)",
                  {document.subject.kind, document.subject.id, document.audience, document.title, document.text,
                   document.address, upkeep.now(), joined(title), joined(text)});
    add_to_index(upkeep, document.subject);
    std::set<std::string> words{title.begin(), title.end()};
    words.insert(text.begin(), text.end());
    learn(upkeep, words);
}

void remove(storage::Upkeep& upkeep, Subject const& subject) {
    take_from_index(upkeep, subject);
    upkeep.change("DELETE FROM search_documents WHERE subject_kind = $1 AND subject_id = $2",
                  {subject.kind, subject.id});
}

void reindex(storage::Upkeep& upkeep, std::string_view text) {
    struct Changed {
        std::int64_t id;
        std::string title, text;
    };
    auto const documents =
        upkeep.all(R"(
        SELECT id, title, text FROM search_documents
        WHERE replace(title, $1, '') <> title OR replace(text, $1, '') <> text)",
                   {text}, [](storage::Row const& row) { return Changed{row.number(0), row.text(1), row.text(2)}; });
    for (auto const& document : documents)
        upkeep.change("UPDATE search_documents SET title_words = $2, text_words = $3 WHERE id = $1",
                      {document.id, joined(index_words(document.title)), joined(index_words(document.text))});
    rebuild(upkeep);
}

void rebuild(storage::Upkeep& upkeep) {
    std::set<std::string> words;
    upkeep.each("SELECT title_words || ' ' || text_words FROM search_documents", {}, [&](storage::Row const& row) {
        for (auto& word : text::words(row.text(0))) words.insert(std::move(word));
    });
    upkeep.change("DELETE FROM search_vocabulary", {});
    learn(upkeep, words);
    make_index_anew(upkeep);
}

}  // namespace lenkwerk::search
