#include "modules/people/jobs/jobs.hpp"

#include "modules/people/commands/password_mail.hpp"
#include "modules/people/commands/upkeep.hpp"
#include "platform/city.hpp"

namespace lenkwerk::people {

std::vector<JobHandler> job_handlers() {
    return {{"people.sweep", [](City& city, Job const&) { sweep_city(city); }},
            {"people.send_password_link", mail_password_link}};
}

}  // namespace lenkwerk::people
