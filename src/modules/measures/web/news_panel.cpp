// What is happening now, on everybody's start page.
#include "modules/measures/store/whole.hpp"
#include "modules/measures/web/common.hpp"
#include "modules/measures/web/panels.hpp"

namespace lenkwerk::measures {

namespace {
constexpr std::size_t kMost = 5;
}

void show_news(web::Visit& visit, Subject const&, html::Writer& w) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) return;
    auto const all = store::latest_of_plan(visit.reader(), visit.viewer(), plan->id, kMost);
    if (all.empty()) return;
    w.put(R"(<section><h2>{}</h2><ul>)", visit.text("measures.panel.news"));
    for (auto const& news : all) {
        auto const& report = news.report;
        w.put(
            R"(<li><a class="kern-link" href="/massnahmen/{}#sachstand-{}">{}</a> <span class="lw-muted">{}, {}, {}</span></li>)",
            report.activity, report.id, news.title,
            visit.text(fmt::format("measures.phase.{}", word(report.facts.phase))), news.responsible,
            visit.locale().day(report.day));
    }
    w.put(R"(</ul><p><a class="kern-link" href="/massnahmen">{}</a></p></section>)", visit.text("measures.panel.all"));
}

}  // namespace lenkwerk::measures
