// plan.json and goals.json of a city's folder.
#include "modules/plan/seed.hpp"

#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/plans.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/plan.hpp"
#include "modules/plan/store/plans.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace lenkwerk::plan {
namespace {

using nlohmann::json;

// A text that may be null or left out.
std::string text_of(json const& object, std::string const& name) {
    return object.contains(name) && object.at(name).is_string() ? object.at(name).get<std::string>() : "";
}

std::optional<Day> day_of(json const& object, std::string const& name) { return Day::parse(text_of(object, name)); }

std::optional<double> number_of(json const& object, std::string const& name) {
    return object.contains(name) && object.at(name).is_number() ? std::optional{object.at(name).get<double>()}
                                                                : std::nullopt;
}

Audience audience_of(json const& object) {
    auto const word = text_of(object, "audience");
    return word.empty() ? Audience::administration() : Audience::stored(word);
}

std::vector<ImportedTopic> topics_of(json const& plan) {
    std::vector<ImportedTopic> topics;
    for (auto const& field : plan.at("fields"))
        topics.push_back({field.at("number"), "", field.at("title"), text_of(field, "subtitle")});
    for (auto const& topic : plan.at("topics"))
        topics.push_back({topic.at("number"), topic.at("parent"), topic.at("title"), ""});
    return topics;
}

ImportedPlan imported(json const& plan, Day today) {
    auto const mandate = plan.value("mandate", json::object());
    return {plan.at("title"),
            text_of(plan, "motto"),
            text_of(mandate, "paper"),
            text_of(plan, "source"),
            day_of(mandate, "day").value_or(today),
            topics_of(plan),
            audience_of(plan)};
}

void link_predecessor(storage::Transaction& tx, SeedFolder const& folder, PlanId id, json const& plan) {
    auto const predecessor = text_of(plan, "predecessor");
    if (predecessor.empty()) return;
    auto stored = store::find_plan(tx, Viewer::everything(), id).value();
    stored.facts.predecessor = folder.id<PlanId>("plan", predecessor);
    must(edit_plan(tx, {id, stored.facts, stored.version}), "plan.json");
    store::set_state(tx, *stored.facts.predecessor, PlanState::superseded);
}

void number_topics(storage::Transaction& tx, SeedFolder& folder, PlanId id, std::string const& key) {
    for (auto const& line : outline(tx, Viewer::everything(), id))
        folder.planted({"topic", line.id.value}, key + " " + line.number);
}

// A plan that no paper gave us has no imported version; what its council adopted is confirmed by that.
PlanId plant_topics(storage::Transaction& tx, ImportedPlan given, std::string const& decision) {
    auto const topics = given.source.empty() ? std::exchange(given.topics, {}) : std::vector<ImportedTopic>{};
    auto const id = must(import_plan(tx, given), "plan.json");
    std::vector<TopicId> added;
    std::map<std::string, TopicId> by_number;
    for (auto const& topic : topics) {
        Place const place{topic.parent_number.empty() ? std::nullopt
                                                      : std::optional{by_number.at(topic.parent_number)}};
        added.push_back(must(add_topic(tx, id, {topic.title, topic.subtitle, "", given.audience}, place), "plan.json"));
        by_number.emplace(topic.number, added.back());
    }
    if (!added.empty() && !decision.empty()) must(confirm_topics(tx, id, added, decision), "plan.json");
    return id;
}

void plant_plan(storage::Transaction& tx, SeedFolder& folder, json const& plan) {
    std::string const key = plan.at("key");
    auto const decision = text_of(plan.value("adopted", json::object()), "paper");
    auto const id = plant_topics(tx, imported(plan, folder.today()), decision);
    folder.planted({"plan", id.value}, key);
    link_predecessor(tx, folder, id, plan);
    if (auto const state = text_of(plan, "state"); state != "mandated") store::set_state(tx, id, plan_state_of(state));
    for (auto const& step : plan.value("steps", json::array()))
        must(add_step(tx, id, {step.at("title"), day_of(step, "due").value(), day_of(step, "done")}),
             "plan.json " + key);
    number_topics(tx, folder, id, key);
}

IndicatorDraft indicator_of(json const& indicator) {
    return {indicator.at("title"),
            text_of(indicator, "unit"),
            text_of(indicator, "source"),
            number_of(indicator, "baseline"),
            day_of(indicator, "baseline_day"),
            number_of(indicator, "target"),
            day_of(indicator, "target_day"),
            indicator.value("every_months", 12)};
}

void plant_goals(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("goals.json");
    if (!text) return;
    auto const file = json::parse(*text);
    std::string const plan = file.at("plan");
    for (auto const& goal : file.at("goals")) {
        auto const topic = text_of(goal, "topic");
        GoalDraft const draft{
            goal.at("title"), text_of(goal, "text"),
            topic.empty() ? std::nullopt : std::optional{folder.id<TopicId>("topic", plan + " " + topic)},
            audience_of(file)};
        auto const id = must(add_goal(tx, folder.id<PlanId>("plan", plan), draft), "goals.json");
        folder.planted({"goal", id.value}, goal.at("key"));
        for (auto const& indicator : goal.value("indicators", json::array()))
            must(add_indicator(tx, id, indicator_of(indicator)), "goals.json");
    }
}

}  // namespace

void plant(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("plan.json");
    if (!folder.with_plan || !text) return;
    auto const given = json::parse(*text);
    for (auto const& plan : given.at("plans")) plant_plan(tx, folder, plan);
    plant_goals(tx, folder);
}

}  // namespace lenkwerk::plan
