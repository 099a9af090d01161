#include "modules/measures/jobs/jobs.hpp"

#include "modules/measures/commands/plan_pdf.hpp"
#include "modules/measures/commands/reminders.hpp"

namespace lenkwerk::measures {

std::vector<JobHandler> job_handlers() {
    return {{"measures.ask_for_status", ask_for_status},
            {"measures.remind", remind_of_status},
            {"measures.print_plans", print_current_plan}};
}

}  // namespace lenkwerk::measures
