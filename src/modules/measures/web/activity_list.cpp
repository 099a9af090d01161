// All activities of the plan, and the few that somebody looks for: by phase, field, organisation, district, or because they need a look.
#include "modules/measures/commands/activities.hpp"
#include "modules/measures/web/activity_filter.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/people/people.hpp"
#include "modules/places/places.hpp"

namespace lenkwerk::measures {
namespace {

std::string_view word_of(Look look) {
    switch (look) {
        case Look::late: return kPageWords.late;
        case Look::silent: return kPageWords.silent;
        case Look::any: break;
    }
    return "";
}

html::Url address_of(Wanted const& wanted, std::optional<Phase> phase) {
    auto address = html::Url{"/massnahmen"};
    if (phase) address = address.with("phase", word(*phase));
    if (wanted.field) address = address.with("feld", wanted.field);
    if (wanted.organisation) address = address.with("organisation", wanted.organisation);
    if (wanted.district) address = address.with("bezirk", wanted.district);
    return wanted.look == Look::any ? address : address.with("blick", word_of(wanted.look));
}

void show_select(html::Writer& w, web::Visit& visit, std::string const& name, std::string const& label,
                 std::vector<ui::Choice> const& choices, std::string const& chosen) {
    w.put(
        R"(<div class="kern-form-input"><label class="kern-label" for="{}">{}</label><div class="kern-form-input__select-wrapper"><select class="kern-form-input__select" id="{}" name="{}"><option value="">{}</option>)",
        name, label, name, name, visit.text("measures.list.all"));
    for (auto const& choice : choices)
        w.put(R"(<option value="{}"{}>{}</option>)", choice.value, html::when(choice.value == chosen, "selected"),
              choice.label);
    w.put("</select></div></div>");
}

std::vector<ui::Choice> fields(web::Visit& visit, plan::PlanId plan) {
    std::vector<ui::Choice> choices;
    for (auto const& topic : plan::outline(visit.reader(), visit.viewer(), plan))
        if (topic.depth == 0) choices.push_back({std::to_string(topic.id.value), topic.number + " " + topic.title});
    return choices;
}

std::vector<ui::Choice> organisations(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const& one : people::organisations(visit.reader()))
        choices.push_back({std::to_string(one.id.value), one.name});
    return choices;
}

std::vector<ui::Choice> districts(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const& one : places::districts(visit.reader()))
        choices.push_back({std::to_string(one.id.value), one.name});
    return choices;
}

void show_filter(html::Writer& w, web::Visit& visit, plan::PlanId plan, Wanted const& wanted) {
    w.put(R"(<form method="get" action="/massnahmen" class="lw-filter">)");
    if (wanted.phase) w.put(R"(<input type="hidden" name="phase" value="{}">)", word(*wanted.phase));
    show_select(w, visit, "feld", visit.text("measures.list.field"), fields(visit, plan), std::to_string(wanted.field));
    show_select(w, visit, "organisation", visit.text("measures.column.responsible"), organisations(visit),
                std::to_string(wanted.organisation));
    show_select(w, visit, "bezirk", visit.text("measures.list.district"), districts(visit),
                std::to_string(wanted.district));
    show_select(w, visit, "blick", visit.text("measures.list.look"),
                {{std::string(kPageWords.late), visit.text("measures.list.late")},
                 {std::string(kPageWords.silent), visit.text("measures.list.silent")}},
                std::string(word_of(wanted.look)));
    w.put(
        R"(<button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">{}</span></button></form>)",
        visit.text("measures.list.filter"));
}

void show_tabs(html::Writer& w, web::Visit& visit, std::vector<store::Line> const& lines, Wanted const& wanted) {
    auto const count = [&](std::optional<Phase> phase) {
        auto const many = std::count_if(lines.begin(), lines.end(),
                                        [&](store::Line const& line) { return !phase || line.phase == *phase; });
        return visit.locale().number(many);
    };
    std::vector<ui::Tab> tabs{
        {visit.text("measures.list.all"), address_of(wanted, std::nullopt), !wanted.phase, count(std::nullopt)}};
    for (auto const phase : kPhases)
        tabs.push_back({visit.text(fmt::format("measures.phase.{}", word(phase))), address_of(wanted, phase),
                        wanted.phase == phase, count(phase)});
    ui::tabs(w, visit.text("measures.list.by_phase"), tabs);
}

std::vector<ui::Action> list_actions(web::Visit& visit) {
    std::vector<ui::Action> found;
    if (visit.actor().may_somewhere(kReport))
        found.push_back({visit.text("measures.activity.add"), html::Url{"/massnahmen/neu"}, "add"});
    if (visit.actor().may(kManage))
        found.push_back({visit.text("measures.import.title"), html::Url{"/massnahmen/einlesen"}});
    return found;
}

void show_list(html::Writer& w, web::Visit& visit, plan::PlanSummary const& plan) {
    web::Query query(visit.request().query);
    auto const asked = wanted(query, kPageWords);
    web::show_not_understood(w, visit, query);
    auto lines = wanted_lines(visit, plan, asked);
    show_filter(w, visit, plan.id, asked);
    show_tabs(w, visit, lines, asked);
    if (asked.phase) std::erase_if(lines, [&](store::Line const& line) { return line.phase != *asked.phase; });
    if (lines.empty())
        return ui::empty_state(w, {visit.text("measures.list.none"), visit.text("measures.list.none_text")});
    activity_table(w, visit, visit.text("measures.list.title"), lines, limits_of(visit, plan.id));
}

}  // namespace

web::Response list_activities_page(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    auto const title = visit.text("measures.list.title");
    auto const lead = visit.text("measures.list.lead");
    auto page = web::page(
        visit, {.title = title, .current = std::string(kNavigation), .description = lead}, [&](html::Writer& w) {
            ui::heading(w, {.title = title, .lead = lead, .actions = list_actions(visit)});
            if (plan) return show_list(w, visit, *plan);
            ui::empty_state(w, {visit.text("measures.list.none"), visit.text("measures.list.none_text")});
        });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::measures
