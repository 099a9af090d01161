// The form that begins a series of sessions, and the button that ends it.
#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/web/session_fields.hpp"

namespace lenkwerk::bodies {
namespace {

SeriesDraft draft_of(web::Visit& visit) {
    auto const& sent = visit.form();
    SeriesDraft draft{Day::parse(sent.text("first")).value_or(visit.today()), number_of(sent, "every_months", 0),
                      start_minute_of(sent), number_of(sent, "minutes", 0), sent.text("place")};
    draft.last = Day::parse(sent.text("last"));
    draft.invitation_days = number_of(sent, "invitation_days", 0);
    return draft;
}

void fields(ui::OpenForm const& open, web::Visit& visit, html::Url const& back) {
    ui::day_field(open, {{.name = "first",
                          .label = visit.text("bodies.field.series_first"),
                          .hint = visit.text("bodies.field.series_first_hint")}});
    ui::text_field(open, {{.name = "every_months", .label = visit.text("bodies.field.every_months")},
                          ui::TextKind::number,
                          2,
                          "",
                          visit.text("bodies.field.every_months_unit")});
    time_and_place(open, visit);
    ui::text_field(open, {{.name = "invitation_days", .label = visit.text("bodies.field.invitation_days")},
                          ui::TextKind::number,
                          2,
                          "",
                          visit.text("bodies.field.invitation_days_unit")});
    ui::day_field(open,
                  {{.name = "last", .label = visit.text("bodies.field.series_last"), .need = ui::Need::optional}});
    ui::submit_row(open, {.label = visit.text("bodies.series.start"), .cancel = back});
}

web::Response show_form(web::Visit& visit, store::Body const& body, web::Form form) {
    preset_time_and_place(form, 14 * 60, 120, "");
    form.preset("every_months", "3").preset("invitation_days", "14");
    auto const back = body_address(body.id);
    FormPage const page{
        visit.text("bodies.series.new"), above(visit, body), body_address(body.id, "/reihen"), back, std::nullopt,
        visit.text("bodies.series.lead")};
    return form_page(visit, page, form, [&](ui::OpenForm const& open) { fields(open, visit, back); });
}

}  // namespace

web::Response show_new_series(web::Visit& visit) { return show_form(visit, body_at(visit), {}); }

web::Response start_series_page(web::Visit& visit) {
    auto const body = body_at(visit);
    auto const draft = draft_of(visit);
    auto answer = visit.submit([&](auto& tx) { return start_series(tx, body.id, draft, visit.today()); },
                               [&](SeriesId) { return text_of(body_address(body.id)); });
    if (!answer) return show_form(visit, body, web::Form(visit.form(), answer.problems()));
    return web::announce(*answer, visit.request(), "bodies.series.started");
}

web::Response end_series_page(web::Visit& visit) {
    auto const body = body_at(visit);
    auto const series = visit.id<SeriesId>("series");
    auto answer = visit.submit([&](auto& tx) { return end_series(tx, series, visit.today()); },
                               [&](Done) { return text_of(body_address(body.id)); });
    if (!answer) throw web::NotFound{};
    return web::announce(*answer, visit.request(), "bodies.series.ended");
}

}  // namespace lenkwerk::bodies
