#pragma once
// Who acts: an account with its grants at this moment, or the system itself (jobs, command line).
#include "base/audience.hpp"
#include "base/id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::access {

// The roles of mission.md that hold rights of writing or of reading more. A visitor and a resident have none of them.
enum class Role { member, lead, department, partner, councillor, office, auditor, administrator };
std::string_view word(Role role);
std::optional<Role> role_of(std::string_view word);

// A role for one body or organisation (the subject), or for the whole city (no subject).
struct Grant {
    Role role;
    std::optional<Subject> scope = std::nullopt;
    bool operator==(Grant const&) const = default;
};

// Which role holds a permission: everywhere, or for the body or organisation that the grant names.
enum class Reach { everywhere, own };
struct Holder {
    Role role;
    Reach reach = Reach::everywhere;
};
// Named like the command that asks for it: "measures.report_status".
struct Permission {
    std::string name;
    std::vector<Holder> holders;
};

// All permissions of the product, collected from the modules once at start; asking for an unknown one is a fault of the program.
void register_permissions(std::vector<Permission> const& permissions);
std::vector<Permission> const& permissions();

using AccountId = Id<struct AccountTag>;

class Actor {
public:
    static Actor visitor();
    // Acts for the product itself, e.g. "job:reminders" or "command:import"; may do everything.
    static Actor system(std::string name);
    Actor(AccountId account, std::string name, std::vector<Grant> grants);

    // The name for the log: "account:7" or "system:job:reminders"; never a person's name.
    std::string const& signature() const { return signature_; }
    std::optional<AccountId> account() const { return account_; }
    // As the interface shows it; never for the log. Empty for visitors and for the system.
    std::string const& name() const { return name_; }
    std::vector<Grant> const& grants() const { return grants_; }
    bool is_system() const { return system_; }
    // Holds the permission everywhere.
    bool may(std::string_view permission) const;
    // Holds it everywhere or for this body or organisation.
    bool may(std::string_view permission, Subject const& scope) const;
    // Holds it for at least one body or organisation: enough to see the door.
    bool may_somewhere(std::string_view permission) const;
    Viewer viewer() const;

private:
    Actor() = default;
    std::optional<AccountId> account_;
    std::string signature_ = "visitor";
    std::string name_;
    std::vector<Grant> grants_;
    bool system_ = false;
};

}  // namespace lenkwerk::access
