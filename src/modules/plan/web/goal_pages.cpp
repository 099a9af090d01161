// Goals and the indicators that measure them.
#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/store/goals.hpp"
#include "modules/plan/web/common.hpp"
#include "modules/plan/web/indicators.hpp"
#include "modules/plan/web/pages.hpp"
#include "platform/documents/markdown.hpp"
#include "platform/web/panels.hpp"

#include <charconv>
#include <cmath>

namespace lenkwerk::plan {
namespace {

struct GoalInPlan {
    store::Goal goal;
    store::Plan plan;
};

GoalInPlan goal_at(web::Visit& visit) {
    auto const goal = store::find_goal(visit.reader(), visit.viewer(), visit.id<GoalId>("id"));
    auto const plan = goal ? store::find_plan(visit.reader(), visit.viewer(), goal->plan) : std::nullopt;
    if (!plan) throw web::NotFound{};
    return {*goal, *plan};
}

GoalDraft goal_of(web::Fields const& form) {
    return {form.text("title"), form.text("text"), chosen_topic(form.text("topic")), chosen_audience(form)};
}

void goal_fields(ui::OpenForm const& open, web::Visit& visit, Tree const& tree) {
    ui::text_field(open, {{.name = "title", .label = visit.text("plan.field_name.goal")}, ui::TextKind::text, 200});
    ui::text_area(
        open, {{.name = "text", .label = visit.text("plan.field_name.text"), .need = ui::Need::optional}, 6, 20000});
    ui::select(open, {{.name = "topic", .label = visit.text("plan.field_name.goal_topic"), .need = ui::Need::optional},
                      topic_choices(tree),
                      visit.text("plan.field_name.whole_plan")});
    ui::choices(open, {{.name = "audience", .label = visit.text("plan.field_name.audience")}, audience_choices(visit)});
}

void show_indicator_form(html::Writer& w, web::Visit& visit, GoalId goal, web::Form form) {
    form.preset("every_months", "12");
    w.put("<h2>{}</h2>", visit.text("plan.indicator.add"));
    ui::form(
        w, visit, form,
        {.action = goal_address(goal, "/kennzahlen"), .id_prefix = "new-", .label = visit.text("plan.indicator.add")},
        [&](ui::OpenForm const& open) {
            indicator_fields(open, visit);
            ui::submit_row(open, {.label = visit.text("plan.indicator.add")});
        });
}

web::Response show(web::Visit& visit, GoalInPlan const& in, web::Form const& indicator_form, int status) {
    auto const& goal = in.goal;
    bool const edits = visit.actor().may(kEdit);
    web::Frame const frame{.title = goal.facts.title,
                           .current = std::string(kPlanNavigation),
                           .breadcrumbs = crumbs(visit, in.plan),
                           .status = status};
    return web::page(visit, frame, [&](html::Writer& w) {
        std::vector<ui::Action> actions;
        if (edits) actions.push_back({visit.text("plan.goals.edit"), goal_address(goal.id, "/bearbeiten"), "edit"});
        ui::heading(w, {goal.facts.title, visit.text("plan.goals.one"), "",
                        [&](html::Writer& beside) { audience_badge(beside, visit, goal.facts.audience); }, actions});
        w.put("{}", documents::markdown(goal.facts.text));
        auto const indicators = store::indicators_of(visit.reader(), goal.id);
        w.put("<h2>{}</h2>", visit.text("plan.indicator.title"));
        if (indicators.empty())
            ui::empty_state(w, {visit.text("plan.indicator.none"), visit.text("plan.indicator.none_text")});
        for (auto const& indicator : indicators) show_indicator(w, visit, indicator);
        web::show_panels(visit, "plan.goal", {"goal", goal.id.value}, w);
        if (edits) show_indicator_form(w, visit, goal.id, indicator_form);
    });
}

web::Response show_goal_form(web::Visit& visit, store::Plan const& plan, std::optional<store::Goal> const& known,
                             web::Form form, int status) {
    auto const title = visit.text(known ? "plan.goals.edit" : "plan.goals.add");
    if (known)
        form.preset("title", known->facts.title)
            .preset("text", known->facts.text)
            .preset("topic", known->facts.topic ? std::to_string(known->facts.topic->value) : "");
    form.preset("audience", std::string(word((known ? known->facts.audience : plan.facts.audience).visibility())));
    web::Frame const frame{.title = title,
                           .current = std::string(kPlanNavigation),
                           .breadcrumbs = crumbs(visit, plan),
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title});
        ui::FormFrame form_frame{.action = known ? goal_address(known->id) : plan_address(plan.id, "/ziele")};
        if (known) form_frame.version = known->version;
        ui::form(w, visit, form, form_frame, [&](ui::OpenForm const& open) {
            goal_fields(open, visit, *tree_of(visit, plan.id));
            ui::submit_row(open, {.label = visit.text("plan.save"),
                                  .cancel = known ? goal_address(known->id) : plan_address(plan.id)});
        });
    });
}

}  // namespace

