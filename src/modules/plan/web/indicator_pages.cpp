// The form of one indicator.
#include "modules/plan/commands/goals.hpp"
#include "modules/plan/web/indicators.hpp"
#include "modules/plan/web/pages.hpp"

namespace lenkwerk::plan {
namespace {

struct IndicatorOfGoal {
    store::Indicator indicator;
    store::Goal goal;
};

IndicatorOfGoal indicator_at(web::Visit& visit) {
    auto const indicator = store::find_indicator(visit.reader(), visit.id<IndicatorId>("id"));
    auto const goal = indicator ? store::find_goal(visit.reader(), visit.viewer(), indicator->goal) : std::nullopt;
    if (!goal) throw web::NotFound{};
    return {*indicator, *goal};
}

// As it is typed: "41.5" and not "41.500000".
std::string typed(std::optional<double> number) { return number ? fmt::format("{}", *number) : ""; }
std::string typed(std::optional<Day> day) { return day ? day->iso() : ""; }

web::Response show_form(web::Visit& visit, IndicatorOfGoal const& of, web::Form form, int status) {
    auto const& facts = of.indicator.facts;
    form.preset("title", facts.title).preset("unit", facts.unit).preset("source", facts.source);
    form.preset("baseline", typed(facts.baseline)).preset("baseline_day", typed(facts.baseline_day));
    form.preset("target", typed(facts.target)).preset("target_day", typed(facts.target_day));
    form.preset("every_months", std::to_string(facts.every_months));
    auto const title = visit.text("plan.indicator.edit");
    web::Frame const frame{.title = title,
                           .current = std::string(kPlanNavigation),
                           .breadcrumbs = {{of.goal.facts.title, goal_address(of.goal.id)}},
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    auto const action = html::Url::checked(fmt::format("/kennzahlen/{}", of.indicator.id.value));
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = of.goal.facts.title});
        ui::form(w, visit, form, {.action = action, .version = of.indicator.version}, [&](ui::OpenForm const& open) {
            indicator_fields(open, visit);
            ui::submit_row(open, {.label = visit.text("plan.save"), .cancel = goal_address(of.goal.id)});
        });
    });
}

}  // namespace

web::Response show_edit_indicator(web::Visit& visit) { return show_form(visit, indicator_at(visit), {}, 200); }

web::Response save_indicator(web::Visit& visit) {
    auto const of = indicator_at(visit);
    auto const draft = indicator_of(visit.form());
    auto const version = web::version_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return edit_indicator(tx, of.indicator.id, draft, version); },
                               [&](Done) { return fmt::format("/ziele/{}", of.goal.id.value); });
    if (!answer)
        return show_form(visit, of, web::Form(visit.form(), answer.problems()), web::status_of(answer.problems()));
    return web::announce(*answer, visit.request(), "plan.saved");
}

}  // namespace lenkwerk::plan
