#include "platform/upkeep.hpp"

#include "platform/audit/chain.hpp"
#include "platform/city.hpp"
#include "platform/jobs/pages/queue_page.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/storage/idempotency.hpp"
#include "platform/web/components/pattern_route.hpp"

namespace lenkwerk::upkeep {
namespace {

// No transaction lasts longer, so that what is older and unsealed can only come from a clock that was set; the daily run
// finds that too.
constexpr std::chrono::hours kRecent{24};

void seal_since(City& city, Instant since) {
    while (city.database().keep(city.clock(), [&](storage::Upkeep& upkeep) { return audit::seal(upkeep, since); }) >
           0) {
    }
}

void seal_recent(City& city, Job const&) { seal_since(city, city.clock().now() - kRecent); }
void seal_all(City& city, Job const&) { seal_since(city, Instant{0}); }
void forget(City& city, Job const&) { city.database().keep(city.clock(), storage::forget_answers); }

template <class T> void add(std::vector<T>& to, std::vector<T> const& more) {
    to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

Module module() {
    Module platform;
    platform.name = "platform";
    platform.jobs = {{"audit.seal", seal_recent}, {"audit.seal_all", seal_all}, {"storage.forget", forget}};
    platform.schedules = {
        {"audit.seal", "every 1 minutes"}, {"audit.seal_all", "daily 03:10"}, {"storage.forget", "daily 03:20"}};
    platform.permissions = {{"audit.read", {{access::Role::auditor}, {access::Role::office}}},
                            {"audit.redact", {{access::Role::office}}},
                            {std::string(jobs::kManage), {{access::Role::administrator}}},
                            {"settings.change", {{access::Role::administrator}, {access::Role::office}}}};
    platform.routes = {web::components::pattern_route()};
    add(platform.routes, jobs::pages::routes());
    add(platform.navigation, std::vector{jobs::pages::navigation()});
    add(platform.jobs, mail::jobs());
    add(platform.schedules, mail::schedules());
    add(platform.permissions, mail::permissions());
    add(platform.routes, mail::routes());
    add(platform.navigation, mail::navigation());
    return platform;
}

}  // namespace lenkwerk::upkeep
