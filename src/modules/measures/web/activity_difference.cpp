#include "modules/measures/web/activity_difference.hpp"

#include "modules/people/people.hpp"
#include "modules/places/places.hpp"

namespace lenkwerk::measures {
namespace {

std::string organisation_name(web::Visit& visit, people::OrganisationId id) {
    auto const found = people::organisation(visit.reader(), id);
    return found ? found->name : "";
}

void show_change(html::Writer& w, web::Visit& visit, char const* key, std::string const& before,
                 std::string const& now) {
    if (before == now) return;
    w.put("<p>{}: {}</p>", visit.text(key), [&](html::Writer& p) { ui::difference(p, visit.locale(), before, now); });
}

}  // namespace

Said said_of(web::Visit& visit, ActivityDraft const& facts) {
    std::vector<std::string> collaborators, districts, goals;
    for (auto const id : facts.collaborators) collaborators.push_back(organisation_name(visit, id));
    for (auto const id : facts.districts)
        if (auto const district = places::district(visit.reader(), id)) districts.push_back(district->name);
    for (auto const id : facts.goals)
        if (auto const goal = plan::goal(visit.reader(), visit.viewer(), id)) goals.push_back(goal->title);
    auto const topic = plan::topic(visit.reader(), visit.viewer(), facts.topic);
    return {facts.title,
            topic ? topic->number + " " + topic->title : "",
            visit.text(fmt::format("measures.kind.{}", word(facts.kind))),
            organisation_name(visit, facts.responsible),
            visit.locale().list(collaborators),
            visit.locale().list(districts),
            visit.locale().list(goals),
            visit.text(fmt::format("measures.phase.{}", word(facts.phase))),
            period_text(visit, facts.planned_start, facts.planned_end),
            visit.text(fmt::format("measures.audience.{}", word(facts.audience.visibility()))),
            facts.description};
}

void show_differences(html::Writer& w, web::Visit& visit, Said const& before, Said const& now) {
    show_change(w, visit, "measures.field.title", before.title, now.title);
    show_change(w, visit, "measures.column.phase", before.phase, now.phase);
    show_change(w, visit, "measures.field.topic", before.topic, now.topic);
    show_change(w, visit, "measures.field.kind", before.kind, now.kind);
    show_change(w, visit, "measures.column.responsible", before.responsible, now.responsible);
    show_change(w, visit, "measures.field.collaborators", before.collaborators, now.collaborators);
    show_change(w, visit, "measures.field.districts", before.districts, now.districts);
    show_change(w, visit, "measures.field.goals", before.goals, now.goals);
    show_change(w, visit, "measures.field.period", before.period, now.period);
    show_change(w, visit, "measures.field.audience", before.audience, now.audience);
    if (before.description == now.description) return;
    w.put("<div>{}</div>",
          [&](html::Writer& p) { ui::text_difference(p, visit.locale(), before.description, now.description); });
}

}  // namespace lenkwerk::measures
