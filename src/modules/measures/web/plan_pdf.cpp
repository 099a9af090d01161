// The whole plan as PDF: the file where it says what the plan says now, else what becomes of it.
#include "modules/measures/store/plan_documents.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/plan_paper.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/web/pdf_standing.hpp"

namespace lenkwerk::measures {
namespace {

html::Url plan_address(plan::PlanId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/plaene/{}{}", id.value, rest));
}

web::Response file(plan::PlanId id, PlanForm form, std::string bytes) {
    web::Response answer{.content_type = "application/pdf", .body = std::move(bytes)};
    answer.with("content-disposition", fmt::format("inline; filename=\"plan-{}-{}.pdf\"", id.value, word(form)));
    answer.caching = web::Caching::page_cache;  // to know whether the file still says the same, the whole plan was read
    return answer;
}

// Not to be found as the plan: it is no file yet (202), or could not become one (503).
web::Response standing_page(web::Visit& visit, plan::PlanId id, std::string const& name, web::PdfStanding standing) {
    auto const title = visit.text("measures.pdf.title");
    std::vector<web::Crumb> const above{{name, plan_address(id)}};
    bool const failed = standing == web::PdfStanding::failed;
    auto page = web::page(
        visit,
        {.title = title, .current = "/plan", .breadcrumbs = above, .width = web::Width::reading, .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .above = name});
            web::show_pdf_standing(w, visit, standing);
            std::vector<ui::Action> actions;
            if (!failed)
                actions.push_back(
                    {visit.text("measures.pdf.look_again"), html::Url::checked(visit.request().path), "autorenew"});
            actions.push_back({visit.text("measures.downloads.druck"), plan_address(id, "/druck")});
            ui::actions(w, actions);
        });
    page.status = failed ? 503 : 202;
    return page;
}

// Asks for the PDF itself: reading an old one could show what was taken back, and what is handed out once a change may be
// asked for by anybody without harm. The job is the same however many ask.
web::Response show(web::Visit& visit, PlanForm form) {
    auto const id = visit.id<plan::PlanId>("id");
    // A copy has no row of its own whose audience a WHERE clause could compare.
    if (!visit.viewer().may_see(audience_of(form))) throw web::NotFound{};
    auto const document = compose_plan(visit.city(), visit.reader(), id, form);
    if (!document) throw web::NotFound{};
    if (auto bytes = store::printed(visit.reader(), id, form, digest_of(*document)))
        return file(id, form, *std::move(bytes));
    auto const key = print_key(id, form);
    auto const standing = web::pdf_standing(visit.reader(), kPrintPlanJob, key);
    if (standing == web::PdfStanding::unavailable)
        return web::Response::see_other(std::string(plan_address(id, "/druck").text()));
    if (jobs::standing(visit.reader(), kPrintPlanJob, key) == jobs::Standing::nothing)
        ask_for_print(visit.city(), id, form);
    return standing_page(visit, id, document->title, standing);
}

}  // namespace

web::Response show_public_plan_pdf(web::Visit& visit) { return show(visit, PlanForm::everyone); }
web::Response show_internal_plan_pdf(web::Visit& visit) { return show(visit, PlanForm::administration); }

}  // namespace lenkwerk::measures
