#include "modules/bodies/store/bodies.hpp"

#include "modules/bodies/store/words.hpp"

namespace lenkwerk::bodies::store {
namespace {

Body body_of(storage::Row const& row) {
    BodyDraft facts{row.text(2),
                    row.text(3),
                    row.maybe_id<BodyId>(4),
                    split_words(row.text(5)),
                    split_words(row.text(6)),
                    static_cast<int>(row.number(7))};
    return {row.id<BodyId>(0), row.text(1), std::move(facts), row.maybe_instant(8), row.number(9)};
}

Member member_of(storage::Row const& row) {
    MemberDraft facts{row.text(2),
                      row.text(3),
                      row.text(4),
                      split_words(row.text(5)),
                      row.text(6),
                      row.text(7),
                      {row.day(8), row.maybe_day(9)}};
    return {row.id<MembershipId>(0),           row.id<BodyId>(1), std::move(facts), row.maybe_id<access::AccountId>(10),
            row.maybe_id<people::GrantId>(11), row.number(12)};
}

}  // namespace

std::vector<Body> list_bodies(storage::Reader const& reader) {
    return reader.all(R"(
        SELECT id, key, name, kind, reports_to_id, wanted_sectors, wanted_perspectives, quorum_percent, closed_at, version
        FROM bodies_bodies ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, kind DESC, name, id)",
                      {}, body_of);
}

std::optional<Body> find_body(storage::Reader const& reader, BodyId id) {
    return reader.first(R"(
        SELECT id, key, name, kind, reports_to_id, wanted_sectors, wanted_perspectives, quorum_percent, closed_at, version
        FROM bodies_bodies WHERE id = $1)",
                        {id}, body_of);
}

std::optional<BodyId> body_named(storage::Reader const& reader, std::string const& name) {
    return reader.first("SELECT id FROM bodies_bodies WHERE name = $1", {name},
                        [](storage::Row const& row) { return row.id<BodyId>(0); });
}

BodyId insert_body(storage::Transaction& tx, std::string const& key, BodyDraft const& draft) {
    return {tx.insert(R"(
        INSERT INTO bodies_bodies (key, name, kind, reports_to_id, wanted_sectors, wanted_perspectives, quorum_percent, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1) RETURNING id)",
                      {key, draft.name, draft.kind, draft.reports_to, joined(draft.wanted_sectors),
                       joined(draft.wanted_perspectives), draft.quorum_percent})};
}

bool update_body(storage::Transaction& tx, BodyId id, BodyDraft const& draft, std::int64_t version) {
    return tx.change(R"(
        UPDATE bodies_bodies SET name = $3, kind = $4, reports_to_id = $5, wanted_sectors = $6, wanted_perspectives = $7, quorum_percent = $8,
               version = version + 1
        WHERE id = $1 AND version = $2)",
                     {id, version, draft.name, draft.kind, draft.reports_to, joined(draft.wanted_sectors),
                      joined(draft.wanted_perspectives), draft.quorum_percent}) == 1;
}

void close_body(storage::Transaction& tx, BodyId id) {
    tx.change("UPDATE bodies_bodies SET closed_at = $2, version = version + 1 WHERE id = $1 AND closed_at IS NULL",
              {id, tx.now()});
}

std::vector<Member> members_of(storage::Reader const& reader, BodyId body) {
    return reader.all(R"(
        SELECT id, body_id, name, function, sector, perspectives, organisation, deputy, first_day, last_day, account_id, grant_id, version
        FROM bodies_memberships WHERE body_id = $1 ORDER BY name, id)",
                      {body}, member_of);
}

std::optional<Member> find_member(storage::Reader const& reader, MembershipId id) {
    return reader.first(R"(
        SELECT id, body_id, name, function, sector, perspectives, organisation, deputy, first_day, last_day, account_id, grant_id, version
        FROM bodies_memberships WHERE id = $1)",
                        {id}, member_of);
}

MembershipId insert_member(storage::Transaction& tx, Member const& member) {
    auto const& facts = member.facts;
    return {
        tx.insert(R"(
        INSERT INTO bodies_memberships (body_id, name, function, sector, perspectives, organisation, deputy, first_day, last_day, account_id,
                                        grant_id, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) RETURNING id)",
                  {member.body, facts.name, facts.function, facts.sector, joined(facts.perspectives),
                   facts.organisation, facts.deputy, facts.term.first, facts.term.last, member.account, member.grant})};
}

bool update_member(storage::Transaction& tx, Member const& member) {
    auto const& facts = member.facts;
    return tx.change(R"(
        UPDATE bodies_memberships SET name = $3, function = $4, sector = $5, perspectives = $6, organisation = $7, deputy = $8, first_day = $9,
               last_day = $10, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {member.id, member.version, facts.name, facts.function, facts.sector, joined(facts.perspectives),
                      facts.organisation, facts.deputy, facts.term.first, facts.term.last}) == 1;
}

}  // namespace lenkwerk::bodies::store
