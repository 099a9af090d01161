#include "modules/steering/seed.hpp"

#include "modules/bodies/bodies.hpp"
#include "modules/plan/plan.hpp"
#include "modules/steering/commands/signals.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::steering {
namespace {

using nlohmann::json;

Audience audience_of(json const& entry) { return Audience::stored(entry.value("audience", "administration")); }

plan::TopicId field_of(storage::Transaction& tx, std::string const& number) {
    auto const plan = plan::current_plan(tx, Viewer::everything());
    if (!plan) throw std::runtime_error("steering.json: there is no plan");
    for (auto const& line : plan::outline(tx, Viewer::everything(), plan->id))
        if (line.number == number) return line.id;
    throw std::runtime_error("steering.json: there is no field " + number);
}

void plant_finding(storage::Transaction& tx, SeedFolder const& folder, json const& entry) {
    FindingDraft const draft{field_of(tx, entry.at("field")), entry.at("perspective"), entry.at("text"),
                             entry.at("source"), audience_of(entry)};
    must(note_finding(tx, draft, folder.today()), "steering.json");
}

void plant_signal(storage::Transaction& tx, SeedFolder const& folder, json const& entry) {
    SignalDraft const draft{folder.id<bodies::BodyId>("body", entry.at("body")), entry.at("title"), entry.at("text"),
                            audience_of(entry)};
    auto const id = must(file_signal(tx, draft, folder.today() - entry.at("days_ago").get<int>()), "steering.json");
    if (!entry.contains("reaction")) return;
    auto const& reaction = entry.at("reaction");
    ReactionDraft const said{reaction.at("kind"), reaction.at("reason"),
                             folder.today() - reaction.at("days_ago").get<int>()};
    must(react_to_signal(tx, id, said, folder.today()), "steering.json");
}

}  // namespace

void plant(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("steering.json");
    if (!folder.with_plan || !folder.with_demo || !text) return;
    auto const file = json::parse(*text);
    for (auto const& entry : file.value("findings", json::array())) plant_finding(tx, folder, entry);
    for (auto const& entry : file.value("signals", json::array())) plant_signal(tx, folder, entry);
    for (auto const& body : file.value("invited", json::array()))
        must(bodies::invite(tx, folder.id<bodies::SessionId>("session", body)), "steering.json");
}

}  // namespace lenkwerk::steering
