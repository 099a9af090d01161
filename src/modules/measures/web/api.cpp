// Measures as programs read them, and the report that an organisation's own system sends.
#include "modules/measures/web/api.hpp"

#include "modules/measures/commands/activities.hpp"
#include "modules/measures/store/reports.hpp"
#include "modules/measures/web/activity_filter.hpp"
#include "modules/measures/web/report_fields.hpp"
#include "modules/people/people.hpp"
#include "modules/places/places.hpp"
#include "platform/web/api.hpp"
#include "platform/web/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lenkwerk::measures {
namespace {

using Json = nlohmann::ordered_json;
using web::or_null;

Json named(std::int64_t id, std::string const& name) { return {{"id", id}, {"name", name}}; }

Json line_json(web::Visit& visit, store::Line const& line, FreshnessLimits const& limits) {
    return {{"id", line.id.value},
            {"title", line.title},
            {"kind", word(line.kind)},
            {"topic", line.topic.value},
            {"responsible", named(line.responsible.value, line.responsible_name)},
            {"phase", word(line.phase)},
            {"planned_start", or_null(line.planned_start)},
            {"planned_end", or_null(line.planned_end)},
            {"last_report", line.last_report.iso()},
            {"freshness", word(freshness(line.phase, line.last_report, visit.today(), limits))},
            {"lateness", word(lateness(line.phase, line.planned_start, line.planned_end, visit.today()))},
            {"demo", line.demo},
            {"audience", line.audience.text()}};
}

std::string name_of(web::Visit& visit, people::OrganisationId id) {
    auto const organisation = people::organisation(visit.reader(), id);
    return organisation ? organisation->name : "";
}

store::Line line_of(web::Visit& visit, store::Activity const& activity) {
    auto const& facts = activity.facts;
    return {.id = activity.id,
            .topic = facts.topic,
            .title = facts.title,
            .kind = facts.kind,
            .responsible = facts.responsible,
            .responsible_name = name_of(visit, facts.responsible),
            .phase = facts.phase,
            .planned_start = facts.planned_start,
            .planned_end = facts.planned_end,
            .last_report = activity.last_report,
            .audience = facts.audience,
            .demo = facts.demo};
}

Json report_json(store::Report const& report) {
    return {{"id", report.id.value},
            {"day", report.day.iso()},
            {"phase", word(report.facts.phase)},
            {"text", report.facts.text},
            {"evidence", or_null(report.facts.evidence)},
            {"audience", report.facts.audience.text()}};
}

Json collaborators_json(web::Visit& visit, ActivityDraft const& facts) {
    auto list = Json::array();
    for (auto const id : facts.collaborators) list.push_back(named(id.value, name_of(visit, id)));
    return list;
}

// None: the whole city.
Json districts_json(web::Visit& visit, ActivityDraft const& facts) {
    auto list = Json::array();
    for (auto const& district : places::districts(visit.reader()))
        if (std::find(facts.districts.begin(), facts.districts.end(), district.id) != facts.districts.end())
            list.push_back(named(district.id.value, district.name));
    return list;
}

Json goals_json(web::Visit& visit, ActivityDraft const& facts) {
    auto list = Json::array();
    for (auto const id : facts.goals)
        if (auto const goal = plan::goal(visit.reader(), visit.viewer(), id))
            list.push_back({{"id", id.value}, {"title", goal->title}});
    return list;
}

}  // namespace

web::Response list_activities_as_json(web::Visit& visit) {
    web::Query query(visit.request().query);
    auto const asked = wanted(query, kApiWords);
    query.expect({"phase", kApiWords.field, "organisation", kApiWords.district, kApiWords.look});
    if (!query.problems().empty()) return web::refused(visit.locale(), query.problems());
    auto list = Json::array();
    if (auto const plan = plan::current_plan(visit.reader(), visit.viewer())) {
        auto const limits = limits_of(visit, plan->id);
        for (auto const& line : wanted_lines(visit, *plan, asked))
            if (!asked.phase || line.phase == *asked.phase) list.push_back(line_json(visit, line, limits));
    }
    return web::kept_json({{"measures", std::move(list)}});
}

web::Response show_activity_as_json(web::Visit& visit) {
    auto const activity = activity_at(visit);
    auto const& facts = activity.facts;
    auto json = line_json(visit, line_of(visit, activity), limits_of(visit, activity.plan));
    json["plan"] = activity.plan.value;
    json["description"] = or_null(facts.description);
    json["collaborators"] = collaborators_json(visit, facts);
    json["districts"] = districts_json(visit, facts);
    json["goals"] = goals_json(visit, facts);
    json["merged_into"] = or_null(web::value_of(activity.merged_into));
    json["reports"] = Json::array();
    for (auto const& report : store::reports_of(visit.reader(), reading_of(visit), activity.id))
        json["reports"].push_back(report_json(report));
    json["version"] = activity.version;
    return web::kept_json(json);
}

web::Response add_report_as_json(web::Visit& visit) {
    auto const activity = activity_at(visit);
    visit.require(visit.actor().may(kReport, {"organisation", activity.facts.responsible.value}));
    auto const input = report_of(visit, activity);
    if (!input) return web::refused(visit.locale(), input.problems());
    auto const address = fmt::format("/api/v1/measures/{}", activity.id.value);
    auto const answer =
        visit.submit([&](auto& tx) { return report_status(tx, *input); }, [&](StatusReportId) { return address; });
    if (!answer) return web::refused(visit.locale(), answer.problems());
    return web::created(address);
}

}  // namespace lenkwerk::measures