web::Response show_goal(web::Visit& visit) {
    auto page = show(visit, goal_at(visit), {}, 200);
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_new_goal(web::Visit& visit) { return show_goal_form(visit, plan_at(visit), std::nullopt, {}, 200); }

web::Response add_goal_page(web::Visit& visit) {
    auto const plan = plan_at(visit);
    auto answer = visit.submit([&](auto& tx) { return add_goal(tx, plan.id, goal_of(visit.form())); },
                               [](GoalId id) { return fmt::format("/ziele/{}", id.value); });
    if (!answer) return show_goal_form(visit, plan, std::nullopt, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "plan.saved");
}

web::Response show_edit_goal(web::Visit& visit) {
    auto const in = goal_at(visit);
    return show_goal_form(visit, in.plan, in.goal, {}, 200);
}

web::Response save_goal(web::Visit& visit) {
    auto const in = goal_at(visit);
    auto answer = visit.submit(
        [&](auto& tx) { return edit_goal(tx, in.goal.id, goal_of(visit.form()), web::version_of(visit.form())); },
        [&](Done) { return fmt::format("/ziele/{}", in.goal.id.value); });
    if (!answer)
        return show_goal_form(visit, in.plan, in.goal, web::Form(visit.form(), answer.problems()),
                              web::status_of(answer.problems()));
    return web::announce(*answer, visit.request(), "plan.saved");
}

web::Response add_indicator_page(web::Visit& visit) {
    auto const in = goal_at(visit);
    auto answer = visit.submit([&](auto& tx) { return add_indicator(tx, in.goal.id, indicator_of(visit.form())); },
                               [&](IndicatorId) { return fmt::format("/ziele/{}", in.goal.id.value); });
    if (!answer) return show(visit, in, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "plan.saved");
}

web::Response add_value(web::Visit& visit) {
    auto const indicator = store::find_indicator(visit.reader(), visit.id<IndicatorId>("id"));
    auto const goal = indicator ? store::find_goal(visit.reader(), visit.viewer(), indicator->goal) : std::nullopt;
    if (!goal) throw web::NotFound{};
    auto const& form = visit.form();
    Measurement const measured{Day::parse(form.text("day")).value_or(visit.today()),
                               decimal(form.text("value")).value_or(std::nan(""))};
    auto answer = visit.submit(
        [&](auto& tx) { return record_value(tx, indicator->id, measured, form.text("note"), visit.today()); },
        [&](Done) { return fmt::format("/ziele/{}", goal->id.value); });
    if (!answer)
        return show(visit, {*goal, *store::find_plan(visit.reader(), visit.viewer(), goal->plan)},
                    web::Form(form, answer.problems()), 422);
    return web::announce(*answer, visit.request(), "plan.indicator.recorded");
}

}  // namespace lenkwerk::plan
