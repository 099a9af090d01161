// The office's page for a plan as a whole: facts, state, project steps, confirmation, adoption, publication.
#include "modules/plan/commands/plans.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/web/common.hpp"
#include "modules/plan/web/pages.hpp"
#include "modules/plan/web/settings_forms.hpp"

#include <charconv>

namespace lenkwerk::plan {
namespace {

int whole(std::string const& typed) {
    int number = 0;
    auto const read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return read.ec == std::errc{} && read.ptr == typed.data() + typed.size() ? number : 0;
}

PlanDraft draft_of(web::Fields const& form) {
    auto const predecessor = whole(form.text("predecessor"));
    return {form.text("title"),
            form.text("motto"),
            form.text("mandate_paper"),
            predecessor ? std::optional{PlanId{predecessor}} : std::nullopt,
            {whole(form.text("due")), whole(form.text("overdue")), whole(form.text("stale"))},
            chosen_audience(form)};
}

StepDraft step_of(web::Fields const& form) {
    return {form.text("title"), Day::parse(form.text("due")).value_or(Day{}), Day::parse(form.text("done"))};
}

web::Response show_new(web::Visit& visit, web::Form form, int status) {
    form.preset("due", "90").preset("overdue", "120").preset("stale", "180").preset("audience", "administration");
    auto const title = visit.text("plan.new.title");
    return web::page(visit, {.title = title, .width = web::Width::reading, .status = status, .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .lead = visit.text("plan.new.lead")});
                         ui::form(w, visit, form, {.action = html::Url{"/plaene"}}, [&](ui::OpenForm const& open) {
                             plan_fields(open, visit, std::nullopt);
                             ui::submit_row(open,
                                            {.label = visit.text("plan.new.title"), .cancel = html::Url{"/plan"}});
                         });
                     });
}

// An act on the plan of the address: back to its settings, or the settings with what stands against it.
template <class Command> web::Response act(web::Visit& visit, Command command, web::Form SettingsForms::* form) {
    auto const id = plan_at(visit).id;
    auto answer = visit.submit([&](auto& tx) { return command(tx, id); },
                               [&](auto const&) { return fmt::format("/plaene/{}/bearbeiten", id.value); });
    if (answer) return web::announce(*answer, visit.request(), "plan.saved");
    SettingsForms forms;
    forms.*form = web::Form(visit.form(), answer.problems());
    return show_settings(visit, forms, web::status_of(answer.problems()));
}

std::vector<TopicId> proposed_topics(Tree const& tree) {
    std::vector<TopicId> ids;
    for (auto const id : tree.in_order())
        if (tree.at(id).state == TopicState::proposed) ids.push_back(id);
    return ids;
}

}  // namespace

web::Response show_new_plan(web::Visit& visit) { return show_new(visit, {}, 200); }

web::Response add_plan(web::Visit& visit) {
    auto const draft = draft_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return create_plan(tx, draft); },
                               [](PlanId id) { return fmt::format("/plaene/{}", id.value); });
    if (!answer) return show_new(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "plan.new.done");
}

web::Response show_plan_settings(web::Visit& visit) { return show_settings(visit, {}, 200); }

web::Response save_plan(web::Visit& visit) {
    return act(
        visit,
        [&](auto& tx, PlanId id) { return edit_plan(tx, {id, draft_of(visit.form()), web::version_of(visit.form())}); },
        &SettingsForms::facts);
}

web::Response advance_plan_page(web::Visit& visit) {
    return act(
        visit, [&](auto& tx, PlanId id) { return advance_plan(tx, id, plan_state_of(visit.form().text("state"))); },
        &SettingsForms::state);
}

web::Response adopt_plan(web::Visit& visit) {
    auto const& form = visit.form();
    return act(
        visit,
        [&](auto& tx, PlanId id) {
            return adopt(tx, {id, form.text("label"), Day::parse(form.text("decided_on")).value_or(visit.today()),
                              form.text("decision")});
        },
        &SettingsForms::adoption);
}

web::Response confirm_topics_page(web::Visit& visit) {
    auto const ids = proposed_topics(*tree_of(visit, plan_at(visit).id));
    return act(
        visit, [&](auto& tx, PlanId id) { return confirm_topics(tx, id, ids, visit.form().text("decision")); },
        &SettingsForms::confirmation);
}

web::Response add_step_page(web::Visit& visit) {
    return act(
        visit, [&](auto& tx, PlanId id) { return add_step(tx, id, step_of(visit.form())); }, &SettingsForms::step);
}

web::Response save_step(web::Visit& visit) {
    auto const step = std::int64_t{whole(visit.parameter("step"))};
    return act(
        visit, [&](auto& tx, PlanId id) { return edit_step(tx, id, step, step_of(visit.form())); },
        &SettingsForms::step);
}

web::Response remove_step_page(web::Visit& visit) {
    auto const step = std::int64_t{whole(visit.parameter("step"))};
    return act(visit, [&](auto& tx, PlanId id) { return remove_step(tx, id, step); }, &SettingsForms::step);
}

web::Response publish_plan(web::Visit& visit) {
    auto const audience = chosen_audience(visit.form());
    return act(visit, [&](auto& tx, PlanId id) { return show_plan_to(tx, id, audience); }, &SettingsForms::publication);
}

}  // namespace lenkwerk::plan
