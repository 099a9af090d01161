#include "modules/bodies/store/agenda.hpp"

namespace lenkwerk::bodies::store {
namespace {

AgendaItem item_of(storage::Row const& row) {
    AgendaItem item{row.id<AgendaItemId>(0),
                    row.id<SessionId>(1),
                    static_cast<int>(row.number(2)),
                    {row.text(3), row.text(4), row.audience(5)},
                    row.number(8)};
    if (auto const kind = row.maybe_text(6)) item.facts.subject = Subject{*kind, row.number(7)};
    return item;
}

}  // namespace

std::vector<AgendaItem> agenda_of(storage::Reader const& reader, Viewer const& viewer, SessionId session) {
    return reader.all(R"(
        SELECT id, session_id, position, title, text, audience, subject_kind, subject_id, version
        FROM bodies_agenda_items WHERE session_id = $1 AND may_see($2, audience) ORDER BY position, id)",
                      {session, viewer}, item_of);
}

std::optional<AgendaItem> find_agenda_item(storage::Reader const& reader, AgendaItemId id) {
    return reader.first(R"(
        SELECT id, session_id, position, title, text, audience, subject_kind, subject_id, version
        FROM bodies_agenda_items WHERE id = $1)",
                        {id}, item_of);
}

AgendaItemId insert_agenda_item(storage::Transaction& tx, SessionId session, AgendaItemDraft const& draft) {
    auto const& subject = draft.subject;
    auto const kind = subject ? std::optional{subject->kind} : std::nullopt;
    auto const id = subject ? std::optional{subject->id} : std::nullopt;
    return {tx.insert(R"(
        INSERT INTO bodies_agenda_items (session_id, position, title, text, audience, subject_kind, subject_id, version)
        VALUES ($1, (SELECT count(*) + 1 FROM bodies_agenda_items WHERE session_id = $1), $2, $3, $4, $5, $6, 1) RETURNING id)",
                      {session, draft.title, draft.text, draft.audience, kind, id})};
}

bool update_agenda_item(storage::Transaction& tx, AgendaItemId id, AgendaItemDraft const& draft, std::int64_t version) {
    return tx.change(R"(
        UPDATE bodies_agenda_items SET title = $3, text = $4, audience = $5, version = version + 1 WHERE id = $1 AND version = $2)",
                     {id, version, draft.title, draft.text, draft.audience}) == 1;
}

void remove_agenda_item(storage::Transaction& tx, AgendaItem const& item) {
    tx.change("DELETE FROM bodies_agenda_items WHERE id = $1", {item.id});
    tx.change("UPDATE bodies_agenda_items SET position = position - 1 WHERE session_id = $1 AND position > $2",
              {item.session, item.position});
}

void raise_agenda_item(storage::Transaction& tx, AgendaItem const& item) {
    if (item.position == 1) return;
    tx.change("UPDATE bodies_agenda_items SET position = position + 1 WHERE session_id = $1 AND position = $2",
              {item.session, item.position - 1});
    tx.change("UPDATE bodies_agenda_items SET position = position - 1 WHERE id = $1", {item.id});
}

}  // namespace lenkwerk::bodies::store
