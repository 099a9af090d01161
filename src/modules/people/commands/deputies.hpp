#pragma once
// Who stands in for whom: a deputy holds the same roles, for the same bodies and organisations, while the other is away.
#include "modules/people/ids.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::people {

struct Deputy {
    access::AccountId absent, deputy;
    Period period;
};

// Gives the deputy each role that the absent one holds in the period, for the days in which both overlap; what the deputy
// holds already is not given again. Refuses unknown and disabled accounts, the same account twice, and a period in which
// nothing is held; what check_grant() refuses of one role refuses all.
Outcome<std::vector<GrantId>> appoint_deputy(storage::Transaction& tx, Deputy const& deputy);

}  // namespace lenkwerk::people
