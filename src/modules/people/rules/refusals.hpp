#pragma once
// What the commands of people refuse for reasons that only the database knows: each key once, with the field it belongs to.
#include "base/outcome.hpp"

namespace lenkwerk::people {

inline Problems account_email_invalid() { return refuse("people.account.email_invalid", "email"); }
inline Problems account_email_taken() { return refuse("people.account.email_taken", "email"); }
inline Problems account_is_disabled() { return refuse("people.account.is_disabled", "account"); }
inline Problems account_last_administrator() { return refuse("people.account.last_administrator"); }
inline Problems account_own() { return refuse("people.account.own"); }
inline Problems account_unknown() { return refuse("people.account.unknown", "account"); }
inline Problems deputy_holds_nothing() { return refuse("people.deputy.holds_nothing", "account"); }
inline Problems deputy_same() { return refuse("people.deputy.same", "deputy"); }
inline Problems grant_first_day_missing() { return refuse("people.grant.first_day_missing", "first"); }
inline Problems grant_unknown() { return refuse("people.grant.unknown"); }
inline Problems organisation_name_taken() { return refuse("people.organisation.name_taken", "name"); }
inline Problems organisation_unknown() { return refuse("people.organisation.unknown"); }
inline Problems password_current_wrong() { return refuse("people.password.current_wrong", "current"); }
inline Problems password_link_void() { return refuse("people.password.link_void"); }
inline Problems session_unknown() { return refuse("people.session.unknown"); }
inline Problems sign_in_wrong() { return refuse("people.sign_in.wrong"); }

}  // namespace lenkwerk::people
