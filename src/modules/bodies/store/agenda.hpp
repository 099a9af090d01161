#pragma once
// Agendas as they are kept.
#include "modules/bodies/ids.hpp"
#include "modules/bodies/rules/agenda.hpp"
#include "platform/storage/database.hpp"

#include <vector>

namespace lenkwerk::bodies::store {

struct AgendaItem {
    AgendaItemId id;
    SessionId session;
    int position = 0;  // from 1
    AgendaItemDraft facts;
    std::int64_t version = 0;
};
std::vector<AgendaItem> agenda_of(storage::Reader const& reader, Viewer const& viewer, SessionId session);  // in order
std::optional<AgendaItem> find_agenda_item(storage::Reader const& reader, AgendaItemId id);
AgendaItemId insert_agenda_item(storage::Transaction& tx, SessionId session,
                                AgendaItemDraft const& draft);  // at the end
bool update_agenda_item(storage::Transaction& tx, AgendaItemId id, AgendaItemDraft const& draft, std::int64_t version);
// What stands behind it moves up.
void remove_agenda_item(storage::Transaction& tx, AgendaItem const& item);
// Changes places with the one before it; nothing for the first.
void raise_agenda_item(storage::Transaction& tx, AgendaItem const& item);

}  // namespace lenkwerk::bodies::store
