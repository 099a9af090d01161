#pragma once
// Bodies and memberships as they are kept.
#include "modules/bodies/rules/body.hpp"
#include "modules/people/ids.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::bodies::store {

struct Body {
    BodyId id;
    std::string key;  // of the city's folder; empty for bodies added later
    BodyDraft facts;
    std::optional<Instant> closed_at;
    std::int64_t version = 0;
};
std::vector<Body> list_bodies(storage::Reader const& reader);  // open ones first, then by kind and name
std::optional<Body> find_body(storage::Reader const& reader, BodyId id);
std::optional<BodyId> body_named(storage::Reader const& reader, std::string const& name);
BodyId insert_body(storage::Transaction& tx, std::string const& key, BodyDraft const& draft);
bool update_body(storage::Transaction& tx, BodyId id, BodyDraft const& draft, std::int64_t version);
void close_body(storage::Transaction& tx, BodyId id);

struct Member {
    MembershipId id;
    BodyId body;
    MemberDraft facts;
    std::optional<access::AccountId> account;
    std::optional<people::GrantId> grant;
    std::int64_t version = 0;
};
std::vector<Member> members_of(storage::Reader const& reader, BodyId body);  // past and future ones too, by name
std::optional<Member> find_member(storage::Reader const& reader, MembershipId id);
MembershipId insert_member(storage::Transaction& tx, Member const& member);
bool update_member(storage::Transaction& tx, Member const& member);

}  // namespace lenkwerk::bodies::store
