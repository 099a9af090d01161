// What a paper grants, on its page and on the page of its plan.
#include "modules/budget/web/common.hpp"
#include "modules/budget/web/pages.hpp"

namespace lenkwerk::budget {
namespace {

void show_panel(html::Writer& w, web::Visit& visit, std::vector<store::Amount> const& amounts) {
    if (amounts.empty()) return;
    auto const title = visit.text("budget.list.title");
    w.put(R"(<section class="lw-panel" id="haushalt"><h2>{}</h2>)", title);
    amount_table(w, visit, title, amounts, Show::line);
    sum_line(w, visit, amounts);
    w.put("</section>");
}

}  // namespace

void show_plan_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    show_panel(w, visit, store::amounts_of_plan(visit.reader(), visit.viewer(), {subject.id}));
}

void show_paper_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    show_panel(w, visit, store::amounts_of_source(visit.reader(), visit.viewer(), subject));
}

}  // namespace lenkwerk::budget
