#pragma once
// What is true of a role that somebody holds: for a body or an organisation where the role needs one, and for a period.
#include "base/id.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"

#include <optional>
#include <span>
#include <string>

namespace lenkwerk::people {

// The subject kind that a role is held for: "body", "organisation", or nothing (the whole city).
// `role` is a word of access::Role; throws std::invalid_argument for another.
std::optional<std::string> scope_kind(std::string_view role);

struct GrantDraft {
    std::string role;
    std::optional<Subject> scope;
    Period period;
};

// `held` are the roles that the person holds at the same time. Refuses a role that does not exist, a missing or wrong
// scope, a reversed period, and the auditor's role beside one that writes: who checks must not have made what is
// checked.
Outcome<GrantDraft> check_grant(GrantDraft draft, std::span<std::string const> held);

}  // namespace lenkwerk::people
