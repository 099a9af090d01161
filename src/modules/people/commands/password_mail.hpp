#pragma once
// The mail with the link by which somebody sets a password: after an invitation, or because it was forgotten.
#include "platform/city.hpp"

namespace lenkwerk::people {

// The job people.send_password_link: makes a fresh link, of which only the hash is kept, and writes the mail in the same
// transaction. Nothing is written where the account is gone or disabled meanwhile.
void mail_password_link(City& city, Job const& job);

}  // namespace lenkwerk::people
