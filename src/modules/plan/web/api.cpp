// Plans, topics and goals as programs read them.
#include "modules/plan/web/api.hpp"

#include "modules/plan/store/goals.hpp"
#include "modules/plan/web/common.hpp"
#include "modules/plan/web/moment.hpp"
#include "platform/web/api.hpp"
#include "platform/web/json.hpp"
#include "platform/web/query.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::plan {
namespace {

using Json = nlohmann::ordered_json;
using web::or_null;

Json line_json(store::Plan const& plan) {
    auto const& facts = plan.facts;
    return {{"id", plan.id.value},
            {"title", facts.title},
            {"motto", or_null(facts.motto)},
            {"state", word(plan.state)},
            {"mandate_paper", or_null(facts.mandate_paper)},
            {"predecessor", or_null(web::value_of(facts.predecessor))},
            {"audience", facts.audience.text()},
            {"version", plan.version}};
}

Json topic_json(Tree const& tree, Moment const& moment, TopicId id) {
    auto const& topic = tree.at(id);
    return {{"id", id.value},
            {"number", or_null(number_of(tree, moment, id))},
            {"title", topic.title},
            {"subtitle", or_null(topic.subtitle)},
            {"parent", or_null(web::value_of(topic.parent))},
            {"state", word(topic.state)},
            {"audience", topic.audience.text()}};
}

Json topics_json(Tree const& tree, Moment const& moment, std::span<TopicId const> ids) {
    auto list = Json::array();
    for (auto const id : ids) list.push_back(topic_json(tree, moment, id));
    return list;
}

Json version_json(store::Version const& version) {
    return {{"id", version.id.value},
            {"kind", version.kind},
            {"label", version.label},
            {"decided_on", version.decided_on.iso()},
            {"source", or_null(version.source)}};
}

Json step_json(store::Step const& step) {
    return {{"id", step.id},
            {"title", step.facts.title},
            {"due", step.facts.due.iso()},
            {"done", or_null(step.facts.done)}};
}

Json value_json(store::RecordedValue const& value) {
    return {{"day", value.measurement.day.iso()}, {"value", value.measurement.value}, {"note", or_null(value.note)}};
}

Json indicator_json(web::Visit& visit, store::Indicator const& indicator) {
    auto const& facts = indicator.facts;
    std::vector<Measurement> measurements;
    auto values = Json::array();
    for (auto const& value : store::values_of(visit.reader(), indicator.id)) {
        measurements.push_back(value.measurement);
        values.push_back(value_json(value));
    }
    return {{"id", indicator.id.value},
            {"title", facts.title},
            {"unit", or_null(facts.unit)},
            {"source", or_null(facts.source)},
            {"baseline", or_null(facts.baseline)},
            {"baseline_day", or_null(facts.baseline_day)},
            {"target", or_null(facts.target)},
            {"target_day", or_null(facts.target_day)},
            {"every_months", facts.every_months},
            {"progress", or_null(progress(facts, measurements))},
            {"next_due", or_null(next_due(facts, measurements))},
            {"values", std::move(values)},
            {"version", indicator.version}};
}

Json goal_json(web::Visit& visit, store::Goal const& goal) {
    auto indicators = Json::array();
    for (auto const& indicator : store::indicators_of(visit.reader(), goal.id))
        indicators.push_back(indicator_json(visit, indicator));
    return {{"id", goal.id.value},
            {"title", goal.facts.title},
            {"text", or_null(goal.facts.text)},
            {"indicators", std::move(indicators)},
            {"audience", goal.facts.audience.text()},
            {"version", goal.version}};
}

Json goal_line_json(store::Goal const& goal) {
    return {{"id", goal.id.value}, {"title", goal.facts.title}, {"audience", goal.facts.audience.text()}};
}

template <class Items, class Write> Json list_json(Items const& items, Write write) {
    auto list = Json::array();
    for (auto const& item : items) list.push_back(write(item));
    return list;
}

}  // namespace

web::Response list_plans_as_json(web::Visit& visit) {
    return web::kept_json({{"plans", list_json(store::list_plans(visit.reader(), visit.viewer()), line_json)}});
}

web::Response show_plan_as_json(web::Visit& visit) {
    auto const plan = plan_at(visit);
    web::Query query(visit.request().query);
    query.day("as_of");
    query.number("version");
    query.expect({"as_of", "version"});
    if (!query.problems().empty()) return web::refused(visit.locale(), query.problems());
    auto const moment = wanted_moment(visit, plan.id, "as_of", "version");
    auto const tree = tree_of(visit, plan.id, moment.at);
    auto json = line_json(plan);
    json["freshness"] = {{"due", plan.facts.freshness.due},
                         {"overdue", plan.facts.freshness.overdue},
                         {"stale", plan.facts.freshness.stale}};
    auto const shown = moment.version ? std::optional{moment.version->id} : std::nullopt;
    json["shown"] = {{"as_of", or_null(moment.day)}, {"version", or_null(web::value_of(shown))}};
    json["topics"] = topics_json(*tree, moment, tree->in_order());
    json["goals"] = list_json(store::goals_of(visit.reader(), visit.viewer(), plan.id), goal_line_json);
    json["steps"] = list_json(store::steps_of(visit.reader(), plan.id), step_json);
    json["versions"] = list_json(store::versions_of(visit.reader(), plan.id), version_json);
    return web::kept_json(json);
}

web::Response show_topic_as_json(web::Visit& visit) {
    auto const in = topic_at(visit);
    auto const& topic = in.topic();
    auto json = topic_json(in.tree(), {}, in.id);
    json["plan"] = in.plan.id.value;
    json["text"] = or_null(topic.text);
    bool const leads_on = topic.merged_into && in.tree().find(*topic.merged_into);
    json["merged_into"] = leads_on ? Json(topic.merged_into->value) : Json(nullptr);
    json["retired_because"] = or_null(topic.retired_because);
    json["topics"] = topics_json(in.tree(), {}, in.tree().children(in.id));
    json["goals"] = Json::array();
    for (auto const& goal : store::goals_of(visit.reader(), visit.viewer(), in.plan.id))
        if (goal.facts.topic == in.id) json["goals"].push_back(goal_json(visit, goal));
    return web::kept_json(json);
}

web::Response show_goal_as_json(web::Visit& visit) {
    auto const goal = store::find_goal(visit.reader(), visit.viewer(), visit.id<GoalId>("id"));
    auto const plan = goal ? store::find_plan(visit.reader(), visit.viewer(), goal->plan) : std::nullopt;
    if (!plan) throw web::NotFound{};
    auto json = goal_json(visit, *goal);
    json["plan"] = plan->id.value;
    auto const topic = goal->facts.topic;
    bool const is_seen = topic && tree_of(visit, plan->id)->find(*topic);
    json["topic"] = is_seen ? Json(topic->value) : Json(nullptr);
    return web::kept_json(json);
}

}  // namespace lenkwerk::plan
