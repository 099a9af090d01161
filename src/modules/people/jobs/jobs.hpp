#pragma once
// What happens later in people.
#include "platform/module.hpp"

namespace lenkwerk::people {

std::vector<JobHandler> job_handlers();

}  // namespace lenkwerk::people
