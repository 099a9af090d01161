#pragma once
// What the office does with bodies and their members.
#include "modules/bodies/rules/body.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::bodies {

inline constexpr std::string_view kManage = "bodies.manage";

Outcome<BodyId> add_body(storage::Transaction& tx, BodyDraft const& draft, std::string const& key = {});
Outcome<Done> edit_body(storage::Transaction& tx, BodyId id, BodyDraft const& draft, std::int64_t version);
Outcome<Done> close_body(storage::Transaction& tx, BodyId id);

struct NewMember {
    BodyId body;
    MemberDraft facts;
    std::optional<access::AccountId> account =
        std::nullopt;  // signs in: gets the role "member" ("lead" for chairs of working groups)
};
Outcome<MembershipId> add_member(storage::Transaction& tx, NewMember const& member);
Outcome<Done> edit_member(storage::Transaction& tx, MembershipId id, MemberDraft const& draft, std::int64_t version);

}  // namespace lenkwerk::bodies
