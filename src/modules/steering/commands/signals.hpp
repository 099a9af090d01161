#pragma once
// What members and office do with signals.
#include "modules/steering/commands/findings.hpp"
#include "modules/steering/rules/signal.hpp"

namespace lenkwerk::steering {

// For members and leads of the body, and the office. Publishing is for the office.
Outcome<SignalId> file_signal(storage::Transaction& tx, SignalDraft const& draft, Day today);
// The first reaction; later ones stand where they happen.
Outcome<Done> react_to_signal(storage::Transaction& tx, SignalId id, ReactionDraft const& reaction, Day today);
Outcome<Done> show_signal(storage::Transaction& tx, SignalId id, Audience const& audience);

}  // namespace lenkwerk::steering
