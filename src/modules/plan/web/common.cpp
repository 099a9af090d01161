#include "modules/plan/web/common.hpp"

#include "modules/plan/store/topics.hpp"

#include <charconv>

namespace lenkwerk::plan {

html::Url plan_address(PlanId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/plaene/{}{}", id.value, rest));
}
html::Url topic_address(TopicId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/themen/{}{}", id.value, rest));
}
html::Url goal_address(GoalId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/ziele/{}{}", id.value, rest));
}

store::Plan plan_at(web::Visit& visit) {
    auto const plan = store::find_plan(visit.reader(), visit.viewer(), visit.id<PlanId>("id"));
    if (!plan) throw web::NotFound{};
    return *plan;
}

std::shared_ptr<Tree const> tree_of(web::Visit& visit, PlanId plan, std::optional<Instant> at) {
    auto const make = [&] { return Tree{store::topics_of(visit.reader(), visit.viewer(), plan, at)}; };
    if (at) return std::make_shared<Tree const>(make());
    return visit.reader().kept<Tree>(fmt::format("{} {}", plan.value, visit.viewer().text()), make);
}

TopicInPlan topic_at(web::Visit& visit) {
    auto const id = visit.id<TopicId>("id");
    auto const plan_id = store::plan_of_topic(visit.reader(), id);
    auto const plan = plan_id ? store::find_plan(visit.reader(), visit.viewer(), *plan_id) : std::nullopt;
    if (!plan) throw web::NotFound{};
    auto tree = tree_of(visit, *plan_id);
    if (!tree->find(id)) throw web::NotFound{};
    return {*plan, std::move(tree), id};
}

std::string numbered(Tree const& tree, TopicId id) {
    auto const number = tree.number(id);
    return number.empty() ? tree.at(id).title : number + " " + tree.at(id).title;
}

std::vector<web::Crumb> crumbs(web::Visit&, store::Plan const& plan) {
    return {{plan.facts.title, plan_address(plan.id)}};
}

std::vector<web::Crumb> crumbs(web::Visit& visit, TopicInPlan const& in) {
    auto above = crumbs(visit, in.plan);
    for (auto const id : in.tree().path(in.id))
        if (id != in.id) above.push_back({numbered(in.tree(), id), topic_address(id)});
    return above;
}

void topic_badges(html::Writer& w, web::Visit& visit, Topic const& topic) {
    if (topic.state == TopicState::proposed) ui::badge(w, visit.text("plan.state.proposed"), ui::Tone::info);
    if (topic.state == TopicState::retired) ui::badge(w, visit.text("plan.state.retired"), ui::Tone::neutral);
    audience_badge(w, visit, topic.audience);
}

void audience_badge(html::Writer& w, web::Visit& visit, Audience const& audience) {
    if (audience == Audience::everyone()) return;
    ui::badge(w, visit.text(fmt::format("plan.audience.{}", word(audience.visibility()))), ui::Tone::warning);
}

std::string state_name(web::Visit& visit, PlanState state) {
    return visit.text(fmt::format("plan.plan_state.{}", word(state)));
}

std::vector<ui::Choice> topic_choices(Tree const& tree, std::optional<TopicId> but) {
    std::vector<ui::Choice> choices;
    for (auto const id : tree.in_order())
        if (!but || !tree.is_within(id, *but)) choices.push_back({std::to_string(id.value), numbered(tree, id)});
    return choices;
}

std::vector<ui::Choice> audience_choices(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const* audience : {"public", "administration", "body"})
        choices.push_back({audience, visit.text(std::string("plan.audience.") + audience)});
    return choices;
}

std::optional<TopicId> chosen_topic(std::string const& value) {
    TopicId id;
    auto const* end = value.data() + value.size();
    auto const read = std::from_chars(value.data(), end, id.value);
    return read.ec == std::errc{} && read.ptr == end && id.value > 0 ? std::optional{id} : std::nullopt;
}

Audience chosen_audience(web::Fields const& form) {
    auto const visibility = visibility_of(form.text("audience")).value_or(Visibility::administration);
    return Audience::stored(word(visibility));
}

}  // namespace lenkwerk::plan
