// Goals and the indicators that measure them.
#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/store/goals.hpp"
#include "modules/plan/web/common.hpp"
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

// "12,5" and "12.5"; nothing for another form.
std::optional<double> decimal(std::string typed) {
    std::replace(typed.begin(), typed.end(), ',', '.');
    double value = 0;
    auto const read = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    return read.ec == std::errc{} && read.ptr == typed.data() + typed.size() ? std::optional{value} : std::nullopt;
}

// A number that was typed but is none is not "no number": the rule refuses it at its field.
std::optional<double> typed_number(web::Fields const& form, std::string_view name) {
    auto const typed = form.maybe_text(name);
    if (!typed) return std::nullopt;
    return decimal(*typed).value_or(std::nan(""));
}

GoalDraft goal_of(web::Fields const& form) {
    return {form.text("title"), form.text("text"), chosen_topic(form.text("topic")), chosen_audience(form)};
}

IndicatorDraft indicator_of(web::Fields const& form) {
    auto const months = decimal(form.text("every_months")).value_or(0);
    return {form.text("title"),
            form.text("unit"),
            form.text("source"),
            typed_number(form, "baseline"),
            Day::parse(form.text("baseline_day")),
            typed_number(form, "target"),
            Day::parse(form.text("target_day")),
            static_cast<int>(months)};
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

void show_values(html::Writer& w, web::Visit& visit, store::Indicator const& indicator,
                 std::vector<store::RecordedValue> const& values) {
    if (values.empty()) return;
    ui::Table table(w, {visit.text("plan.indicator.values"),
                        {{visit.text("plan.field_name.day")},
                         {visit.text("plan.field_name.value"), ui::Align::number},
                         {visit.text("plan.field_name.note")}}});
    for (auto const& value : values)
        table.row([&](ui::Row& row) {
            row.text(visit.locale().day(value.measurement.day));
            row.text(visit.locale().real(value.measurement.value, 1) + " " + indicator.facts.unit);
            row.text(value.note);
        });
    table.end();
}

void show_value_form(html::Writer& w, web::Visit& visit, store::Indicator const& indicator, web::Form form) {
    form.preset("day", visit.today().iso());
    auto const action = html::Url::checked(fmt::format("/kennzahlen/{}/werte", indicator.id.value));
    ui::form(w, visit, form,
             {.action = action, .id_prefix = fmt::format("i{}-", indicator.id.value), .label = indicator.facts.title},
             [&](ui::OpenForm const& open) {
                 ui::day_field(
                     open, {{.name = "day", .label = visit.text("plan.field_name.day")}, std::nullopt, visit.today()});
                 ui::text_field(open, {{.name = "value", .label = visit.text("plan.field_name.value")},
                                       ui::TextKind::decimal,
                                       20,
                                       {},
                                       indicator.facts.unit});
                 ui::text_field(
                     open, {{.name = "note", .label = visit.text("plan.field_name.note"), .need = ui::Need::optional},
                            ui::TextKind::text,
                            300});
                 ui::submit_row(open, {.label = visit.text("plan.indicator.record")});
             });
}

void show_indicator(html::Writer& w, web::Visit& visit, store::Indicator const& indicator) {
    auto const& facts = indicator.facts;
    auto const values = store::values_of(visit.reader(), indicator.id);
    std::vector<Measurement> measured;
    for (auto const& value : values) measured.push_back(value.measurement);
    w.put("<section><h3>{}</h3>", facts.title);
    ui::DescriptionList list(w);
    list.fact(visit.text("plan.field_name.source"), facts.source);
    auto const with_day = [&](std::optional<double> value, std::optional<Day> day) {
        if (!value || !day) return std::string{};
        auto const text = visit.locale().real(*value, 1) + " " + facts.unit;
        return visit.text("plan.indicator.on_day", {{"value", text}, {"day", visit.locale().day(*day)}});
    };
    list.fact(visit.text("plan.field_name.baseline"), with_day(facts.baseline, facts.baseline_day));
    list.fact(visit.text("plan.field_name.target"), with_day(facts.target, facts.target_day));
    if (auto const share = progress(facts, measured))
        list.fact(visit.text("plan.indicator.progress"), visit.locale().percent(*share));
    if (auto const due = next_due(facts, measured))
        list.fact(visit.text("plan.indicator.next"), visit.locale().day(*due));
    list.end();
    show_values(w, visit, indicator, values);
    if (visit.actor().may(kRecordValue)) show_value_form(w, visit, indicator, {});
    w.put("</section>");
}

void show_indicator_form(html::Writer& w, web::Visit& visit, GoalId goal, web::Form form) {
    form.preset("every_months", "12");
    w.put("<h2>{}</h2>", visit.text("plan.indicator.add"));
    ui::form(
        w, visit, form,
        {.action = goal_address(goal, "/kennzahlen"), .id_prefix = "new-", .label = visit.text("plan.indicator.add")},
        [&](ui::OpenForm const& open) {
            ui::text_field(
                open, {{.name = "title", .label = visit.text("plan.field_name.indicator")}, ui::TextKind::text, 200});
            for (auto const* name : {"unit", "source"})
                ui::text_field(open, {{.name = name,
                                       .label = visit.text(std::string("plan.field_name.") + name),
                                       .need = ui::Need::optional},
                                      ui::TextKind::text,
                                      200});
            for (auto const* name : {"baseline", "target"}) {
                ui::text_field(open, {{.name = name,
                                       .label = visit.text(std::string("plan.field_name.") + name),
                                       .need = ui::Need::optional},
                                      ui::TextKind::decimal,
                                      20});
                ui::day_field(open, {{.name = std::string(name) + "_day",
                                      .label = visit.text(std::string("plan.field_name.") + name + "_day"),
                                      .need = ui::Need::optional}});
            }
            ui::text_field(open, {{.name = "every_months", .label = visit.text("plan.field_name.every_months")},
                                  ui::TextKind::number,
                                  3});
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
            goal_fields(open, visit, tree_of(visit, plan.id));
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
