#pragma once
// The ids of bodies that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::bodies {

using BodyId = Id<struct BodyTag>;
using MembershipId = Id<struct MembershipTag>;
using SeriesId = Id<struct SeriesTag>;
using SessionId = Id<struct SessionTag>;
using AgendaItemId = Id<struct AgendaItemTag>;

}  // namespace lenkwerk::bodies
