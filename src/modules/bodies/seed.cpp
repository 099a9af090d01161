// bodies.json of a city's folder.
#include "modules/bodies/seed.hpp"

#include "modules/bodies/bodies.hpp"
#include "modules/bodies/commands/agenda.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::bodies {
namespace {

using nlohmann::json;

std::string text_of(json const& object, std::string const& name) {
    return object.contains(name) && object.at(name).is_string() ? object.at(name).get<std::string>() : "";
}

std::vector<std::string> words_of(json const& object, std::string const& name) {
    return object.value(name, std::vector<std::string>{});
}

BodyId plant_body(storage::Transaction& tx, SeedFolder& folder, json const& entry) {
    BodyDraft draft{entry.at("name"),
                    entry.at("kind"),
                    std::nullopt,
                    words_of(entry, "wanted_sectors"),
                    words_of(entry, "wanted_perspectives"),
                    entry.value("quorum_percent", 50)};
    // A body of the demo is not there in a real city.
    if (auto const above = text_of(entry, "reports_to"); folder.has("body", above))
        draft.reports_to = folder.id<BodyId>("body", above);
    std::string const key = entry.at("key");
    auto const id = must(add_body(tx, draft, key), "bodies.json " + key);
    folder.planted({"body", id.value}, key);
    return id;
}

void plant_members(storage::Transaction& tx, SeedFolder& folder, BodyId id, json const& entry) {
    bool first = true;
    for (auto const& member : entry.value("members", json::array())) {
        NewMember seat{id,
                       {member.at("name"),
                        text_of(member, "function"),
                        text_of(member, "sector"),
                        words_of(member, "perspectives"),
                        text_of(member, "organisation"),
                        text_of(member, "deputy"),
                        {folder.today() - 365}}};
        // The first seat of the steering group is the one that the demo's member signs in for.
        if (first && entry.at("kind") == "steering_group" && folder.has("account", "member"))
            seat.account = folder.id<access::AccountId>("account", "member");
        first = false;
        must(add_member(tx, seat), "bodies.json " + text_of(entry, "key"));
    }
}

// The next session is public, with what the folder puts on its agenda.
void plant_next_session(storage::Transaction& tx, SeedFolder& folder, BodyId id, json const& entry) {
    auto const next = next_regular(tx, Viewer::everything(), id, folder.today());
    if (!next) return;
    auto const key = text_of(entry, "key");
    must(show_session(tx, next->id, Audience::everyone()), "bodies.json " + key);
    for (auto const& item : entry.value("agenda", json::array()))
        must(add_agenda_item(
                 tx, next->id,
                 {item.at("title"), text_of(item, "text"), Audience::stored(item.value("audience", "public"))}),
             "bodies.json " + key);
    folder.planted({"session", next->id.value}, key);
}

// Nobody meets on a weekend.
Day working_day(Day day) {
    std::chrono::weekday const weekday{day.days()};
    if (weekday == std::chrono::Saturday) return day + 2;
    return weekday == std::chrono::Sunday ? day + 1 : day;
}

void plant_series(storage::Transaction& tx, SeedFolder& folder, BodyId id, json const& entry) {
    if (!entry.contains("series") || !entry.at("series").is_object()) return;
    auto const& series = entry.at("series");
    auto const days_ahead = series.value("days_ahead", 21);
    SeriesDraft draft{working_day(folder.today() + days_ahead), series.value("every_months", 3),
                      minute_of(text_of(series, "start")).value_or(14 * 60), series.value("minutes", 120),
                      text_of(series, "place")};
    draft.invitation_days = series.value("invitation_days", 14);
    must(start_series(tx, id, draft, folder.today()), "bodies.json " + text_of(entry, "key"));
    plant_next_session(tx, folder, id, entry);
}

void plant_plan_body(storage::Transaction& tx, SeedFolder& folder, json const& entry) {
    if (entry.value("demo", false) && !folder.with_demo) return;
    auto const id = plant_body(tx, folder, entry);
    if (folder.with_demo) plant_members(tx, folder, id, entry);
    if (folder.with_demo) plant_series(tx, folder, id, entry);
    if (!text_of(entry, "closed").empty()) must(close_body(tx, id), "bodies.json");
}

}  // namespace

void plant(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("bodies.json");
    if (!text) return;
    auto const file = json::parse(*text);
    for (auto const& entry : file.at("council_bodies")) plant_body(tx, folder, entry);
    for (auto const& entry : file.value("plan_bodies", json::array())) plant_plan_body(tx, folder, entry);
}

}  // namespace lenkwerk::bodies
