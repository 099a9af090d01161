// The whole plan as JSON, for programs: English names, words as the API knows them, days as ISO.
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/whole_plan.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::measures {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(std::optional<Day> day) { return day ? ordered_json(day->iso()) : ordered_json(nullptr); }
ordered_json json_of(std::optional<double> number) { return number ? ordered_json(*number) : ordered_json(nullptr); }

template <class Ids> ordered_json ids_of(Ids const& ids) {
    auto list = ordered_json::array();
    for (auto const id : ids) list.push_back(id.value);
    return list;
}

template <class Key> ordered_json names_of(std::map<Key, std::string> const& names) {
    auto list = ordered_json::array();
    for (auto const& [id, name] : names) list.push_back({{"id", id.value}, {"name", name}});
    return list;
}

ordered_json reports_of(WholePlan const& whole, ActivityId activity) {
    auto list = ordered_json::array();
    auto const found = whole.reports.find(activity);
    if (found == whole.reports.end()) return list;
    for (auto const& report : found->second)
        list.push_back({{"day", report.day.iso()},
                        {"phase", word(report.facts.phase)},
                        {"text", report.facts.text},
                        {"evidence", report.facts.evidence}});
    return list;
}

ordered_json activity_of(web::Visit& visit, WholePlan const& whole, store::Activity const& activity) {
    auto const& facts = activity.facts;
    return {{"id", activity.id.value},
            {"title", facts.title},
            {"description", facts.description},
            {"kind", word(facts.kind)},
            {"responsible", facts.responsible.value},
            {"collaborators", ids_of(facts.collaborators)},
            {"districts", ids_of(facts.districts)},
            {"goals", ids_of(facts.goals)},
            {"phase", word(facts.phase)},
            {"planned_start", json_of(facts.planned_start)},
            {"planned_end", json_of(facts.planned_end)},
            {"last_report", activity.last_report.iso()},
            {"freshness", word(freshness(facts.phase, activity.last_report, visit.today(), whole.limits))},
            {"lateness", word(lateness(facts.phase, facts.planned_start, facts.planned_end, visit.today()))},
            {"demo", facts.demo},
            {"reports", reports_of(whole, activity.id)}};
}

ordered_json topics_of(web::Visit& visit, WholePlan const& whole) {
    auto list = ordered_json::array();
    for (auto const& topic : whole.topics) {
        auto activities = ordered_json::array();
        for (auto const& activity : whole.of(topic.id)) activities.push_back(activity_of(visit, whole, activity));
        list.push_back({{"id", topic.id.value},
                        {"number", topic.number},
                        {"parent", topic.parent ? ordered_json(topic.parent->value) : ordered_json(nullptr)},
                        {"title", topic.title},
                        {"subtitle", topic.subtitle},
                        {"text", topic.text},
                        {"state", topic.state},
                        {"activities", std::move(activities)}});
    }
    return list;
}

ordered_json goals_of(WholePlan const& whole) {
    auto list = ordered_json::array();
    for (auto const& goal : whole.goals) {
        auto indicators = ordered_json::array();
        for (auto const& one : whole.indicators)
            if (one.goal == goal.id)
                indicators.push_back({{"title", one.title},
                                      {"unit", one.unit},
                                      {"source", one.source},
                                      {"baseline", json_of(one.baseline)},
                                      {"baseline_day", json_of(one.baseline_day)},
                                      {"target", json_of(one.target)},
                                      {"target_day", json_of(one.target_day)},
                                      {"value", json_of(one.value)},
                                      {"value_day", json_of(one.value_day)}});
        list.push_back({{"id", goal.id.value},
                        {"title", goal.title},
                        {"topic", goal.topic ? ordered_json(goal.topic->value) : ordered_json(nullptr)},
                        {"indicators", std::move(indicators)}});
    }
    return list;
}

}  // namespace

web::Response export_plan_as_json(web::Visit& visit) {
    auto const whole = whole_plan(visit);
    ordered_json const document{{"plan",
                                 {{"id", whole.plan.id.value},
                                  {"title", whole.plan.title},
                                  {"motto", whole.plan.motto},
                                  {"state", whole.plan.state},
                                  {"as_of", visit.today().iso()}}},
                                {"topics", topics_of(visit, whole)},
                                {"goals", goals_of(whole)},
                                {"organisations", names_of(whole.organisations)},
                                {"districts", names_of(whole.districts)}};
    auto answer = web::Response::json(document.dump(2));
    answer.caching = web::Caching::page_cache;
    return answer;
}

}  // namespace lenkwerk::measures
