#pragma once
// Organisations as they are kept.
#include "modules/people/ids.hpp"
#include "modules/people/rules/organisation.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::people::store {

struct Organisation {
    OrganisationId id;
    OrganisationDraft facts;
    std::optional<Instant> closed_at;
    std::int64_t version = 0;
};

std::optional<Organisation> find_organisation(storage::Reader const& reader, OrganisationId id);
std::optional<OrganisationId> organisation_named(storage::Reader const& reader,
                                                 std::string const& name);    // name or short name
std::vector<Organisation> list_organisations(storage::Reader const& reader);  // open ones first, then by name
OrganisationId insert_organisation(storage::Transaction& tx, OrganisationDraft const& draft);
bool update_organisation(storage::Transaction& tx, OrganisationId id, OrganisationDraft const& draft,
                         std::int64_t version);
void close_organisation(storage::Transaction& tx, OrganisationId id);

}  // namespace lenkwerk::people::store
