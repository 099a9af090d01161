// The office's forms for topics: add, edit, move, merge, retire, publish.
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/web/common.hpp"
#include "modules/plan/web/pages.hpp"

#include <charconv>

namespace lenkwerk::plan {
namespace {

TopicDraft draft_of(web::Fields const& form) {
    return {form.text("title"), form.text("subtitle"), form.text("text"), chosen_audience(form)};
}

void fields(ui::OpenForm const& open, web::Visit& visit) {
    ui::text_field(open, {{.name = "title", .label = visit.text("plan.field_name.title")}, ui::TextKind::text, 200});
    ui::text_field(open,
                   {{.name = "subtitle", .label = visit.text("plan.field_name.subtitle"), .need = ui::Need::optional},
                    ui::TextKind::text,
                    300});
    ui::text_area(open, {{.name = "text",
                          .label = visit.text("plan.field_name.text"),
                          .hint = visit.text("plan.field_name.text_hint"),
                          .need = ui::Need::optional},
                         8,
                         20000});
    ui::choices(open, {{.name = "audience", .label = visit.text("plan.field_name.audience")}, audience_choices(visit)});
}

web::Frame frame_of(std::string title, std::vector<web::Crumb> above, int status) {
    return {.title = std::move(title),
            .current = std::string(kPlanNavigation),
            .breadcrumbs = std::move(above),
            .width = web::Width::reading,
            .status = status,
            .indexed = false};
}

web::Response show_new(web::Visit& visit, web::Form form, int status) {
    auto const plan = plan_at(visit);
    auto const tree = tree_of(visit, plan.id);
    form.preset("parent", visit.request().query.text("unter"))
        .preset("audience", std::string(word(plan.facts.audience.visibility())));
    auto const title = visit.text("plan.topic.add");
    return web::page(visit, frame_of(title, crumbs(visit, plan), status), [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("plan.topic.add_lead")});
        ui::form(w, visit, form, {.action = plan_address(plan.id, "/themen")}, [&](ui::OpenForm const& open) {
            ui::select(open,
                       {{.name = "parent", .label = visit.text("plan.field_name.parent"), .need = ui::Need::optional},
                        topic_choices(*tree),
                        visit.text("plan.field_name.as_field")});
            fields(open, visit);
            ui::submit_row(open, {.label = visit.text("plan.topic.add"), .cancel = plan_address(plan.id)});
        });
    });
}

web::Response show_edit(web::Visit& visit, web::Form form, int status) {
    auto const in = topic_at(visit);
    auto const& topic = in.topic();
    form.preset("title", topic.title).preset("subtitle", topic.subtitle).preset("text", topic.text);
    form.preset("audience", std::string(word(topic.audience.visibility())))
        .preset("seen", std::to_string(visit.now().milliseconds));
    auto const title = visit.text("plan.topic.edit");
    return web::page(visit, frame_of(title, crumbs(visit, in), status), [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = numbered(in.tree(), in.id)});
        ui::form(w, visit, form, {.action = topic_address(in.id)}, [&](ui::OpenForm const& open) {
            w.put(R"(<input type="hidden" name="seen" value="{}">)", form.value("seen"));
            fields(open, visit);
            ui::submit_row(open, {.label = visit.text("plan.save"), .cancel = topic_address(in.id)});
        });
    });
}

// Three ways in which a topic leaves its place, each a form of its own on one page.
struct MoveForms {
    web::Form move = {}, merge = {}, retire = {};
};

void show_move_form(html::Writer& w, web::Visit& visit, TopicInPlan const& in, web::Form const& form) {
    ui::form(w, visit, form, {.action = topic_address(in.id, "/platz"), .id_prefix = "move-"},
             [&](ui::OpenForm const& open) {
                 ui::select(
                     open,
                     {{.name = "parent", .label = visit.text("plan.field_name.parent"), .need = ui::Need::optional},
                      topic_choices(in.tree(), in.id),
                      visit.text("plan.field_name.as_field")});
                 ui::text_field(open, {{.name = "position",
                                        .label = visit.text("plan.field_name.position"),
                                        .hint = visit.text("plan.field_name.position_hint"),
                                        .need = ui::Need::optional},
                                       ui::TextKind::number,
                                       4});
                 ui::submit_row(open, {.label = visit.text("plan.topic.move"), .cancel = topic_address(in.id)});
             });
}

