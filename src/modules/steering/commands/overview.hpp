#pragma once
// The overview of a session as it stands at this moment, in one of its forms; the same for everybody who may read that form.
#include "modules/bodies/bodies.hpp"
#include "modules/steering/rules/overview.hpp"

namespace lenkwerk::steering {

// The regular sessions of steering groups have one.
bool has_overview(bodies::SessionLine const& session);

// Made of what the form's readers may see: the members of the body, or everybody. A constant number of statements.
Overview make_overview(storage::Reader const& reader, bodies::SessionLine const& session, Form form, Day today);

}  // namespace lenkwerk::steering
