#pragma once
// What is true of an account: a person's (or a function's) name, mail address and password.
#include "base/outcome.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::people {

// invited: has not chosen a password yet; disabled: may not sign in, its past stays.
enum class AccountState { invited, active, disabled };
std::string_view word(AccountState state);
AccountState account_state_of(std::string_view word);  // throws std::invalid_argument for a word that we never stored

struct AccountDraft {
    std::string name;   // at most 120 characters
    std::string email;  // at most 254 characters
    std::string language = "de";
};

// The draft with its address in lower case. Refuses a missing or over-long name and what cannot be a mail address.
Outcome<AccountDraft> check_account(AccountDraft draft);

// One @, a dotted domain, no spaces or list signs, at most 254 bytes (RFC 5321, 4.5.3.1.3); whether it exists, only a
// mail can tell.
bool is_email(std::string_view text);

// Lower case, without space around it: under this form an address is unique.
std::string folded_email(std::string_view email);

// 12 to 200 characters; not the name, the address or a part of them, not one character repeated (after NIST SP
// 800-63B, 5.1.1.2: length and a look at the context instead of rules on kinds of characters).
Outcome<Done> check_password(std::string_view password, std::string_view name, std::string_view email);

}  // namespace lenkwerk::people
