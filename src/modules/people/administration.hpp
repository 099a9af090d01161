#pragma once
// Accounts and roles for the command line: the same commands as behind the pages, and the lists they are chosen from.
#include "modules/people/commands/accounts.hpp"
#include "modules/people/commands/deputies.hpp"
#include "modules/people/commands/passwords.hpp"
#include "modules/people/people.hpp"

#include <string>
#include <vector>

namespace lenkwerk::people {

struct HeldRole {
    GrantId id;
    std::string role;
    std::optional<Subject> scope;
    Period period;
};
struct AccountLine {
    AccountId id;
    std::string name, email;
    std::string state;            // "invited", "active", "disabled"
    std::vector<HeldRole> roles;  // that hold today or later
};
// All, in order of the name.
std::vector<AccountLine> accounts(storage::Reader const& reader, Day today);
// By the mail address, however it is written.
std::optional<AccountLine> account_by_email(storage::Reader const& reader, std::string const& email, Day today);

}  // namespace lenkwerk::people
