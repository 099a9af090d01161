#include "modules/people/administration.hpp"

#include "modules/people/store/accounts.hpp"
#include "modules/people/store/grants.hpp"

namespace lenkwerk::people {
namespace {

AccountLine line_of(storage::Reader const& reader, store::Account const& account, Day today) {
    AccountLine line{account.id, account.name, account.email, std::string(word(account.state)), {}};
    for (auto const& grant : store::grants_of(reader, account.id))
        if (!grant.period.last || *grant.period.last >= today)
            line.roles.push_back({grant.id, grant.role, grant.scope, grant.period});
    return line;
}

}  // namespace

std::vector<AccountLine> accounts(storage::Reader const& reader, Day today) {
    std::vector<AccountLine> lines;
    std::optional<std::string> cursor;
    do {
        auto const page = store::list_accounts(reader, cursor);
        for (auto const& account : page.items) lines.push_back(line_of(reader, account, today));
        cursor = page.next;
    } while (cursor);
    return lines;
}

std::optional<AccountLine> account_by_email(storage::Reader const& reader, std::string const& email, Day today) {
    auto const account = store::find_account_by_email(reader, folded_email(email));
    return account ? std::optional{line_of(reader, *account, today)} : std::nullopt;
}

}  // namespace lenkwerk::people
