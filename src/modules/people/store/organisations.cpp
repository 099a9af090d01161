#include "modules/people/store/organisations.hpp"

namespace lenkwerk::people::store {
namespace {

Organisation organisation_of(storage::Row const& row) {
    return {row.id<OrganisationId>(0),
            {row.text(1), row.text(2), row.text(3), row.text(4)},
            row.maybe_instant(5),
            row.number(6)};
}

}  // namespace

std::optional<Organisation> find_organisation(storage::Reader const& reader, OrganisationId id) {
    return reader.first(
        "SELECT id, name, short_name, kind, email, closed_at, version FROM people_organisations WHERE id = $1", {id},
        organisation_of);
}

std::optional<OrganisationId> organisation_named(storage::Reader const& reader, std::string const& name) {
    return reader.first(
        "SELECT id FROM people_organisations WHERE name = $1 OR (short_name = $1 AND $1 <> '') ORDER BY id", {name},
        [](storage::Row const& row) { return row.id<OrganisationId>(0); });
}

std::vector<Organisation> list_organisations(storage::Reader const& reader) {
    return reader.all(R"(
        SELECT id, name, short_name, kind, email, closed_at, version FROM people_organisations
        ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, name, id)",
                      {}, organisation_of);
}

OrganisationId insert_organisation(storage::Transaction& tx, OrganisationDraft const& draft) {
    return {tx.insert(R"(
        INSERT INTO people_organisations (name, short_name, kind, email, version) VALUES ($1, $2, $3, $4, 1) RETURNING id)",
                      {draft.name, draft.short_name, draft.kind, draft.email})};
}

bool update_organisation(storage::Transaction& tx, OrganisationId id, OrganisationDraft const& draft,
                         std::int64_t version) {
    return tx.change(R"(
        UPDATE people_organisations SET name = $3, short_name = $4, kind = $5, email = $6, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {id, version, draft.name, draft.short_name, draft.kind, draft.email}) == 1;
}

void close_organisation(storage::Transaction& tx, OrganisationId id) {
    tx.change(
        "UPDATE people_organisations SET closed_at = $2, version = version + 1 WHERE id = $1 AND closed_at IS NULL",
        {id, tx.now()});
}

}  // namespace lenkwerk::people::store
