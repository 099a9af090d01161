#include "modules/steering/store/overviews.hpp"

#include "modules/steering/store/overview_json.hpp"

namespace lenkwerk::steering::store {
namespace {

Frozen frozen_of(storage::Row const& row) {
    return {row.id<OverviewId>(0), row.instant(1), row.text(2), overview_of(row.text(3))};
}

}  // namespace

std::optional<Frozen> find_frozen(storage::Reader const& reader, bodies::SessionId session, Form form) {
    return reader.first(
        "SELECT id, frozen_at, digest, content FROM steering_overviews WHERE session_id = $1 AND form = $2",
        {session, word(form)}, frozen_of);
}

std::optional<Frozen> find_frozen(storage::Reader const& reader, OverviewId id) {
    return reader.first("SELECT id, frozen_at, digest, content FROM steering_overviews WHERE id = $1", {id}, frozen_of);
}

std::optional<Instant> frozen_before(storage::Reader const& reader, bodies::BodyId body, bodies::SessionId session) {
    auto const found = reader.first(R"(
        SELECT max(o.frozen_at) FROM steering_overviews o
        WHERE o.body_id = $1 AND o.session_id <> $2
          AND NOT EXISTS (SELECT 1 FROM steering_overviews n WHERE n.session_id = $2 AND n.frozen_at <= o.frozen_at))",
                                    {body, session}, [](storage::Row const& row) { return row.maybe_instant(0); });
    return found.value_or(std::nullopt);
}

OverviewId insert_frozen(storage::Transaction& tx, NewFrozen const& frozen) {
    return {tx.insert(R"(
        INSERT INTO steering_overviews (session_id, body_id, form, frozen_at, frozen_by, content, digest)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)",
                      {frozen.session, frozen.body, word(frozen.form), tx.now(), tx.actor().signature(), frozen.content,
                       frozen.digest})};
}

bool has_document(storage::Reader const& reader, OverviewId id) {
    return reader.exists("SELECT 1 FROM steering_documents WHERE overview_id = $1", {id});
}

std::optional<std::string> document(storage::Reader const& reader, OverviewId id) {
    return reader.first("SELECT content FROM steering_documents WHERE overview_id = $1", {id},
                        [](storage::Row const& row) { return row.bytes(0).content; });
}

void keep_document(storage::Transaction& tx, OverviewId id, std::string const& bytes) {
    tx.change(
        "INSERT INTO steering_documents (overview_id, made_at, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        {id, tx.now(), storage::Bytes{bytes}});
}

std::vector<OverviewId> drop_emptied_documents(storage::Transaction& tx) {
    auto const emptied =
        tx.all("SELECT overview_id FROM steering_documents WHERE length(content) = 0 ORDER BY overview_id", {},
               [](storage::Row const& row) { return row.id<OverviewId>(0); });
    for (auto const id : emptied) tx.change("DELETE FROM steering_documents WHERE overview_id = $1", {id});
    return emptied;
}

std::vector<OverviewId> without_document(storage::Reader const& reader) {
    return reader.all(R"(
        SELECT o.id FROM steering_overviews o LEFT JOIN steering_documents d ON d.overview_id = o.id
        WHERE d.overview_id IS NULL ORDER BY o.id)",
                      {}, [](storage::Row const& row) { return row.id<OverviewId>(0); });
}

}  // namespace lenkwerk::steering::store
