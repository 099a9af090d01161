// Papers on the pages of the plan, of topics and of bodies.
#include "modules/council/web/common.hpp"
#include "modules/council/web/pages.hpp"

namespace lenkwerk::council {

void show_plan_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    auto const papers = store::papers_of_plan(visit.reader(), visit.viewer(), {subject.id});
    if (papers.empty()) return;
    w.put(R"(<section class="lw-panel"><h2>{}</h2><ul>)", visit.text("council.panel.of_plan"));
    for (auto const& paper : papers) {
        w.put(R"(<li><a class="kern-link" href="{}">{} {}</a> <span class="lw-muted">{}</span></li>)",
              paper_address(paper.id), paper.number, paper.title,
              position_text(visit, store::sequence_of(visit.reader(), paper.id)));
    }
    w.put("</ul></section>");
}

void show_topic_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    for (auto const& origin : store::origins_of(visit.reader(), visit.viewer(), {subject.id}))
        w.put(R"(<p class="lw-muted">{} <a class="kern-link" href="{}">{}</a></p>)",
              visit.text("council.panel.of_topic"), paper_address(origin.paper),
              visit.text("council.panel.origin", {{"paper", origin.paper_number}, {"number", origin.number}}));
}

void show_body_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    auto const steps = store::steps_of_body(visit.reader(), visit.viewer(), {subject.id});
    if (steps.empty()) return;
    auto const title = visit.text("council.panel.of_body");
    w.put(R"(<section class="lw-panel"><h2>{}</h2>)", title);
    ui::Table table(w, {title,
                        {{visit.text("council.member.title")},
                         {visit.text("council.member.date")},
                         {visit.text("council.member.role")},
                         {visit.text("council.results.result")}},
                        true});
    for (auto const& step : steps) {
        auto const paper = store::find_paper(visit.reader(), visit.viewer(), step.paper);
        if (!paper) continue;
        table.row([&](ui::Row& row) {
            row.link(paper->facts.number + " " + paper->facts.title, paper_address(paper->id));
            row.text(step.facts.date ? visit.locale().day(*step.facts.date) : "");
            row.text(step.facts.role);
            step.facts.result ? row.text(result_text(visit, *step.facts.result)) : row.empty();
        });
    }
    table.end();
    w.put("</section>");
}

}  // namespace lenkwerk::council