void show_end_forms(html::Writer& w, web::Visit& visit, TopicInPlan const& in, MoveForms const& forms) {
    w.put("<h2>{}</h2><p>{}</p>", visit.text("plan.topic.merge"), visit.text("plan.topic.merge_lead"));
    ui::form(
        w, visit, forms.merge, {.action = topic_address(in.id, "/zusammenlegung"), .id_prefix = "merge-"},
        [&](ui::OpenForm const& open) {
            ui::select(
                open, {{.name = "into", .label = visit.text("plan.field_name.into")}, topic_choices(in.tree(), in.id)});
            ui::text_field(
                open, {{.name = "reason", .label = visit.text("plan.field_name.reason")}, ui::TextKind::text, 500});
            ui::submit_row(open, {.label = visit.text("plan.topic.merge")});
        });
    w.put("<h2>{}</h2><p>{}</p>", visit.text("plan.topic.retire"), visit.text("plan.topic.retire_lead"));
    ui::form(w, visit, forms.retire, {.action = topic_address(in.id, "/ende"), .id_prefix = "retire-"},
             [&](ui::OpenForm const& open) {
                 ui::text_field(
                     open,
                     {{.name = "reason", .label = visit.text("plan.field_name.reason")}, ui::TextKind::text, 500});
                 ui::submit_row(open, {.label = visit.text("plan.topic.retire")});
             });
}

web::Response show_move(web::Visit& visit, MoveForms forms, int status) {
    auto const in = topic_at(visit);
    if (in.topic().parent) forms.move.preset("parent", std::to_string(in.topic().parent->value));
    auto const title = visit.text("plan.topic.move");
    return web::page(visit, frame_of(title, crumbs(visit, in), status), [&](html::Writer& w) {
        ui::heading(w,
                    {.title = title, .above = numbered(in.tree(), in.id), .lead = visit.text("plan.topic.move_lead")});
        show_move_form(w, visit, in, forms.move);
        show_end_forms(w, visit, in, forms);
    });
}

// The place as people count: from 1.
std::optional<int> wanted_position(std::string const& typed) {
    int position = 0;
    auto const read = std::from_chars(typed.data(), typed.data() + typed.size(), position);
    return read.ec == std::errc{} && position > 0 ? std::optional{position - 1} : std::nullopt;
}

auto to_topic(TopicId id) {
    return [id](Done) { return fmt::format("/themen/{}", id.value); };
}

}  // namespace

web::Response show_new_topic(web::Visit& visit) { return show_new(visit, {}, 200); }

web::Response add_topic_page(web::Visit& visit) {
    auto const plan = plan_at(visit).id;
    auto const draft = draft_of(visit.form());
    Place const place{chosen_topic(visit.form().text("parent"))};
    auto answer = visit.submit([&](auto& tx) { return add_topic(tx, plan, draft, place); },
                               [](TopicId id) { return fmt::format("/themen/{}", id.value); });
    if (!answer) return show_new(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "plan.topic.added");
}

web::Response show_edit_topic(web::Visit& visit) { return show_edit(visit, {}, 200); }

web::Response save_topic(web::Visit& visit) {
    auto const id = topic_at(visit).id;
    Instant seen;
    auto const typed = visit.form().text("seen");
    std::from_chars(typed.data(), typed.data() + typed.size(), seen.milliseconds);
    TopicEdit const edit{id, draft_of(visit.form()), seen};
    auto answer = visit.submit([&](auto& tx) { return edit_topic(tx, edit); }, to_topic(id));
    if (!answer) return show_edit(visit, web::Form(visit.form(), answer.problems()), web::status_of(answer.problems()));
    return web::announce(*answer, visit.request(), "plan.saved");
}

web::Response show_move_topic(web::Visit& visit) { return show_move(visit, {}, 200); }

web::Response move_topic_page(web::Visit& visit) {
    auto const id = topic_at(visit).id;
    Place const place{chosen_topic(visit.form().text("parent")), wanted_position(visit.form().text("position"))};
    auto answer = visit.submit([&](auto& tx) { return move_topic(tx, id, place); }, to_topic(id));
    if (!answer) return show_move(visit, {.move = web::Form(visit.form(), answer.problems())}, 422);
    return web::announce(*answer, visit.request(), "plan.topic.moved");
}

web::Response merge_topic_page(web::Visit& visit) {
    auto const id = topic_at(visit).id;
    auto const into = chosen_topic(visit.form().text("into")).value_or(TopicId{});
    auto const reason = visit.form().text("reason");
    auto answer = visit.submit([&](auto& tx) { return merge_topics(tx, id, into, reason); }, to_topic(into));
    if (!answer) return show_move(visit, {.merge = web::Form(visit.form(), answer.problems())}, 422);
    return web::announce(*answer, visit.request(), "plan.topic.merged");
}

web::Response retire_topic_page(web::Visit& visit) {
    auto const id = topic_at(visit).id;
    auto const reason = visit.form().text("reason");
    auto answer = visit.submit([&](auto& tx) { return retire_topic(tx, id, reason); }, to_topic(id));
    if (!answer) return show_move(visit, {.retire = web::Form(visit.form(), answer.problems())}, 422);
    return web::announce(*answer, visit.request(), "plan.topic.is_retired");
}

web::Response show_topic_to(web::Visit& visit) {
    auto const id = topic_at(visit).id;
    auto const audience = chosen_audience(visit.form());
    auto answer = visit.submit([&](auto& tx) { return show_topic(tx, id, audience); }, to_topic(id));
    if (!answer) throw web::Forbidden{};
    return web::announce(*answer, visit.request(), "plan.saved");
}

}  // namespace lenkwerk::plan
