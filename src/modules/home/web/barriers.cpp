// Telling of a barrier, for anybody; reading and answering, for the office.
#include "modules/home/commands/barriers.hpp"
#include "modules/home/store/barriers.hpp"
#include "modules/home/web/pages.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"

namespace lenkwerk::home {
namespace {

constexpr std::int64_t kMostShown = 200;
constexpr int kLongestText = 5'000;
constexpr int kLongestLine = 200;

html::Url address_of(store::StoredBarrier const& barrier) {
    return html::Url::checked(fmt::format("/verwaltung/barrieren/{}", barrier.id));
}

std::string state_of(web::Visit& visit, store::StoredBarrier const& barrier) {
    if (!barrier.answered_at) return visit.text("home.barrier.open");
    return visit.text("home.barrier.answered_on",
                      {{"day", visit.locale().day(visit.locale().day_of(*barrier.answered_at))}});
}

void report_fields(ui::OpenForm const& open, web::Visit& visit) {
    ui::text_area(
        open, {{.name = "text", .label = visit.text("home.barrier.text"), .hint = visit.text("home.barrier.text_hint")},
               8,
               kLongestText});
    ui::text_field(open, {{.name = "page", .label = visit.text("home.barrier.page"), .need = ui::Need::optional},
                          ui::TextKind::text,
                          kLongestLine});
    ui::text_field(open, {{.name = "contact",
                           .label = visit.text("home.barrier.contact"),
                           .hint = visit.text("home.barrier.contact_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::text,
                          kLongestLine});
    ui::submit_row(open, {.label = visit.text("home.barrier.send"), .cancel = html::Url{"/barrierefreiheit"}});
}

web::Response show_report_form(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("home.barrier.title");
    std::vector<web::Crumb> const above{{visit.text("common.footer.accessibility"), html::Url{"/barrierefreiheit"}}};
    web::Frame const frame{.title = title, .breadcrumbs = above, .width = web::Width::reading, .status = status};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("home.barrier.lead")});
        ui::form(w, visit, form, {.action = html::Url{"/barrierefreiheit/rueckmeldung"}},
                 [&](ui::OpenForm const& open) { report_fields(open, visit); });
    });
}

void show_list(html::Writer& w, web::Visit& visit, std::vector<store::StoredBarrier> const& barriers) {
    ui::Table table(
        w, {visit.text("home.barriers.title"),
            {{visit.text("home.barrier.told")}, {visit.text("home.barrier.page")}, {visit.text("home.barrier.state")}},
            true});
    for (auto const& barrier : barriers)
        table.row([&](ui::Row& row) {
            row.link(visit.locale().moment(barrier.told_at), address_of(barrier));
            if (barrier.report.page.empty())
                row.empty();
            else
                row.text(barrier.report.page);
            row.text(state_of(visit, barrier));
        });
    table.end();
}

void show_facts(html::Writer& w, web::Visit& visit, store::StoredBarrier const& barrier) {
    ui::DescriptionList list(w);
    list.fact(visit.text("home.barrier.told"), visit.locale().moment(barrier.told_at));
    list.fact(visit.text("home.barrier.page"), barrier.report.page);
    list.fact(visit.text("home.barrier.text"), barrier.report.text);
    list.fact(visit.text("home.barrier.contact"), barrier.report.contact);
    list.fact(visit.text("home.barrier.state"), state_of(visit, barrier));
    list.end();
}

web::Response show_barrier_with(web::Visit& visit, web::Form form, int status) {
    auto const barrier = store::find_barrier(visit.reader(), visit.id<Id<struct BarrierTag>>("id").value);
    if (!barrier) throw web::NotFound{};
    form.preset("answer", barrier->answer);
    auto const title = visit.text("home.barrier.number", {{"number", barrier->id}});
    std::vector<web::Crumb> const above{{visit.text("home.barriers.title"), html::Url{"/verwaltung/barrieren"}}};
    web::Frame const frame{
        .title = title, .breadcrumbs = above, .width = web::Width::reading, .status = status, .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title});
        show_facts(w, visit, *barrier);
        ui::form(w, visit, form, {.action = address_of(*barrier), .version = barrier->version},
                 [&](ui::OpenForm const& open) {
                     ui::text_area(open, {{.name = "answer",
                                           .label = visit.text("home.barrier.answer"),
                                           .hint = visit.text("home.barrier.answer_hint")},
                                          6,
                                          kLongestText});
                     ui::submit_row(open, {.label = visit.text("home.barrier.save")});
                 });
    });
}

}  // namespace

web::Response show_barrier_form(web::Visit& visit) {
    web::Form form;
    form.preset("page", visit.request().query.text("seite"));
    return show_report_form(visit, form, 200);
}

web::Response send_barrier(web::Visit& visit) {
    auto const& sent = visit.form();
    BarrierReport const report{sent.text("page"), sent.text("text"), sent.text("contact")};
    auto answer = visit.submit([&](auto& tx) { return report_barrier(tx, report); },
                               [](std::int64_t) { return std::string("/barrierefreiheit"); });
    if (!answer) return show_report_form(visit, web::Form(sent, answer.problems()), web::status_of(answer.problems()));
    return web::announce(*answer, visit.request(), "home.barrier.sent");
}

web::Response list_barriers_page(web::Visit& visit) {
    auto const barriers = store::list_barriers(visit.reader(), kMostShown);
    auto const title = visit.text("home.barriers.title");
    return web::page(visit, {.title = title, .current = "/verwaltung/barrieren", .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .lead = visit.text("home.barriers.lead")});
                         if (barriers.empty())
                             ui::empty_state(w, {visit.text("home.barriers.none")});
                         else
                             show_list(w, visit, barriers);
                     });
}

web::Response show_barrier(web::Visit& visit) { return show_barrier_with(visit, {}, 200); }

web::Response answer_barrier_page(web::Visit& visit) {
    auto const id = visit.id<Id<struct BarrierTag>>("id").value;
    auto const& sent = visit.form();
    auto answer =
        visit.submit([&](auto& tx) { return answer_barrier(tx, id, sent.text("answer"), web::version_of(sent)); },
                     [](Done) { return std::string("/verwaltung/barrieren"); });
    if (!answer) return show_barrier_with(visit, web::Form(sent, answer.problems()), web::status_of(answer.problems()));
    return web::announce(*answer, visit.request(), "home.barrier.answer_saved");
}

}  // namespace lenkwerk::home
