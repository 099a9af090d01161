// The budget as a whole, and one line of it.
#include "modules/budget/web/common.hpp"
#include "modules/budget/web/pages.hpp"
#include "platform/web/panels.hpp"

namespace lenkwerk::budget {
namespace {

// Amounts come line by line: calls `show` for each line with its own.
template <class ShowLine> void each_line(std::vector<store::Amount> const& amounts, ShowLine show) {
    for (std::size_t from = 0, to = 0; from < amounts.size(); from = to) {
        while (to < amounts.size() && amounts[to].line.id == amounts[from].line.id) ++to;
        show(std::span(amounts).subspan(from, to - from));
    }
}

void show_group(html::Writer& w, web::Visit& visit, std::span<store::Amount const> amounts) {
    auto const& line = amounts.front().line;
    w.put(R"(<section class="lw-panel"><h2><a class="kern-link" href="{}">{}</a></h2><p class="lw-muted">{}</p>)",
          line_address(line.id), line.facts.label.empty() ? line_name(line.facts) : line.facts.label,
          [&](html::Writer& p) {
              if (!line.facts.holder.empty()) p.put("{} · ", line.facts.holder);
              p.text(line_name(line.facts));
          });
    amount_table(w, visit, visit.text("budget.line.amounts"), amounts, Show::source);
    sum_line(w, visit, amounts);
    w.put("</section>");
}

void show_facts(html::Writer& w, web::Visit& visit, LineFacts const& line) {
    ui::DescriptionList facts(w);
    facts.fact(visit.text("budget.field.holder"), line.holder);
    facts.fact(visit.text("budget.field.order"), line.order);
    facts.fact(visit.text("budget.field.account"), line.account);
    facts.fact(visit.text("budget.field.label"), line.label);
    facts.end();
}

}  // namespace

web::Response show_budget(web::Visit& visit) {
    auto const amounts = store::standing_amounts(visit.reader(), visit.viewer());
    auto const title = visit.text("budget.list.title"), lead = visit.text("budget.list.lead");
    auto page = web::page(
        visit, {.title = title, .current = std::string(kNavigation), .description = lead}, [&](html::Writer& w) {
            ui::heading(w, {.title = title, .lead = lead});
            if (amounts.empty())
                return ui::empty_state(w, {visit.text("budget.list.none"), visit.text("budget.list.none_text")});
            each_line(amounts, [&](auto of_line) { show_group(w, visit, of_line); });
        });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_line(web::Visit& visit) {
    auto const amounts = store::amounts_of_line(visit.reader(), visit.viewer(), visit.id<LineId>("id"));
    if (amounts.empty()) throw web::NotFound{};
    auto const& line = amounts.front().line.facts;
    web::Frame const frame{.title = line_name(line),
                           .current = std::string(kNavigation),
                           .breadcrumbs = {{visit.text("budget.list.title"), html::Url{"/haushalt"}}}};
    auto page = web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(
            w, {.title = line.label.empty() ? line_name(line) : line.label, .above = visit.text("budget.line.above")});
        show_facts(w, visit, line);
        w.put("<h2>{}</h2>", visit.text("budget.line.amounts"));
        amount_table(w, visit, visit.text("budget.line.amounts"), amounts, Show::source);
        sum_line(w, visit, amounts);
        web::show_panels(visit, "budget.line", {"budget_line", amounts.front().line.id.value}, w);
    });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::budget
