#include "modules/bodies/commands/bodies.hpp"

#include "modules/bodies/rules/refusals.hpp"
#include "modules/bodies/store/bodies.hpp"
#include "modules/people/people.hpp"

namespace lenkwerk::bodies {
namespace {

storage::Event event(std::string verb, BodyId id, std::string details = "{}") {
    return {"bodies." + std::move(verb), {"body", id.value}, std::move(details)};
}

void index(storage::Transaction& tx, BodyId id, BodyDraft const& facts) {
    tx.index({{"body", id.value}, Audience::everyone(), facts.name, "", fmt::format("/gremien/{}", id.value)});
}

Outcome<BodyDraft> admissible(storage::Transaction& tx, BodyDraft const& draft, BodyId own) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto checked = check_body(draft);
    if (!checked) return checked;
    auto const other = store::body_named(tx, checked->name);
    if (other && *other != own) return body_name_taken();
    if (checked->reports_to && (*checked->reports_to == own || !store::find_body(tx, *checked->reports_to)))
        return body_reports_to_unknown();
    return checked;
}

std::string_view role_of(store::Body const& body, MemberDraft const& facts) {
    if (!is_of_the_plan(body.facts.kind)) return "councillor";
    bool const leads = facts.function == "chair" || facts.function == "deputy_chair";
    return body.facts.kind == "working_group" && leads ? "lead" : "member";
}

}  // namespace

Outcome<BodyId> add_body(storage::Transaction& tx, BodyDraft const& draft, std::string const& key) {
    auto const checked = admissible(tx, draft, {});
    if (!checked) return checked.problems();
    auto const id = store::insert_body(tx, key, *checked);
    index(tx, id, *checked);
    tx.record(event("body_added", id));
    return id;
}

Outcome<Done> edit_body(storage::Transaction& tx, BodyId id, BodyDraft const& draft, std::int64_t version) {
    auto const checked = admissible(tx, draft, id);
    if (!checked) return checked.problems();
    if (!store::update_body(tx, id, *checked, version)) return refuse("form.changed_meanwhile");
    index(tx, id, *checked);
    tx.record(event("body_edited", id));
    return Done{};
}

Outcome<Done> close_body(storage::Transaction& tx, BodyId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (!store::find_body(tx, id)) return body_unknown();
    store::close_body(tx, id);
    tx.record(event("body_closed", id));
    return Done{};
}

Outcome<MembershipId> add_member(storage::Transaction& tx, NewMember const& member) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const body = store::find_body(tx, member.body);
    if (!body) return body_unknown();
    auto const checked = check_member(member.facts);
    if (!checked) return checked.problems();
    std::optional<people::GrantId> grant;
    if (member.account) {
        auto const granted = people::grant_membership(tx, *member.account, std::string(role_of(*body, *checked)),
                                                      {"body", member.body.value}, checked->term);
        if (!granted) return granted.problems();
        grant = *granted;
    }
    auto const id = store::insert_member(tx, {{}, member.body, *checked, member.account, grant});
    tx.record(event("member_added", member.body, fmt::format(R"({{"membership":{}}})", id.value)));
    return id;
}

Outcome<Done> edit_member(storage::Transaction& tx, MembershipId id, MemberDraft const& draft, std::int64_t version) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto member = store::find_member(tx, id);
    if (!member) return member_unknown();
    auto const checked = check_member(draft);
    if (!checked) return checked.problems();
    bool const ends = member->grant && checked->term.last && checked->term.last != member->facts.term.last;
    if (ends) {
        auto const ended = people::end_membership(tx, *member->grant, *checked->term.last);
        if (!ended) return ended;
    }
    member->facts = *checked;
    member->version = version;
    if (!store::update_member(tx, *member)) return refuse("form.changed_meanwhile");
    tx.record(event("member_edited", member->body, fmt::format(R"({{"membership":{}}})", id.value)));
    return Done{};
}

}  // namespace lenkwerk::bodies
