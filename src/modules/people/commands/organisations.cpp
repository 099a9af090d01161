#include "modules/people/commands/organisations.hpp"

#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/organisations.hpp"

namespace lenkwerk::people {
namespace {

storage::Event event(std::string verb, OrganisationId id) {
    return {"people." + std::move(verb), {"organisation", id.value}};
}

void index(storage::Transaction& tx, OrganisationId id, OrganisationDraft const& facts) {
    tx.index({{"organisation", id.value},
              Audience::everyone(),
              facts.name,
              facts.short_name,
              fmt::format("/organisationen/{}", id.value)});
}

// The checked draft, if its name is free.
Outcome<OrganisationDraft> admissible(storage::Transaction& tx, OrganisationDraft const& draft, OrganisationId own) {
    if (!tx.actor().may(kManageOrganisations)) return refuse("access.denied");
    auto checked = check_organisation(draft);
    if (!checked) return checked;
    auto const other = store::organisation_named(tx, checked->name);
    if (other && *other != own) return organisation_name_taken();
    return checked;
}

}  // namespace

Outcome<OrganisationId> add_organisation(storage::Transaction& tx, OrganisationDraft const& draft) {
    auto const checked = admissible(tx, draft, {});
    if (!checked) return checked.problems();
    auto const id = store::insert_organisation(tx, *checked);
    index(tx, id, *checked);
    tx.record(event("organisation_added", id));
    return id;
}

Outcome<Done> edit_organisation(storage::Transaction& tx, OrganisationEdit const& edit) {
    auto const checked = admissible(tx, edit.draft, edit.id);
    if (!checked) return checked.problems();
    if (!store::update_organisation(tx, edit.id, *checked, edit.version)) return refuse("form.changed_meanwhile");
    index(tx, edit.id, *checked);
    tx.record(event("organisation_edited", edit.id));
    return Done{};
}

Outcome<Done> close_organisation(storage::Transaction& tx, OrganisationId id) {
    if (!tx.actor().may(kManageOrganisations)) return refuse("access.denied");
    if (!store::find_organisation(tx, id)) return organisation_unknown();
    store::close_organisation(tx, id);
    tx.record(event("organisation_closed", id));
    return Done{};
}

}  // namespace lenkwerk::people
