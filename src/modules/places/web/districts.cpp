// The districts, and the page of each with what other modules show there.
#include "modules/places/places.hpp"
#include "modules/places/web/pages.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/panels.hpp"

namespace lenkwerk::places {
namespace {

html::Url address_of(DistrictId id) { return html::Url::checked(fmt::format("/stadtbezirke/{}", id.value)); }

std::string population_text(web::Visit& visit, District const& district) {
    if (!district.population) return "";
    auto const count = visit.locale().number(*district.population);
    if (!district.population_day)
        return visit.text("places.district.population", {{"count", count}, {"source", district.population_source}});
    return visit.text("places.district.population_on_day", {{"count", count},
                                                            {"day", visit.locale().day(*district.population_day)},
                                                            {"source", district.population_source}});
}

}  // namespace

web::Response list_districts_page(web::Visit& visit) {
    auto const title = visit.text("places.districts.title");
    auto page = web::page(
        visit, {.title = title, .current = "/stadtbezirke", .description = visit.text("places.districts.lead")},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .lead = visit.text("places.districts.lead")});
            std::vector<ui::Card> cards;
            for (auto const& district : districts(visit.reader()))
                cards.push_back({district.name, address_of(district.id), "",
                                 district.population
                                     ? visit.text("places.district.people", {{"count", *district.population}})
                                     : ""});
            if (cards.empty())
                return ui::empty_state(w,
                                       {visit.text("places.districts.none"), visit.text("places.districts.none_text")});
            ui::cards(w, cards);
        });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_district(web::Visit& visit) {
    auto const found = district(visit.reader(), visit.id<DistrictId>("id"));
    if (!found) throw web::NotFound{};
    std::vector<web::Crumb> const above{{visit.text("places.districts.title"), html::Url{"/stadtbezirke"}}};
    auto page = web::page(visit, {.title = found->name, .current = "/stadtbezirke", .breadcrumbs = above},
                          [&](html::Writer& w) {
                              ui::heading(w, {.title = found->name,
                                              .above = visit.text("places.district.one"),
                                              .lead = population_text(visit, *found)});
                              web::show_panels(visit, "places.district", {"district", found->id.value}, w);
                          });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::places
