#pragma once
// Signals and the reactions to them as they are kept.
#include "modules/steering/ids.hpp"
#include "modules/steering/rules/signal.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::steering::store {

struct Signal {
    SignalId id;
    SignalDraft facts;
    Day filed_on;
    std::optional<ReactionDraft> reaction = std::nullopt;
};
// Newest first.
std::vector<Signal> signals(storage::Reader const& reader, Viewer const& viewer);
std::optional<Signal> find_signal(storage::Reader const& reader, Viewer const& viewer, SignalId id);
// Those of the body that have no reaction, or got it on `since` or later (without `since`: all), oldest first.
std::vector<Signal> signals_for(storage::Reader const& reader, Viewer const& viewer, bodies::BodyId body,
                                std::optional<Day> since);
SignalId insert_signal(storage::Transaction& tx, SignalDraft const& draft, Day day);
// False where there is a reaction already: the first one counts.
bool set_reaction(storage::Transaction& tx, SignalId id, ReactionDraft const& reaction);
void set_signal_audience(storage::Transaction& tx, SignalId id, Audience const& audience);

}  // namespace lenkwerk::steering::store
