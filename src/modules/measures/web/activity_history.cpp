// What became of an activity: every version beside the one before, the old value struck out.
#include "modules/measures/web/activity_difference.hpp"
#include "modules/measures/web/pages.hpp"

namespace lenkwerk::measures {
namespace {

void show_version(html::Writer& w, web::Visit& visit, Instant at, Said const& now, Said const& before) {
    w.put(R"(<li class="lw-change"><p class="lw-change__kind">{}</p>)", visit.locale().moment(at));
    show_differences(w, visit, before, now);
    w.put("</li>");
}

}  // namespace

web::Response show_activity_history(web::Visit& visit) {
    auto const activity = activity_at(visit);
    auto const history = store::history_of(visit.reader(), reading_of(visit), activity.id);
    std::vector<Said> said;
    for (auto const& version : history) said.push_back(said_of(visit, version.facts));
    auto const title = visit.text("measures.history.title");
    std::vector<web::Crumb> const above{{activity.facts.title, activity_address(activity.id)}};
    auto page = web::page(
        visit, {.title = title, .current = std::string(kNavigation), .breadcrumbs = above}, [&](html::Writer& w) {
            ui::heading(w,
                        {.title = title, .above = activity.facts.title, .lead = visit.text("measures.history.lead")});
            w.put(R"(<ol class="lw-changes">)");
            for (std::size_t i = 0; i < history.size(); ++i) {
                auto const before = i + 1 < said.size() ? said[i + 1] : Said{};
                if (said[i] != before) show_version(w, visit, history[i].valid_from, said[i], before);
            }
            w.put("</ol>");
        });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::measures
