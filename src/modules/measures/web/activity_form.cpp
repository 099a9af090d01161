// The form of an activity, for the office and for the organisation that is responsible.
#include "modules/measures/commands/activities.hpp"
#include "modules/measures/web/common.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/people/people.hpp"
#include "modules/places/places.hpp"

#include <charconv>

namespace lenkwerk::measures {
namespace {

template <class TheId> std::optional<TheId> id_of(std::string const& typed) {
    TheId id;
    auto const* end = typed.data() + typed.size();
    auto const read = std::from_chars(typed.data(), end, id.value);
    return read.ec == std::errc{} && read.ptr == end && id.value > 0 ? std::optional{id} : std::nullopt;
}

template <class TheId> std::vector<TheId> ids_of(std::vector<std::string> const& typed) {
    std::vector<TheId> ids;
    for (auto const& one : typed)
        if (auto const id = id_of<TheId>(one)) ids.push_back(*id);
    return ids;
}

ActivityDraft draft_of(web::Fields const& form) {
    ActivityDraft draft;
    draft.topic = id_of<plan::TopicId>(form.text("topic")).value_or(plan::TopicId{});
    draft.title = form.text("title");
    draft.description = form.text("description");
    draft.kind = kind_of(form.text("kind")).value_or(Kind::measure);
    draft.responsible = id_of<people::OrganisationId>(form.text("responsible")).value_or(people::OrganisationId{});
    draft.collaborators = ids_of<people::OrganisationId>(form.all("collaborators"));
    draft.districts = ids_of<places::DistrictId>(form.all("districts"));
    draft.goals = ids_of<plan::GoalId>(form.all("goals"));
    draft.phase = phase_of(form.text("phase")).value_or(Phase::idea);
    draft.planned_start = Day::parse(form.text("planned_start"));
    draft.planned_end = Day::parse(form.text("planned_end"));
    draft.audience = Audience::stored(word(visibility_of(form.text("audience")).value_or(Visibility::administration)));
    return draft;
}

std::vector<ui::Choice> topics(web::Visit& visit, plan::PlanId plan) {
    std::vector<ui::Choice> choices;
    for (auto const& line : plan::outline(visit.reader(), visit.viewer(), plan))
        choices.push_back({std::to_string(line.id.value), line.number + " " + line.title});
    return choices;
}

// All open organisations for the office, the own ones for the others.
std::vector<ui::Choice> organisations(web::Visit& visit, bool all) {
    std::vector<ui::Choice> choices;
    for (auto const& line : people::organisations(visit.reader()))
        if (line.is_open && (all || visit.actor().may(kReport, {"organisation", line.id.value})))
            choices.push_back({std::to_string(line.id.value), line.name});
    return choices;
}

std::vector<ui::Choice> districts(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const& district : places::districts(visit.reader()))
        choices.push_back({std::to_string(district.id.value), district.name});
    return choices;
}

std::vector<ui::Choice> goals(web::Visit& visit, plan::PlanId plan) {
    std::vector<ui::Choice> choices;
    for (auto const& goal : plan::goals(visit.reader(), visit.viewer(), plan))
        choices.push_back({std::to_string(goal.id.value), goal.title});
    return choices;
}

std::vector<ui::Choice> words(web::Visit& visit, std::string const& prefix, std::vector<std::string> const& values) {
    std::vector<ui::Choice> choices;
    for (auto const& value : values) choices.push_back({value, visit.text(prefix + value)});
    return choices;
}

void when_and_where(ui::OpenForm const& open, web::Visit& visit, plan::PlanId plan) {
    ui::day_field(
        open,
        {{.name = "planned_start", .label = visit.text("measures.field.planned_start"), .need = ui::Need::optional}});
    ui::day_field(
        open, {{.name = "planned_end", .label = visit.text("measures.field.planned_end"), .need = ui::Need::optional}});
    ui::choices(open, {{.name = "districts",
                        .label = visit.text("measures.field.districts"),
                        .hint = visit.text("measures.field.districts_hint"),
                        .need = ui::Need::optional},
                       districts(visit),
                       ui::Many::several});
    ui::choices(
        open,
        {{.name = "collaborators", .label = visit.text("measures.field.collaborators"), .need = ui::Need::optional},
         organisations(visit, true),
         ui::Many::several});
    auto const known = goals(visit, plan);
    if (!known.empty())
        ui::choices(open, {{.name = "goals", .label = visit.text("measures.field.goals"), .need = ui::Need::optional},
                           known,
                           ui::Many::several});
}

enum class Asks { phase, nothing };

void fields(ui::OpenForm const& open, web::Visit& visit, plan::PlanId plan, Asks asks) {
    bool const office = visit.actor().may(kManage);
    ui::text_field(open, {{.name = "title", .label = visit.text("measures.field.title")}, ui::TextKind::text, 200});
    ui::text_area(
        open, {{.name = "description", .label = visit.text("measures.field.description"), .need = ui::Need::optional},
               5,
               20000});
    ui::select(open, {{.name = "topic", .label = visit.text("measures.field.topic")}, topics(visit, plan)});
    ui::select(open, {{.name = "responsible", .label = visit.text("measures.column.responsible")},
                      organisations(visit, office)});
    ui::choices(open, {{.name = "kind", .label = visit.text("measures.field.kind")},
                       words(visit, "measures.kind.", {"measure", "ongoing"})});
    if (asks == Asks::phase)
        ui::choices(open, {{.name = "phase", .label = visit.text("measures.column.phase")},
                           words(visit, "measures.phase.", {"idea", "planned", "running"})});
    when_and_where(open, visit, plan);
    if (office)
        ui::choices(open, {{.name = "audience", .label = visit.text("measures.field.audience")},
                           words(visit, "measures.audience.", {"public", "administration", "body"})});
}

web::Frame frame_of(std::string title, int status) {
    return {.title = std::move(title),
            .current = std::string(kNavigation),
            .width = web::Width::reading,
            .status = status,
            .indexed = false};
}

web::Response show_new(web::Visit& visit, web::Form form, int status) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    auto const title = visit.text("measures.activity.add");
    form.preset("topic", visit.request().query.text("thema"))
        .preset("kind", "measure")
        .preset("phase", "planned")
        .preset("audience", "administration");
    return web::page(visit, frame_of(title, status), [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("measures.activity.add_lead")});
        if (!plan)
            return ui::empty_state(w, {visit.text("measures.list.none"), visit.text("measures.activity.no_plan")});
        ui::form(w, visit, form, {.action = html::Url{"/massnahmen"}}, [&](ui::OpenForm const& open) {
            fields(open, visit, plan->id, Asks::phase);
            ui::submit_row(open, {.label = visit.text("measures.activity.add"), .cancel = html::Url{"/massnahmen"}});
        });
    });
}

