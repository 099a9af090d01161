#pragma once
// The ids of people that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::people {

using OrganisationId = Id<struct OrganisationTag>;
using GrantId = Id<struct GrantTag>;
using SessionId = Id<struct SessionTag>;

}  // namespace lenkwerk::people
