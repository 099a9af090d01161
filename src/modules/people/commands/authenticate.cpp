#include "modules/people/commands/authenticate.hpp"

#include "modules/people/store/accounts.hpp"
#include "modules/people/store/grants.hpp"
#include "modules/people/store/sessions.hpp"

namespace lenkwerk::people {

std::optional<web::SignedIn> authenticate(storage::Reader const& reader, std::string_view token_hash, Instant now,
                                          Day today) {
    auto const session = store::find_session(reader, token_hash, now);
    if (!session) return std::nullopt;
    auto const account = store::find_account(reader, session->account).value();
    auto grants = store::valid_grants(reader, account.id, today);
    return web::SignedIn{account.id, account.name, access::Actor{account.id, account.name, std::move(grants)},
                         account.language};
}

}  // namespace lenkwerk::people
