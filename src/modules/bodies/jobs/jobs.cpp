#include "modules/bodies/jobs/jobs.hpp"

#include "modules/bodies/commands/invitations.hpp"
#include "modules/bodies/commands/sessions.hpp"
#include "platform/city.hpp"

namespace lenkwerk::bodies {
namespace {

void plan_sessions_ahead(City& city, Job const&) {
    auto const today = city.today();
    auto const actor = access::Actor::system("job:bodies.plan_ahead");
    (void)*city.database().write(actor, city.clock(), [&](storage::Transaction& tx) { return plan_ahead(tx, today); });
}

}  // namespace

std::vector<JobHandler> job_handlers() {
    return {{"bodies.send_invitations", send_invitations}, {"bodies.plan_ahead", plan_sessions_ahead}};
}

}  // namespace lenkwerk::bodies
