#pragma once
// The invented city of tests/cities, planted with its plan, activities, bodies, findings and signals: what an overview is made of.
#include "modules/bodies/bodies.hpp"
#include "modules/bodies/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "modules/steering/commands/overview.hpp"
#include "modules/steering/module.hpp"
#include "platform/log/log.hpp"
#include "town/world.hpp"

namespace lenkwerk::steering {

inline Day const kToday = Day::of(2026, 11, 23);

template <class T> std::vector<std::string> keys(Outcome<T> const& outcome) {
    std::vector<std::string> found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}
using Keys = std::vector<std::string>;

class SteeringTest : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }

    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                              bodies::module(), steering::module()});
        SeedFolder folder{LENKWERK_SOURCE_DIR "/tests/cities/musterstadt", kToday};
        folder.with_demo = true;
        world->write(access::Actor::system("test"), [&](storage::Transaction& tx) {
            for (auto const& module : world->city().modules())
                for (auto const& seed : module.seeds) seed.plant(tx, folder);
        });
        body = folder.id<bodies::BodyId>("body", "lenkungskreis");
        session = folder.id<bodies::SessionId>("session", "lenkungskreis");
    }
    bodies::SessionLine line() {
        return world->read([&](auto& reader) { return bodies::session(reader, Viewer::everything(), session); })
            .value();
    }
    Overview made(Form form) {
        return world->read([&](auto& reader) { return make_overview(reader, line(), form, kToday); });
    }
    void invite() {
        ASSERT_TRUE(office([&](auto& tx) { return bodies::invite(tx, session); }));
    }

    std::optional<town::World> world;
    bodies::BodyId body;
    bodies::SessionId session;
};

}  // namespace lenkwerk::steering
