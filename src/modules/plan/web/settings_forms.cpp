#include "modules/plan/web/settings_forms.hpp"

namespace lenkwerk::plan {
namespace {

constexpr std::array kStates{PlanState::mandated, PlanState::fields_agreed, PlanState::in_working_groups,
                             PlanState::adopted, PlanState::superseded};

void show_facts(html::Writer& w, web::Visit& visit, web::Form& form, store::Plan const& plan) {
    auto const& facts = plan.facts;
    form.preset("title", facts.title).preset("motto", facts.motto).preset("mandate_paper", facts.mandate_paper);
    form.preset("predecessor", facts.predecessor ? std::to_string(facts.predecessor->value) : "")
        .preset("audience", std::string(word(facts.audience.visibility())));
    form.preset("due", std::to_string(facts.freshness.due))
        .preset("overdue", std::to_string(facts.freshness.overdue))
        .preset("stale", std::to_string(facts.freshness.stale));
    ui::form(w, visit, form,
             {.action = plan_address(plan.id), .version = plan.version, .label = visit.text("plan.settings.facts")},
             [&](ui::OpenForm const& open) {
                 plan_fields(open, visit, plan.id);
                 ui::submit_row(open, {.label = visit.text("plan.save"), .cancel = plan_address(plan.id)});
             });
}

void show_state(html::Writer& w, web::Visit& visit, web::Form& form, store::Plan const& plan) {
    w.put("<h2>{}</h2><p>{}</p>", visit.text("plan.settings.state"),
          visit.text("plan.settings.state_now", {{"state", state_name(visit, plan.state)}}));
    std::vector<ui::Choice> choices;
    for (auto const state : kStates)
        if (advance(plan.state, state)) choices.push_back({std::string(word(state)), state_name(visit, state)});
    if (choices.empty()) return;
    ui::form(w, visit, form, {.action = plan_address(plan.id, "/stand"), .id_prefix = "state-"},
             [&](ui::OpenForm const& open) {
                 ui::choices(open, {{.name = "state", .label = visit.text("plan.settings.state_next")}, choices});
                 ui::submit_row(open, {.label = visit.text("plan.settings.state_advance")});
             });
}

void show_publication(html::Writer& w, web::Visit& visit, web::Form& form, store::Plan const& plan) {
    w.put("<h2>{}</h2><p>{}</p>", visit.text("plan.settings.publication"),
          visit.text("plan.settings.publication_lead"));
    form.preset("audience", std::string(word(plan.facts.audience.visibility())));
    ui::form(w, visit, form, {.action = plan_address(plan.id, "/sichtbarkeit"), .id_prefix = "show-"},
             [&](ui::OpenForm const& open) {
                 ui::choices(open, {{.name = "audience", .label = visit.text("plan.field_name.audience")},
                                    audience_choices(visit)});
                 ui::submit_row(open, {.label = visit.text("plan.settings.publish")});
             });
}

void show_confirmation(html::Writer& w, web::Visit& visit, web::Form const& form, store::Plan const& plan) {
    std::int64_t proposed = 0;
    auto const tree = tree_of(visit, plan.id);
    for (auto const id : tree->in_order()) proposed += tree->at(id).state == TopicState::proposed;
    if (proposed == 0) return;
    w.put("<h2>{}</h2><p>{}</p>", visit.text("plan.settings.confirmation"),
          visit.text("plan.settings.proposed", {{"count", proposed}}));
    ui::form(w, visit, form, {.action = plan_address(plan.id, "/bestaetigung"), .id_prefix = "confirm-"},
             [&](ui::OpenForm const& open) {
                 ui::text_field(open, {{.name = "decision",
                                        .label = visit.text("plan.field_name.decision"),
                                        .hint = visit.text("plan.field_name.decision_hint")},
                                       ui::TextKind::text,
                                       300});
                 ui::submit_row(open, {.label = visit.text("plan.settings.confirm")});
             });
}

void show_adoption(html::Writer& w, web::Visit& visit, web::Form& form, store::Plan const& plan) {
    w.put("<h2>{}</h2><p>{}</p>", visit.text("plan.settings.adoption"), visit.text("plan.settings.adoption_lead"));
    form.preset("decided_on", visit.today().iso());
    ui::form(w, visit, form, {.action = plan_address(plan.id, "/fassungen"), .id_prefix = "adopt-"},
             [&](ui::OpenForm const& open) {
                 ui::text_field(open, {{.name = "label",
                                        .label = visit.text("plan.field_name.label"),
                                        .hint = visit.text("plan.field_name.label_hint")},
                                       ui::TextKind::text,
                                       100});
                 ui::text_field(open, {{.name = "decision",
                                        .label = visit.text("plan.field_name.decision"),
                                        .hint = visit.text("plan.field_name.decision_hint")},
                                       ui::TextKind::text,
                                       300});
                 ui::day_field(open, {{.name = "decided_on", .label = visit.text("plan.field_name.decided_on")}});
                 ui::submit_row(open, {.label = visit.text("plan.settings.adopt")});
             });
}

void step_fields(ui::OpenForm const& open, web::Visit& visit) {
    ui::text_field(open, {{.name = "title", .label = visit.text("plan.field_name.step")}, ui::TextKind::text, 200});
    ui::day_field(open, {{.name = "due", .label = visit.text("plan.field_name.due")}});
    ui::day_field(open, {{.name = "done", .label = visit.text("plan.field_name.done"), .need = ui::Need::optional}});
}

void show_steps(html::Writer& w, web::Visit& visit, web::Form const& form, PlanId plan) {
    w.put("<h2>{}</h2>", visit.text("plan.steps.title"));
    for (auto const& step : store::steps_of(visit.reader(), plan)) {
        w.put("<details><summary>{}</summary>", step.facts.title);
        web::Form known;
        known.preset("title", step.facts.title)
            .preset("due", step.facts.due.iso())
            .preset("done", step.facts.done ? step.facts.done->iso() : "");
        auto const action = plan_address(plan, fmt::format("/schritte/{}", step.id));
        ui::form(w, visit, known,
                 {.action = action, .id_prefix = fmt::format("step{}-", step.id), .label = step.facts.title},
                 [&](ui::OpenForm const& open) {
                     step_fields(open, visit);
                     ui::submit_row(open, {.label = visit.text("plan.save")});
                 });
        ui::button_form(w, visit,
                        {visit.text("plan.steps.remove"), plan_address(plan, fmt::format("/schritte/{}/ende", step.id)),
                         std::nullopt, step.facts.title, true});
        w.put("</details>");
    }
    ui::form(w, visit, form,
             {.action = plan_address(plan, "/schritte"), .id_prefix = "step-", .label = visit.text("plan.steps.add")},
             [&](ui::OpenForm const& open) {
                 step_fields(open, visit);
                 ui::submit_row(open, {.label = visit.text("plan.steps.add")});
             });
}

}  // namespace

void plan_fields(ui::OpenForm const& open, web::Visit& visit, std::optional<PlanId> own) {
    std::vector<ui::Choice> plans;
    for (auto const& plan : store::list_plans(visit.reader(), visit.viewer()))
        if (plan.id != own) plans.push_back({std::to_string(plan.id.value), plan.facts.title});
    ui::text_field(open,
                   {{.name = "title", .label = visit.text("plan.field_name.plan_title")}, ui::TextKind::text, 200});
    ui::text_field(open, {{.name = "motto", .label = visit.text("plan.field_name.motto"), .need = ui::Need::optional},
                          ui::TextKind::text,
                          200});
    ui::text_field(open, {{.name = "mandate_paper",
                           .label = visit.text("plan.field_name.mandate_paper"),
                           .hint = visit.text("plan.field_name.mandate_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::text,
                          200});
    ui::select(open,
               {{.name = "predecessor", .label = visit.text("plan.field_name.predecessor"), .need = ui::Need::optional},
                plans,
                visit.text("plan.field_name.no_predecessor")});
    for (auto const* name : {"due", "overdue", "stale"})
        ui::text_field(open, {{.name = name, .label = visit.text(std::string("plan.field_name.") + name + "_after")},
                              ui::TextKind::number,
                              4,
                              {},
                              visit.text("plan.days")});
    ui::choices(open, {{.name = "audience", .label = visit.text("plan.field_name.audience")}, audience_choices(visit)});
}

web::Response show_settings(web::Visit& visit, SettingsForms forms, int status) {
    auto const plan = plan_at(visit);
    auto const title = visit.text("plan.settings.title");
    web::Frame const frame{.title = title,
                           .current = std::string(kPlanNavigation),
                           .breadcrumbs = crumbs(visit, plan),
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title,
                        .above = plan.facts.title,
                        .actions = {{visit.text("plan.goals.add"), plan_address(plan.id, "/ziele/neu"), "add"}}});
        show_facts(w, visit, forms.facts, plan);
        show_publication(w, visit, forms.publication, plan);
        show_state(w, visit, forms.state, plan);
        show_confirmation(w, visit, forms.confirmation, plan);
        show_adoption(w, visit, forms.adoption, plan);
        show_steps(w, visit, forms.step, plan.id);
    });
}

}  // namespace lenkwerk::plan
