// The papers, newest first, each with the position it has reached.
#include "modules/council/commands/readings.hpp"
#include "modules/council/web/common.hpp"
#include "modules/council/web/pages.hpp"

namespace lenkwerk::council {
namespace {

// The steps of one paper among those of all, which come paper by paper.
std::span<store::Step const> steps_in(std::vector<store::Step> const& all, PaperId paper) {
    auto const found = std::ranges::equal_range(all, paper, {}, &store::Step::paper);
    return {found.begin(), found.end()};
}

void show_row(ui::Row& row, web::Visit& visit, store::Paper const& paper, std::span<store::Step const> steps) {
    row.link(paper.facts.title, paper_address(paper.id));
    row.text(paper.facts.number);
    row.text(paper.facts.date ? visit.locale().day(*paper.facts.date) : "");
    row.cell([&](html::Writer& cell) {
        cell.put("{} ", position_text(visit, facts_of(steps)));
        audience_badge(cell, visit, paper.audience);
    });
}

}  // namespace

web::Response list_papers_page(web::Visit& visit) {
    auto const papers = store::list_papers(visit.reader(), visit.viewer());
    auto const steps = store::all_steps(visit.reader(), visit.viewer());
    auto const title = visit.text("council.list.title"), lead = visit.text("council.list.lead");
    std::vector<ui::Action> actions;
    if (visit.actor().may(kImport))
        actions.push_back({visit.text("council.intake.title"), html::Url{"/vorlagen/eingang"}, "add"});
    web::Frame const frame{.title = title, .current = std::string(kNavigation), .description = lead};
    auto page = web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = lead, .actions = actions});
        if (papers.empty())
            return ui::empty_state(w, {visit.text("council.list.none"), visit.text("council.list.none_text")});
        ui::Table table(w, {title,
                            {{visit.text("council.member.title")},
                             {visit.text("council.member.number")},
                             {visit.text("council.member.date")},
                             {visit.text("council.list.position")}},
                            true});
        for (auto const& paper : papers)
            table.row([&](ui::Row& row) { show_row(row, visit, paper, steps_in(steps, paper.id)); });
        table.end();
    });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::council