void preset(web::Form& form, ActivityDraft const& facts) {
    form.preset("title", facts.title)
        .preset("description", facts.description)
        .preset("topic", std::to_string(facts.topic.value));
    form.preset("responsible", std::to_string(facts.responsible.value)).preset("kind", std::string(word(facts.kind)));
    form.preset("audience", std::string(word(facts.audience.visibility())));
    if (facts.planned_start) form.preset("planned_start", facts.planned_start->iso());
    if (facts.planned_end) form.preset("planned_end", facts.planned_end->iso());
    for (auto const id : facts.collaborators) form.preset("collaborators", std::to_string(id.value));
    for (auto const id : facts.districts) form.preset("districts", std::to_string(id.value));
    for (auto const id : facts.goals) form.preset("goals", std::to_string(id.value));
}

web::Response show_edit(web::Visit& visit, store::Activity const& activity, web::Form form, int status) {
    visit.require(visit.actor().may(kReport, {"organisation", activity.facts.responsible.value}));
    preset(form, activity.facts);
    auto const title = visit.text("measures.activity.edit");
    return web::page(visit, frame_of(title, status), [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = activity.facts.title});
        ui::form(w, visit, form, {.action = activity_address(activity.id), .version = activity.version},
                 [&](ui::OpenForm const& open) {
                     fields(open, visit, activity.plan, Asks::nothing);
                     ui::submit_row(open,
                                    {.label = visit.text("measures.save"), .cancel = activity_address(activity.id)});
                 });
    });
}

}  // namespace

web::Response show_new_activity(web::Visit& visit) { return show_new(visit, {}, 200); }

web::Response add_activity_page(web::Visit& visit) {
    auto const draft = draft_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return add_activity(tx, draft, visit.today()); },
                               [](ActivityId id) { return fmt::format("/massnahmen/{}", id.value); });
    if (!answer) return show_new(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "measures.activity.added");
}

web::Response show_edit_activity(web::Visit& visit) { return show_edit(visit, activity_at(visit), {}, 200); }

web::Response save_activity(web::Visit& visit) {
    auto const activity = activity_at(visit);
    auto draft = draft_of(visit.form());
    if (!visit.actor().may(kManage)) draft.audience = activity.facts.audience;
    ActivityEdit const edit{activity.id, draft, web::version_of(visit.form())};
    auto answer = visit.submit([&](auto& tx) { return edit_activity(tx, edit); },
                               [&](Done) { return fmt::format("/massnahmen/{}", edit.id.value); });
    if (!answer)
        return show_edit(visit, activity, web::Form(visit.form(), answer.problems()),
                         web::status_of(answer.problems()));
    return web::announce(*answer, visit.request(), "measures.saved");
}

}  // namespace lenkwerk::measures
