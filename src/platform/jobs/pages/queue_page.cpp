#include "platform/jobs/pages/queue_page.hpp"

#include "platform/jobs/queue.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"

#include <fmt/format.h>

namespace lenkwerk::jobs::pages {
namespace {

constexpr auto kAddress = "/verwaltung/auftraege";

ui::Tone tone_of(std::string const& state) {
    if (state == "parked") return ui::Tone::bad;
    return state == "running" ? ui::Tone::info : ui::Tone::neutral;
}

void show_acts(html::Writer& w, web::Visit& visit, QueuedJob const& job) {
    auto const address = [&](char const* act) {
        return html::Url::checked(fmt::format("{}/{}/{}", kAddress, job.id, act));
    };
    auto const which = visit.text("jobs.page.which", {{"number", job.id}});
    ui::button_form(w, visit, {visit.text("jobs.page.retry"), address("neu"), std::nullopt, which});
    ui::button_form(w, visit, {visit.text("jobs.page.give_up"), address("ende"), std::nullopt, which, true});
}

void show_row(ui::Row& row, web::Visit& visit, QueuedJob const& job) {
    row.text(fmt::format("{} {}", job.id, job.kind));
    row.cell([&](html::Writer& w) { ui::badge(w, visit.text("jobs.state." + job.state), tone_of(job.state)); });
    row.text(visit.locale().number(job.attempts));
    row.text(visit.locale().moment(job.run_at));
    job.last_error.empty() ? row.empty() : row.text(job.last_error);
    if (job.state != "parked") return row.empty();
    row.cell([&](html::Writer& w) { show_acts(w, visit, job); });
}

web::Response show(web::Visit& visit) {
    auto const jobs = queue(visit.reader());
    auto const title = visit.text("jobs.page.title");
    return web::page(visit, {.title = title, .current = kAddress, .indexed = false}, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("jobs.page.lead")});
        if (jobs.empty())
            return ui::empty_state(w, {visit.text("jobs.page.empty"), visit.text("jobs.page.empty_text")});
        std::vector<ui::Column> columns;
        for (auto const* column : {"job", "state", "attempts", "next", "error", "act"})
            columns.push_back({visit.text(std::string("jobs.column.") + column)});
        ui::Table table(w, {title, columns, true});
        for (auto const& job : jobs) table.row([&](ui::Row& row) { show_row(row, visit, job); });
        table.end();
    });
}

using Act = Outcome<Done> (*)(storage::Transaction&, std::int64_t);

web::Response perform(web::Visit& visit, Act act, char const* says) {
    auto const job = visit.id<Id<struct JobTag>>("id").value;
    auto answer = visit.submit([&](storage::Transaction& tx) { return act(tx, job); },
                               [](Done) { return std::string(kAddress); });
    if (!answer) throw web::NotFound{};
    return web::announce(*answer, visit.request(), says);
}

}  // namespace

std::vector<Route> routes() {
    using web::Method;
    Door const door{Door::Kind::permission, std::string(kManage)};
    auto const at = [](char const* rest) { return std::string(kAddress) + rest; };
    return {
        {Method::get, kAddress, show, door},
        {Method::post, at("/{id}/neu"), [](web::Visit& visit) { return perform(visit, retry, "jobs.page.retried"); },
         door},
        {Method::post, at("/{id}/ende"),
         [](web::Visit& visit) { return perform(visit, give_up, "jobs.page.given_up"); }, door},
    };
}

NavigationEntry navigation() {
    return {95, "jobs.page.title", kAddress, {Door::Kind::permission, std::string(kManage)}};
}

}  // namespace lenkwerk::jobs::pages
