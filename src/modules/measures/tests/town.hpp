#pragma once
// The town as measures meets it: a plan with one field, two organisations (1: the department's, 2: the partner's), and a site on
// which everybody is signed in by name.
#include "modules/measures/commands/activities.hpp"
#include "modules/measures/module.hpp"
#include "modules/measures/store/reports.hpp"
#include "modules/people/module.hpp"
#include "modules/people/people.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

namespace lenkwerk::measures {

using Keys = std::vector<std::string>;

template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

inline Day const kToday = Day::of(2026, 11, 23);

class MeasureTown : public town::StoreTest {
protected:
    void SetUp() override;

    template <class Command> auto as(access::Actor const& actor, Command command) {
        return world->write(actor, command);
    }
    template <class Command> auto office(Command command) { return as(town::office(), command); }

    ActivityDraft cutting_back() const;
    ActivityId added(ActivityDraft const& draft);
    std::optional<store::Activity> seen(Viewer const& viewer, ActivityId id,
                                        std::vector<people::OrganisationId> own = {});

    // A browser of the office, the department (organisation 1), the partner (2), a member, or a visitor.
    web::testing::Browser browser(std::string const& who);

    std::unique_ptr<town::World> world;
    std::unique_ptr<web::Site> site;
    plan::PlanId plan;
    plan::TopicId topic;

private:
    void insert_organisations();
};

}  // namespace lenkwerk::measures
