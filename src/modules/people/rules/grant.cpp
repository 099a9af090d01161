#include "modules/people/rules/grant.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lenkwerk::people {
namespace {

struct RoleRule {
    std::string_view role;
    std::string_view scope;  // empty: the whole city
};
constexpr std::array<RoleRule, 8> kRoles{{{"member", "body"},
                                          {"lead", "body"},
                                          {"councillor", "body"},
                                          {"department", "organisation"},
                                          {"partner", "organisation"},
                                          {"office", ""},
                                          {"auditor", ""},
                                          {"administrator", ""}}};

RoleRule const* rule_of(std::string_view role) {
    auto const found = std::find_if(kRoles.begin(), kRoles.end(), [&](auto const& rule) { return rule.role == role; });
    return found == kRoles.end() ? nullptr : &*found;
}

bool mixes_auditor(std::string const& role, std::span<std::string const> held) {
    bool const is_auditor = role == "auditor";
    return std::any_of(held.begin(), held.end(), [&](auto const& other) { return (other == "auditor") != is_auditor; });
}

}  // namespace

std::optional<std::string> scope_kind(std::string_view role) {
    auto const* rule = rule_of(role);
    if (!rule) throw std::invalid_argument("no role: " + std::string(role));
    return rule->scope.empty() ? std::nullopt : std::optional<std::string>(rule->scope);
}

Outcome<GrantDraft> check_grant(GrantDraft draft, std::span<std::string const> held) {
    if (!rule_of(draft.role)) return refuse("people.grant.role_unknown", "role");
    auto const kind = scope_kind(draft.role);
    if (kind && !draft.scope) return refuse("people.grant.scope_missing", "scope");
    if (draft.scope && draft.scope->kind != kind.value_or("")) return refuse("people.grant.scope_wrong", "scope");
    if (draft.period.last && *draft.period.last < draft.period.first)
        return refuse("people.grant.period_reversed", "last");
    if (mixes_auditor(draft.role, held)) return refuse("people.grant.auditor_alone", "role");
    return draft;
}

}  // namespace lenkwerk::people
