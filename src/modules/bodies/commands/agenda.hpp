#pragma once
// What the office does with the agenda of a session, until the session is over.
#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/rules/agenda.hpp"

namespace lenkwerk::bodies {

// At the end.
Outcome<AgendaItemId> add_agenda_item(storage::Transaction& tx, SessionId session, AgendaItemDraft const& draft);
Outcome<Done> edit_agenda_item(storage::Transaction& tx, AgendaItemId id, AgendaItemDraft const& draft,
                               std::int64_t version);
Outcome<Done> remove_agenda_item(storage::Transaction& tx, AgendaItemId id);
Outcome<Done> raise_agenda_item(storage::Transaction& tx, AgendaItemId id);

}  // namespace lenkwerk::bodies
