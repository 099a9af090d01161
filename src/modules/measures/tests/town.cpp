#include "modules/measures/tests/town.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace lenkwerk::measures {
namespace {

std::optional<web::SignedIn> authenticate(storage::Reader const&, std::string_view hash, Instant, Day) {
    std::vector<std::pair<std::string, access::Actor>> const people{{"office", town::office()},
                                                                    {"department", town::department(1)},
                                                                    {"partner", town::partner(2)},
                                                                    {"member", town::member()}};
    for (auto const& [who, actor] : people)
        if (hash == web::hash_of_token(who)) return web::SignedIn{access::AccountId{1}, who, actor, ""};
    return std::nullopt;
}

}  // namespace

void MeasureTown::SetUp() {
    StoreTest::SetUp();
    if (IsSkipped()) return;
    world = std::make_unique<town::World>(
        GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module()});
    world->city().authenticate_by(authenticate);
    site = std::make_unique<web::Site>(world->city());
    insert_organisations();
    plan = *office([](auto& tx) {
        return plan::import_plan(
            tx, {"Masterplan", "", "1-26", "1-26", kToday, {{"1", "", "Prävention", ""}}, Audience::everyone()});
    });
    topic = world->read([&](auto& reader) { return plan::outline(reader, Viewer::everything(), plan).front().id; });
}

// Planted as a city's folder would.
void MeasureTown::insert_organisations() {
    auto const path = std::filesystem::temp_directory_path() / fmt::format("lenkwerk_measures_{}", ::getpid());
    std::filesystem::create_directories(path);
    std::ofstream(path / "organisations.json") << R"({"organisations": [
        {"key": "amt", "name": "Ordnungsamt", "kind": "administration"},
        {"key": "polizei", "name": "Polizei", "kind": "police"}]})";
    std::ofstream(path / "districts.json") << R"({"districts": [{"key": "nord", "name": "Nordstadt"}]})";
    SeedFolder folder{path.string(), kToday};
    office([&](auto& tx) {
        people::module().seeds.front().plant(tx, folder);
        places::module().seeds.front().plant(tx, folder);
    });
    std::filesystem::remove_all(path);
}

ActivityDraft MeasureTown::cutting_back() const {
    ActivityDraft draft;
    draft.topic = topic;
    draft.title = "Rückschnitt";
    draft.responsible = people::OrganisationId{1};
    draft.phase = Phase::running;
    return draft;
}

ActivityId MeasureTown::added(ActivityDraft const& draft) {
    return *office([&](auto& tx) { return add_activity(tx, draft, kToday - 100); });
}

std::optional<store::Activity> MeasureTown::seen(Viewer const& viewer, ActivityId id,
                                                 std::vector<people::OrganisationId> own) {
    return world->read([&](auto& reader) { return store::find_activity(reader, {viewer, own}, id); });
}

web::testing::Browser MeasureTown::browser(std::string const& who) {
    web::testing::Browser browser{*site};
    if (who != "visitor") browser.with_session(who);
    return browser;
}

}  // namespace lenkwerk::measures
