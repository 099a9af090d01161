// The whole plan to be printed with the browser: what the reader may see.
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/plan_paper.hpp"
#include "platform/web/pdf_standing.hpp"

namespace lenkwerk::measures {

web::Response print_plan(web::Visit& visit) {
    auto const whole = whole_plan(visit);
    std::vector<web::Crumb> const above{
        {whole.plan.title, html::Url::checked(fmt::format("/plaene/{}", whole.plan.id.value))}};
    auto page = web::page(
        visit,
        {.title = whole.plan.title,
         .current = "/plan",
         .breadcrumbs = above,
         .width = web::Width::reading,
         .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = whole.plan.title,
                            .above = visit.text("measures.print.as_of", {{"day", visit.locale().day(visit.today())}}),
                            .lead = whole.plan.motto});
            if (documents::pdf_is_available())
                w.put(R"(<p class="lw-no-print">{}</p>)", visit.text("measures.print.hint"));
            else
                w.put(R"(<div class="lw-no-print">{}</div>)", [&](html::Writer& notice) {
                    web::show_pdf_standing(notice, visit, web::PdfStanding::unavailable);
                });
            show_whole_plan(w, visit.locale(), visit.today(), whole);
        });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::measures
