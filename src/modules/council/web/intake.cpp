// Where the office brings a paper in: a file or its text, and what waits to be checked.
#include "modules/council/commands/readings.hpp"
#include "modules/council/store/readings.hpp"
#include "modules/council/web/common.hpp"
#include "modules/council/web/pages.hpp"
#include "platform/web/api.hpp"

namespace lenkwerk::council {
namespace {

void show_waiting(html::Writer& w, web::Visit& visit) {
    auto const waiting = store::open_readings(visit.reader());
    if (waiting.empty()) return;
    auto const title = visit.text("council.intake.waiting");
    ui::Table table(w, {title,
                        {{visit.text("council.member.title")},
                         {visit.text("council.member.number")},
                         {visit.text("council.intake.taken_at")},
                         {visit.text("council.intake.file")}}});
    for (auto const& one : waiting)
        table.row([&](ui::Row& row) {
            row.link(one.title.empty() ? visit.text("council.intake.untitled") : one.title, reading_address(one.id));
            row.text(one.number);
            row.text(visit.locale().moment(one.taken_at));
            row.text(one.file_name);
        });
    table.end();
}

web::Response intake_page(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("council.intake.title");
    web::Frame const frame{.title = title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = crumbs(visit),
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("council.intake.lead")});
        show_waiting(w, visit);
        ui::form(w, visit, form, {.action = html::Url{"/vorlagen/eingang"}, .sends = ui::Sends::files},
                 [&](ui::OpenForm const& open) {
                     ui::file_field(open, {{.name = "file",
                                            .label = visit.text("council.intake.choose_file"),
                                            .hint = visit.text("council.intake.file_hint"),
                                            .need = ui::Need::optional},
                                           ".txt,.pdf,text/plain,application/pdf"});
                     ui::text_area(open, {{.name = "text",
                                           .label = visit.text("council.intake.text"),
                                           .hint = visit.text("council.intake.text_hint"),
                                           .need = ui::Need::optional},
                                          6,
                                          1'000'000});
                     ui::submit_row(open,
                                    {.label = visit.text("council.intake.read"), .cancel = html::Url{"/vorlagen"}});
                 });
    });
}

struct Sent {
    std::string name, content;
};
Sent sent_paper(web::Visit& visit) {
    auto const& form = visit.form();
    auto const* file = form.upload("file");
    if (file && !(file->file_name.empty() && file->content.empty())) return {file->file_name, file->content};
    return {form.text("file_name"), form.raw("text")};
}

}  // namespace

web::Response show_intake(web::Visit& visit) { return intake_page(visit, {}, 200); }

// The file is read before the transaction begins: a PDF takes its time, and there is one writer.
web::Response take_in_paper(web::Visit& visit) {
    auto const is_json = web::is_api(visit.request().path);
    auto const sent = sent_paper(visit);
    auto const reading = read_file_of_paper(sent.content);
    auto answer = reading ? visit.submit([&](auto& tx) { return take_in(tx, sent.name, *reading); },
                                         [&](ReadingId id) {
                                             return is_json ? fmt::format("/api/v1/paper-readings/{}", id.value)
                                                            : std::string(reading_address(id).text());
                                         })
                          : Outcome<web::Response>(reading.problems());
    if (answer && is_json) return web::created(std::string(answer->headers.front().second));
    if (answer) return *std::move(answer);
    auto const status = web::status_of(answer.problems());
    if (is_json) return web::refused(visit.locale(), answer.problems(), status);
    return intake_page(visit, web::Form(visit.form(), answer.problems()), status);
}

}  // namespace lenkwerk::council
