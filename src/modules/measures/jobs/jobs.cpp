#include "modules/measures/jobs/jobs.hpp"

#include "modules/measures/commands/reminders.hpp"

namespace lenkwerk::measures {

std::vector<JobHandler> job_handlers() {
    return {{"measures.ask_for_status", ask_for_status}, {"measures.remind", remind_of_status}};
}

}  // namespace lenkwerk::measures
