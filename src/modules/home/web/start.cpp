// The start page: what this plan is, what it is about, and what other modules have to tell.
#include "modules/home/web/pages.hpp"
#include "modules/plan/plan.hpp"
#include "platform/city.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/panels.hpp"

namespace lenkwerk::home {
namespace {

void show_fields(html::Writer& w, web::Visit& visit, plan::PlanSummary const& plan) {
    std::vector<ui::Card> cards;
    for (auto const& line : plan::outline(visit.reader(), visit.viewer(), plan.id))
        if (line.depth == 0)
            cards.push_back({line.title, html::Url::checked(fmt::format("/themen/{}", line.id.value)),
                             visit.text("home.start.field", {{"number", line.number}}), line.subtitle});
    if (cards.empty()) return;
    w.put("<h2>{}</h2>", visit.text("home.start.fields"));
    ui::cards(w, cards, 3);
}

void show_hints(html::Writer& w, web::Visit& visit) {
    w.put(
        R"(<p><a class="kern-link" href="/leichte-sprache">{}</a> · <a class="kern-link" href="/gebaerdensprache">{}</a></p>)",
        visit.text("home.start.easy_language"), visit.text("home.start.sign_language"));
}

// A database that no city has been set up in yet: whoever sees this is the one who can.
web::Response show_empty(web::Visit& visit) {
    auto const title = visit.text("home.start.not_set_up");
    return web::page(visit, {.title = title, .current = "/", .width = web::Width::reading, .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .lead = visit.text("home.start.not_set_up_text")});
                         w.put("<pre><code>lenkwerk init --help</code></pre>");
                     });
}

}  // namespace

web::Response show_start(web::Visit& visit) {
    if (visit.city().settings()->city_name.empty()) return show_empty(visit);
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    auto const title = plan ? plan->title : visit.city().settings()->city_name;
    auto const lead = plan ? plan->motto : visit.text("home.start.no_plan");
    auto page = web::page(visit, {.title = title, .current = "/", .description = lead}, [&](html::Writer& w) {
        std::vector<ui::Action> actions;
        if (plan) actions.push_back({visit.text("home.start.to_plan"), html::Url{"/plan"}});
        ui::heading(w, {.title = title, .lead = lead, .actions = actions});
        web::show_panels(visit, "home.start.due", {"start", 0}, w);  // what its reader has to do, before all else
        w.put("<p>{}</p>", visit.text("home.start.what"));
        show_hints(w, visit);
        if (plan) show_fields(w, visit, *plan);
        web::show_panels(visit, "home.start", {"start", 0}, w);
    });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::home
