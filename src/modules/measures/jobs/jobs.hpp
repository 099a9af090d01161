#pragma once
// What happens later in measures: mails that ask for a status, reminders, the printing of the plan.
#include "platform/module.hpp"

namespace lenkwerk::measures {

std::vector<JobHandler> job_handlers();

}  // namespace lenkwerk::measures
