#pragma once
// What the office does with bodies and their members.
#include "modules/bodies/rules/member_table.hpp"
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
// The same for somebody with an address, who gets an account, and with it the mails of the body and its drafts.
Outcome<MembershipId> seat_member(storage::Transaction& tx, NewMember member, std::string const& email);
// Whether that seat is there already at the first day of its term.
bool has_seat(storage::Reader const& reader, BodyId body, MemberDraft const& facts);
// All or none; how many. A problem's field begins with the place of its row, "3.email". Rows of seats that are there already are passed over.
Outcome<int> import_members(storage::Transaction& tx, BodyId body, std::vector<MemberRow> const& rows);
Outcome<Done> edit_member(storage::Transaction& tx, MembershipId id, MemberDraft const& draft, std::int64_t version);

}  // namespace lenkwerk::bodies
