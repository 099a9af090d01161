// activities.json of a city's folder: examples of the demo city. Days count from the day of loading.
#include "modules/measures/seed.hpp"

#include "modules/measures/commands/reports.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::measures {
namespace {

using nlohmann::json;

template <class TheId>
std::vector<TheId> ids_of(SeedFolder const& folder, json const& entry, std::string const& member,
                          std::string const& kind) {
    std::vector<TheId> ids;
    for (auto const& key : entry.value(member, json::array())) ids.push_back(folder.id<TheId>(kind, key));
    return ids;
}

std::optional<Day> day_of(SeedFolder const& folder, json const& entry, std::string const& member) {
    if (!entry.contains(member) || entry.at(member).is_null()) return std::nullopt;
    return folder.today() + entry.at(member).get<int>();
}

Audience audience_of(json const& entry, Audience const& otherwise) {
    return entry.contains("audience") ? Audience::stored(entry.at("audience").get<std::string>()) : otherwise;
}

ActivityDraft draft_of(SeedFolder const& folder, json const& entry, std::string const& plan) {
    ActivityDraft draft;
    draft.topic = folder.id<plan::TopicId>("topic", plan + " " + entry.at("topic").get<std::string>());
    draft.title = entry.at("title");
    draft.description = entry.value("description", "");
    draft.kind = kind_of(entry.at("kind").get<std::string>()).value();
    draft.responsible = folder.id<people::OrganisationId>("organisation", entry.at("responsible"));
    draft.collaborators = ids_of<people::OrganisationId>(folder, entry, "collaborators", "organisation");
    draft.districts = ids_of<places::DistrictId>(folder, entry, "districts", "district");
    draft.goals = ids_of<plan::GoalId>(folder, entry, "goals", "goal");
    draft.phase = phase_of(entry.at("phase").get<std::string>()).value();
    draft.planned_start = day_of(folder, entry, "start_days");
    draft.planned_end = day_of(folder, entry, "end_days");
    draft.audience = audience_of(entry, Audience::administration());
    draft.demo = entry.value("demo", false);
    return draft;
}

void plant_activity(storage::Transaction& tx, SeedFolder& folder, json const& entry, std::string const& plan) {
    std::string const key = entry.at("key");
    auto draft = draft_of(folder, entry, plan);
    auto const reports = entry.value("reports", json::array());
    // Its reports lead to its phase of today; before the first it was what the first says.
    if (!reports.empty()) draft.phase = phase_of(reports.front().at("phase").get<std::string>()).value();
    auto const first = reports.empty() ? folder.today() : folder.today() - reports.front().at("days_ago").get<int>();
    auto const id = must(add_activity(tx, draft, first), "activities.json " + key);
    folder.planted({"activity", id.value}, key);
    for (auto const& report : reports) {
        ReportDraft const said{phase_of(report.at("phase").get<std::string>()).value(), report.at("text"),
                               report.value("evidence", ""), audience_of(report, draft.audience)};
        must(report_status(tx, {id, said, folder.today() - report.at("days_ago").get<int>()}),
             "activities.json " + key);
    }
}

}  // namespace

void plant(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("activities.json");
    if (!folder.with_plan || !folder.with_demo || !text) return;
    auto const file = json::parse(*text);
    for (auto const& entry : file.at("activities")) plant_activity(tx, folder, entry, file.at("plan"));
}

}  // namespace lenkwerk::measures
