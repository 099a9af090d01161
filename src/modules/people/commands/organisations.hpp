#pragma once
// What the office does with organisations.
#include "modules/people/ids.hpp"
#include "modules/people/rules/organisation.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::people {

inline constexpr std::string_view kManageOrganisations = "people.manage_organisations";

Outcome<OrganisationId> add_organisation(storage::Transaction& tx, OrganisationDraft const& draft);

struct OrganisationEdit {
    OrganisationId id;
    OrganisationDraft draft;
    std::int64_t version = 0;
};
Outcome<Done> edit_organisation(storage::Transaction& tx, OrganisationEdit const& edit);
// It takes no new activities; those it has stay where they are until somebody else takes them.
Outcome<Done> close_organisation(storage::Transaction& tx, OrganisationId id);

}  // namespace lenkwerk::people
