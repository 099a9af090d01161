#include "platform/search/documents.hpp"

#include "platform/search/words.hpp"

#include <set>

namespace lenkwerk::search {
namespace {

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

void put(storage::Upkeep& upkeep, storage::Document const& document) {
    auto const title = index_words(document.title);
    auto const text = index_words(document.text);
    upkeep.change(R"(
        INSERT INTO search_documents (subject_kind, subject_id, audience, title, text, address, changed_at, title_words, text_words)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (subject_kind, subject_id) DO UPDATE SET
            audience = excluded.audience, title = excluded.title, text = excluded.text, address = excluded.address,
            changed_at = excluded.changed_at, title_words = excluded.title_words, text_words = excluded.text_words)",
                  {document.subject.kind, document.subject.id, document.audience, document.title, document.text,
                   document.address, upkeep.now(), joined(title), joined(text)});
    std::set<std::string> words{title.begin(), title.end()};
    words.insert(text.begin(), text.end());
    for (auto const& word : words)
        upkeep.change("INSERT INTO search_vocabulary (word) VALUES ($1) ON CONFLICT (word) DO NOTHING", {word});
}

void remove(storage::Upkeep& upkeep, Subject const& subject) {
    upkeep.change("DELETE FROM search_documents WHERE subject_kind = $1 AND subject_id = $2",
                  {subject.kind, subject.id});
}

}  // namespace lenkwerk::search
