#include "modules/people/jobs/jobs.hpp"

#include "modules/people/commands/upkeep.hpp"
#include "platform/city.hpp"

namespace lenkwerk::people {

std::vector<JobHandler> job_handlers() {
    return {{"people.sweep", [](City& city, Job const&) { sweep_city(city); }}};
}

}  // namespace lenkwerk::people
