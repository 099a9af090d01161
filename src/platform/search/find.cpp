#include "platform/search/find.hpp"

#include "platform/search/excerpt.hpp"
#include "platform/search/words.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace lenkwerk::search {
namespace {

constexpr std::int64_t kPerPage = 20;
constexpr std::size_t kMostWords = 12;       // of a question
constexpr std::int64_t kMostCompounds = 40;  // of one word
constexpr std::size_t kShortestPart = 4;     // of a compound

// The words that stand for one word of the question; any of them will do.
using Alternatives = std::set<std::string>;

void add_compounds(storage::Reader const& reader, std::string const& part, Alternatives& to) {
    if (part.size() < kShortestPart) return;
    reader.each(
        "SELECT word FROM search_vocabulary WHERE word LIKE '%' || $1 || '%' ORDER BY length(word), word LIMIT $2",
        {part, kMostCompounds}, [&](storage::Row const& row) { to.insert(row.text(0)); });
}

std::vector<Alternatives> alternatives_of(storage::Reader const& reader, std::string_view question) {
    std::vector<Alternatives> all;
    for (auto const& word : query_words(question)) {
        if (all.size() == kMostWords) break;
        auto& alternatives = all.emplace_back(word.forms.begin(), word.forms.end());
        for (auto const& form : word.forms) add_compounds(reader, form, alternatives);
    }
    return all;
}

// Words are letters and digits only, so that quotes hold them in both languages.
std::string query_text(std::vector<Alternatives> const& all, char quote, std::string_view any, std::string_view every) {
    std::string text;
    for (auto const& alternatives : all) {
        std::string group;
        for (auto const& word : alternatives)
            group += fmt::format("{}{}{}{}", group.empty() ? "" : any, quote, word, quote);
        text += fmt::format("{}({})", text.empty() ? "" : every, group);
    }
    return text;
}

struct Query {
    std::string whole, title;
};
Query query_of(std::vector<Alternatives> const& all, storage::Dialect dialect) {
    if (dialect == storage::Dialect::postgres) {
        auto const text = query_text(all, '\'', " | ", " & ");
        return {text, text};
    }
    auto const text = query_text(all, '"', " OR ", " AND ");
    return {text, fmt::format("{{title_words}} : ({})", text)};
}

// Where the last page ended: whether its last hit had all words in the title, when that changed, and its id.
struct Place {
    std::int64_t in_title = 2, changed_at = 0, id = 0;
};
Place place_of(std::optional<std::string> const& written) {
    if (!written) return {};
    auto const cursor = Cursor::read(written);
    Place place{0, 0, cursor.id};
    auto const* const end = cursor.text.data() + cursor.text.size();
    auto const after = std::from_chars(cursor.text.data(), end, place.in_title);
    if (after.ec != std::errc{} || after.ptr == end) throw BadCursor("a cursor of another list");
    if (std::from_chars(after.ptr + 1, end, place.changed_at).ec != std::errc{})
        throw BadCursor("a cursor of another list");
    return place;
}

struct Found {
    Hit hit;
    std::int64_t in_title = 0, id = 0;

    Cursor cursor() const { return {fmt::format("{} {}", in_title, hit.changed_at.milliseconds), id}; }
};

constexpr storage::ReadSql kFind{
    R"(
    SELECT subject_kind, subject_id, title, text, address, changed_at, in_title, id
    FROM (SELECT d.id, d.subject_kind, d.subject_id, d.title, d.text, d.address, d.changed_at,
                 d.id IN (SELECT rowid FROM search_index WHERE search_index MATCH $2) AS in_title
          FROM search_documents d
          WHERE d.id IN (SELECT rowid FROM search_index WHERE search_index MATCH $1)
            AND may_see($3, d.audience) AND ($4 = '' OR d.subject_kind = $4)) found
    WHERE (in_title, changed_at, id) < ($5, $6, $7)
    ORDER BY in_title DESC, changed_at DESC, id DESC LIMIT $8)",
    R"(
    SELECT subject_kind, subject_id, title, text, address, changed_at, in_title, id
    FROM (SELECT d.id, d.subject_kind, d.subject_id, d.title, d.text, d.address, d.changed_at,
                 CASE WHEN d.title_index @@ CAST($2 AS tsquery) THEN 1 ELSE 0 END AS in_title
          FROM search_documents d
          WHERE d.whole_index @@ CAST($1 AS tsquery)
            AND may_see($3, d.audience) AND ($4 = '' OR d.subject_kind = $4)) found
    WHERE (in_title, changed_at, id) < ($5, $6, $7)
    ORDER BY in_title DESC, changed_at DESC, id DESC LIMIT $8)"};

constexpr storage::ReadSql kCount{
    R"(
    SELECT d.subject_kind, count(*) FROM search_documents d
    WHERE d.id IN (SELECT rowid FROM search_index WHERE search_index MATCH $1) AND may_see($2, d.audience)
    GROUP BY d.subject_kind ORDER BY count(*) DESC, d.subject_kind)",
    R"(
    SELECT d.subject_kind, count(*) FROM search_documents d
    WHERE d.whole_index @@ CAST($1 AS tsquery) AND may_see($2, d.audience)
    GROUP BY d.subject_kind ORDER BY count(*) DESC, d.subject_kind)"};

Found found_of(storage::Row const& row, Forms const& forms) {
    Hit hit{{row.text(0), row.number(1)}, row.text(2),   row.text(4), marked(row.text(2), forms),
            excerpt(row.text(3), forms),  row.instant(5)};
    return {std::move(hit), row.number(6), row.number(7)};
}

}  // namespace

Page<Hit> find(storage::Reader const& reader, Viewer const& viewer, Question const& question) {
    auto const all = alternatives_of(reader, question.text);
    if (all.empty()) return {};
    Forms forms;
    for (auto const& alternatives : all) forms.insert(alternatives.begin(), alternatives.end());
    auto const query = query_of(all, reader.dialect());
    auto const after = place_of(question.cursor);
    auto page = page_of(reader.all(kFind,
                                   {query.whole, query.title, viewer, question.kind, after.in_title, after.changed_at,
                                    after.id, kPerPage + 1},
                                   [&](storage::Row const& row) { return found_of(row, forms); }),
                        kPerPage, [](Found const& last) { return last.cursor(); });
    Page<Hit> hits{{}, std::move(page.next)};
    for (auto& found : page.items) hits.items.push_back(std::move(found.hit));
    return hits;
}

std::vector<KindCount> count_by_kind(storage::Reader const& reader, Viewer const& viewer, std::string_view text) {
    auto const all = alternatives_of(reader, text);
    if (all.empty()) return {};
    return reader.all(kCount, {query_of(all, reader.dialect()).whole, viewer},
                      [](storage::Row const& row) { return KindCount{row.text(0), row.number(1)}; });
}

}  // namespace lenkwerk::search
