#include "platform/access/actor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace lenkwerk::access {
namespace {

constexpr std::array kRoles{Role::member,     Role::lead,   Role::department, Role::partner,
                            Role::councillor, Role::office, Role::auditor,    Role::administrator};

std::vector<Permission>& registered() {
    static std::vector<Permission> all;
    return all;
}

Permission const& known(std::string_view name) {
    for (auto const& permission : registered())
        if (permission.name == name) return permission;
    throw std::logic_error(fmt::format("no module registers the permission {}", name));
}

// Whether a grant of this role reaches the scope; without a scope: everywhere. A grant without a scope is for the whole city.
bool reaches(Grant const& grant, Holder const& holder, Subject const* scope) {
    if (grant.role != holder.role) return false;
    if (holder.reach == Reach::everywhere || !grant.scope) return true;
    return scope != nullptr && *grant.scope == *scope;
}

bool any_reaches(std::vector<Grant> const& grants, Permission const& permission, Subject const* scope) {
    return std::any_of(grants.begin(), grants.end(), [&](Grant const& grant) {
        return std::any_of(permission.holders.begin(), permission.holders.end(),
                           [&](Holder const& holder) { return reaches(grant, holder, scope); });
    });
}

bool sees_everything(Role role) { return role == Role::office || role == Role::auditor; }
bool is_inside(Role role) { return role != Role::partner; }

}  // namespace

std::string_view word(Role role) {
    switch (role) {
        case Role::member: return "member";
        case Role::lead: return "lead";
        case Role::department: return "department";
        case Role::partner: return "partner";
        case Role::councillor: return "councillor";
        case Role::office: return "office";
        case Role::auditor: return "auditor";
        case Role::administrator: return "administrator";
    }
    throw std::logic_error("unknown role");
}

std::optional<Role> role_of(std::string_view text) {
    auto const found = std::find_if(kRoles.begin(), kRoles.end(), [&](Role role) { return word(role) == text; });
    return found == kRoles.end() ? std::nullopt : std::optional{*found};
}

void register_permissions(std::vector<Permission> const& permissions) {
    std::map<std::string, int> count;
    for (auto const& permission : permissions)
        if (++count[permission.name] > 1)
            throw std::logic_error(fmt::format("two modules register the permission {}", permission.name));
    registered() = permissions;
}

std::vector<Permission> const& permissions() { return registered(); }

Actor Actor::visitor() { return {}; }

Actor Actor::system(std::string name) {
    Actor actor;
    actor.signature_ = "system:" + std::move(name);
    actor.system_ = true;
    return actor;
}

Actor::Actor(AccountId account, std::string name, std::vector<Grant> grants)
    : account_(account),
      signature_(fmt::format("account:{}", account.value)),
      name_(std::move(name)),
      grants_(std::move(grants)) {}

bool Actor::may(std::string_view permission) const {
    return any_reaches(grants_, known(permission), nullptr) || system_;
}

bool Actor::may(std::string_view permission, Subject const& scope) const {
    return any_reaches(grants_, known(permission), &scope) || system_;
}

bool Actor::may_somewhere(std::string_view permission) const {
    auto const& asked = known(permission);
    return system_ || std::any_of(grants_.begin(), grants_.end(), [&](Grant const& grant) {
               return any_reaches({grant}, asked, grant.scope ? &*grant.scope : nullptr);
           });
}

// Office and auditor see all; who is in the administration or in a body sees what the administration sees, and what those
// bodies see. A partner (police, association, business) is neither: it becomes a member of a body by a grant of its own.
Viewer Actor::viewer() const {
    auto const any = [&](bool (*holds)(Role)) {
        return std::any_of(grants_.begin(), grants_.end(), [&](Grant const& grant) { return holds(grant.role); });
    };
    if (system_ || any(sees_everything)) return Viewer::everything();
    if (!any(is_inside)) return Viewer::visitor();
    std::vector<std::int64_t> bodies;
    for (auto const& grant : grants_)
        if (grant.scope && grant.scope->kind == "body") bodies.push_back(grant.scope->id);
    return Viewer::insider(bodies);
}

}  // namespace lenkwerk::access
