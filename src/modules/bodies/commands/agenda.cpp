#include "modules/bodies/commands/agenda.hpp"

#include "modules/bodies/rules/refusals.hpp"
#include "modules/bodies/store/agenda.hpp"
#include "modules/bodies/store/sessions.hpp"

namespace lenkwerk::bodies {
namespace {

void record(storage::Transaction& tx, std::string_view verb, SessionId session, AgendaItemId item) {
    tx.record({fmt::format("bodies.agenda_{}", verb),
               {"session", session.value},
               fmt::format(R"({{"item":{}}})", item.value)});
}

// The session, if its agenda still lies open.
Outcome<Done> open_session(storage::Transaction& tx, SessionId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const session = store::find_session(tx, Viewer::everything(), id);
    if (!session) return session_unknown();
    bool const is_over = session->state == SessionState::held || session->state == SessionState::cancelled;
    return is_over ? Outcome<Done>{agenda_closed()} : Done{};
}

Outcome<store::AgendaItem> open_item(storage::Transaction& tx, AgendaItemId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const item = store::find_agenda_item(tx, id);
    if (!item) return agenda_unknown();
    auto const session = open_session(tx, item->session);
    if (!session) return session.problems();
    return *item;
}

}  // namespace

Outcome<AgendaItemId> add_agenda_item(storage::Transaction& tx, SessionId session, AgendaItemDraft const& draft) {
    auto const open = open_session(tx, session);
    if (!open) return open.problems();
    auto const checked = check_agenda_item(draft);
    if (!checked) return checked.problems();
    auto const id = store::insert_agenda_item(tx, session, *checked);
    record(tx, "added", session, id);
    return id;
}

Outcome<Done> edit_agenda_item(storage::Transaction& tx, AgendaItemId id, AgendaItemDraft const& draft,
                               std::int64_t version) {
    auto const item = open_item(tx, id);
    if (!item) return item.problems();
    auto const checked = check_agenda_item(draft);
    if (!checked) return checked.problems();
    if (!store::update_agenda_item(tx, id, *checked, version)) return refuse("form.changed_meanwhile");
    record(tx, "edited", item->session, id);
    return Done{};
}

Outcome<Done> remove_agenda_item(storage::Transaction& tx, AgendaItemId id) {
    auto const item = open_item(tx, id);
    if (!item) return item.problems();
    store::remove_agenda_item(tx, *item);
    record(tx, "removed", item->session, id);
    return Done{};
}

Outcome<Done> raise_agenda_item(storage::Transaction& tx, AgendaItemId id) {
    auto const item = open_item(tx, id);
    if (!item) return item.problems();
    if (item->position == 1) return Done{};
    store::raise_agenda_item(tx, *item);
    record(tx, "raised", item->session, id);
    return Done{};
}

}  // namespace lenkwerk::bodies
