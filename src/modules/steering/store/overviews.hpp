#pragma once
// Frozen overviews and their documents as they are kept: written once, read for ever.
#include "modules/bodies/ids.hpp"
#include "modules/steering/ids.hpp"
#include "modules/steering/rules/overview.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::steering::store {

struct Frozen {
    OverviewId id;
    Instant frozen_at;
    std::string digest;
    Overview overview;
};
std::optional<Frozen> find_frozen(storage::Reader const& reader, bodies::SessionId session, Form form);
std::optional<Frozen> find_frozen(storage::Reader const& reader, OverviewId id);
// When the overview of the body was frozen last for a session before this one: since then is what is new.
std::optional<Instant> frozen_before(storage::Reader const& reader, bodies::BodyId body, bodies::SessionId session);

struct NewFrozen {
    bodies::SessionId session;
    bodies::BodyId body;
    Form form = Form::body;
    std::string content, digest;
};
OverviewId insert_frozen(storage::Transaction& tx, NewFrozen const& frozen);

bool has_document(storage::Reader const& reader, OverviewId id);
std::optional<std::string> document(storage::Reader const& reader, OverviewId id);
// Nothing happens where there is one already.
void keep_document(storage::Transaction& tx, OverviewId id, std::string const& bytes);
// Those that a redaction has emptied; of whom they were, so that they are printed anew.
std::vector<OverviewId> drop_emptied_documents(storage::Transaction& tx);
std::vector<OverviewId> without_document(storage::Reader const& reader);

}  // namespace lenkwerk::steering::store
