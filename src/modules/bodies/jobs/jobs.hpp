#pragma once
// What happens later in bodies: invitations by mail, and sessions planned ahead.
#include "platform/module.hpp"

namespace lenkwerk::bodies {

std::vector<JobHandler> job_handlers();

}  // namespace lenkwerk::bodies
