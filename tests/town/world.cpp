#include "town/world.hpp"

#include "platform/storage/ownership.hpp"

namespace lenkwerk::town {
namespace {

using access::AccountId;
using access::Actor;
using access::Role;

storage::Schema schema_of(std::vector<Module> const& modules, Dialect dialect) {
    return storage::Schema::of(names_of(modules), dialect);
}

std::unique_ptr<storage::Database> guarded(std::string const& address, storage::Schema const& schema) {
    return storage::Database::open(address, {.guard = storage::Ownership(schema).guard()});
}

Actor with_role(std::int64_t account, std::string name, Role role, std::optional<Subject> scope = std::nullopt) {
    return Actor{AccountId{account}, std::move(name), {{role, std::move(scope)}}};
}

}  // namespace

World::World(Dialect dialect, std::vector<Module> modules)
    : fresh_(schema_of(modules, dialect), dialect),
      city_(guarded(fresh_.address(), schema_of(modules, dialect)), clock_, modules) {}

World::World(Dialect dialect, storage::Schema const& schema)
    : fresh_(schema, dialect), city_(guarded(fresh_.address(), schema), clock_, {}) {}

Actor office() { return with_role(1, "Ina Amt", Role::office); }
Actor member(std::int64_t body) { return with_role(2, "Mia Mitglied", Role::member, Subject{"body", body}); }
Actor lead(std::int64_t body) { return with_role(3, "Leo Leitung", Role::lead, Subject{"body", body}); }
Actor department(std::int64_t organisation) {
    return with_role(4, "Fee Fachbereich", Role::department, Subject{"organisation", organisation});
}
Actor partner(std::int64_t organisation) {
    return with_role(5, "Paul Partner", Role::partner, Subject{"organisation", organisation});
}
Actor councillor(std::int64_t body) { return with_role(6, "Rosa Rat", Role::councillor, Subject{"body", body}); }
Actor auditor() { return with_role(7, "Prisca Prüfung", Role::auditor); }
Actor administrator() { return with_role(8, "Sven System", Role::administrator); }
Actor visitor() { return Actor::visitor(); }

void StoreTest::SetUp() {
    if (GetParam() == Dialect::postgres && !has_postgres())
        GTEST_SKIP()
            << "SKIPPED, NOT TESTED ON POSTGRESQL: LENKWERK_TEST_POSTGRES is not set; run under tools/with_postgres";
}

}  // namespace lenkwerk::town
