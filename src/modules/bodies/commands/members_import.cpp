// A whole list of members in one transaction.
#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/store/bodies.hpp"
#include "modules/people/people.hpp"

namespace lenkwerk::bodies {

Outcome<MembershipId> seat_member(storage::Transaction& tx, NewMember member, std::string const& email) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (!email.empty()) {
        auto const account = people::account_for(tx, member.facts.name, email);
        if (!account) return account.problems();
        member.account = *account;
    }
    return add_member(tx, member);
}

bool has_seat(storage::Reader const& reader, BodyId body, MemberDraft const& facts) {
    auto const members = store::members_of(reader, body);
    return std::ranges::any_of(members, [&](store::Member const& member) {
        auto const& last = member.facts.term.last;
        return is_same_seat(member.facts, facts) && (!last || *last >= facts.term.first);
    });
}

Outcome<int> import_members(storage::Transaction& tx, BodyId body, std::vector<MemberRow> const& rows) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    Problems problems;
    int added = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (has_seat(tx, body, rows[i].facts)) continue;
        auto const seated = seat_member(tx, {body, rows[i].facts}, rows[i].email);
        if (seated) ++added;
        for (auto problem : seated ? Problems{} : seated.problems()) {
            problem.field = fmt::format("{}.{}", i, problem.field);
            problems.push_back(std::move(problem));
        }
    }
    if (!problems.empty()) return problems;
    return added;
}

}  // namespace lenkwerk::bodies
