// The office checks what was found in a paper, corrects it beside its source, and confirms.
#include "modules/council/commands/readings.hpp"
#include "modules/council/web/pages.hpp"
#include "modules/council/web/review_fields.hpp"
#include "modules/council/web/review_parts.hpp"
#include "platform/web/api.hpp"

namespace lenkwerk::council {
namespace {

store::Reading reading_at(web::Visit& visit) {
    auto const reading = store::find_reading(visit.reader(), visit.id<ReadingId>("id"));
    if (!reading) throw web::NotFound{};
    return *reading;
}

// A plan is asked for only where the paper orders one that is not there yet.
bool needs_plan(web::Visit& visit, PaperDraft const& draft, std::optional<store::Paper> const& stored) {
    if (draft.fields.empty() || (stored && stored->plan)) return false;
    return !draft.number || !store::plan_mandated_by(visit.reader(), draft.number->value);
}

std::optional<store::Paper> stored_paper(web::Visit& visit, PaperDraft const& draft) {
    return draft.number ? store::paper_numbered(visit.reader(), visit.viewer(), draft.number->value) : std::nullopt;
}

void show_known(html::Writer& w, web::Visit& visit, store::Reading const& reading, store::Paper const& stored) {
    auto const earlier = store::last_confirmed(visit.reader(), stored.id);
    auto const found = differences(earlier ? earlier->draft : PaperDraft{}, reading.draft);
    auto const key = found.empty() ? "council.review.same" : "council.review.differs";
    ui::notice(w, {visit.text("council.review.known"), visit.text(key),
                   found.empty() ? ui::NoticeKind::good : ui::NoticeKind::warning, [&](html::Writer& more) {
                       more.put(R"(<p><a class="kern-link" href="{}">{} {}</a></p>)", paper_address(stored.id),
                                stored.facts.number, stored.facts.title);
                   }});
    if (!found.empty()) difference_table(w, visit, visit.text("council.review.differences"), found);
}

void show_notes(html::Writer& w, web::Visit& visit, PaperDraft const& draft) {
    if (draft.withheld > 0)
        w.put("<p>{}</p>", visit.text("council.review.withheld", {{"count", std::int64_t{draft.withheld}}}));
    if (draft.unrecognised.empty()) return;
    w.put(R"(<details class="lw-details"><summary>{}</summary><ul>)",
          visit.text("council.review.unrecognised", {{"count", std::ssize(draft.unrecognised)}}));
    for (auto const& one : draft.unrecognised)
        w.put("<li>{}: {}</li>", visit.text("council.review.line", {{"line", std::to_string(one.line)}}), one.text);
    w.put("</ul></details>");
}

void confirmation_part(ui::OpenForm const& open, web::Visit& visit, bool with_plan) {
    open.w.put("<h2>{}</h2><p>{}</p>", visit.text("council.review.confirm_title"),
               visit.text("council.review.confirm_lead"));
    if (with_plan) {
        ui::text_field(open, {{.name = "plan_title",
                               .label = visit.text("council.review.plan_title"),
                               .hint = visit.text("council.review.plan_hint"),
                               .need = ui::Need::optional},
                              ui::TextKind::text,
                              200});
        ui::text_field(
            open, {{.name = "plan_motto", .label = visit.text("council.review.plan_motto"), .need = ui::Need::optional},
                   ui::TextKind::text,
                   200});
    }
    ui::choices(open, {{.name = "audience",
                        .label = visit.text("council.publication.audience"),
                        .hint = visit.text("council.review.audience_hint")},
                       audience_choices(visit)});
    ui::submit_row(open, {.label = visit.text("council.review.confirm"),
                          .cancel = html::Url{"/vorlagen/eingang"},
                          .others = {{visit.text("council.review.save"), "act", "save"}}});
}

void show_form(html::Writer& w, web::Visit& visit, web::Form& form, store::Reading const& reading,
               std::optional<store::Paper> const& stored) {
    preset(form, reading.draft);
    auto const audience = stored ? stored->audience : Audience::administration();
    form.preset("audience", std::string(lenkwerk::word(audience.visibility())))
        .preset("plan_title", reading.draft.title ? reading.draft.title->value : "");
    ui::form(w, visit, form, {.action = reading_address(reading.id), .version = reading.version},
             [&](ui::OpenForm const& open) {
                 Review const review(visit, open, reading);
                 review.paper_part();
                 review.sequence_part();
                 review.outline_part();
                 review.budget_part();
                 confirmation_part(open, visit, needs_plan(visit, reading.draft, stored));
             });
    ui::button_form(w, visit,
                    {visit.text("council.review.discard"), reading_address(reading.id, "/ende"), std::nullopt,
                     reading.file_name, true});
}

web::Response review_page(web::Visit& visit, store::Reading const& reading, web::Form form, int status) {
    auto const title = visit.text("council.review.title");
    auto above = crumbs(visit);
    above.push_back({visit.text("council.intake.title"), html::Url{"/vorlagen/eingang"}});
    web::Frame const frame{
        .title = title, .current = std::string(kNavigation), .breadcrumbs = above, .status = status, .indexed = false};
    auto const stored = stored_paper(visit, reading.draft);
    return web::page(visit, frame, [&](html::Writer& w) {
        w.put(R"(<div class="lw-review">)");
        ui::heading(w, {title, reading.file_name, visit.text("council.review.lead")});
        if (stored) show_known(w, visit, reading, *stored);
        show_notes(w, visit, reading.draft);
        show_form(w, visit, form, reading, stored);
        w.put("</div>");
    });
}

// Where saving leads: on with the review, or to the paper that was made.
Outcome<std::string> act_on(storage::Transaction& tx, web::Fields const& form, Confirmation const& confirmation,
                            bool is_json) {
    auto const id = confirmation.correction.id;
    if (form.text("act") == "save") {
        auto const saved = correct(tx, confirmation.correction);
        if (!saved) return saved.problems();
        return fmt::format("{}/{}", is_json ? "/api/v1/paper-readings" : "/vorlagen/eingang", id.value);
    }
    auto const paper = confirm(tx, confirmation);
    if (!paper) return paper.problems();
    return fmt::format("{}/{}", is_json ? "/api/v1/papers" : "/vorlagen", paper->value);
}

}  // namespace

web::Response show_review(web::Visit& visit) {
    auto const reading = reading_at(visit);
    if (reading.paper && reading.state == "confirmed")
        return web::Response::see_other(std::string(paper_address(*reading.paper).text()));
    if (reading.state != "open") throw web::NotFound{};
    return review_page(visit, reading, {}, 200);
}

web::Response save_review(web::Visit& visit) {
    auto const reading = reading_at(visit);
    auto const& form = visit.form();
    auto const is_json = web::is_api(visit.request().path);
    auto wanted = corrected(reading.draft, form);
    auto const title =
        form.has("plan_title") || !wanted.draft.title ? form.text("plan_title") : wanted.draft.title->value;
    Confirmation const confirmation{
        {reading.id, wanted.draft, web::version_of(form)}, title, form.text("plan_motto"), chosen_audience(form)};
    auto answer = wanted.problems.empty()
                      ? visit.submit([&](auto& tx) { return act_on(tx, form, confirmation, is_json); },
                                     [](std::string const& address) { return address; })
                      : Outcome<web::Response>(wanted.problems);
    if (answer && is_json) return *std::move(answer);
    auto const* const said = form.text("act") == "save" ? "council.review.saved" : "council.review.confirmed";
    if (answer) return web::announce(*answer, visit.request(), said);
    auto const status = web::status_of(answer.problems());
    if (is_json) return web::refused(visit.locale(), answer.problems(), status);
    return review_page(visit, reading, web::Form(form, answer.problems()), status);
}

web::Response discard_reading(web::Visit& visit) {
    auto const reading = reading_at(visit);
    auto answer = visit.submit([&](auto& tx) { return discard(tx, reading.id); },
                               [](auto const&) { return std::string("/vorlagen/eingang"); });
    if (answer) return web::announce(*answer, visit.request(), "council.review.discarded");
    return review_page(visit, reading, web::Form(visit.form(), answer.problems()), web::status_of(answer.problems()));
}

web::Response reopen_paper(web::Visit& visit) {
    auto const paper = paper_at(visit);
    auto answer = visit.submit([&](auto& tx) { return reopen(tx, paper.id); },
                               [](ReadingId id) { return std::string(reading_address(id).text()); });
    if (!answer) throw web::NotFound{};
    return *std::move(answer);
}

}  // namespace lenkwerk::council
