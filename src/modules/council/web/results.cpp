// The results of the bodies, all in one form: what most of them say is chosen 27 times, not on 27 pages.
#include "modules/council/commands/papers.hpp"
#include "modules/council/web/common.hpp"
#include "modules/council/web/pages.hpp"
#include "platform/web/api.hpp"

namespace lenkwerk::council {
namespace {

std::string field_of(ConsultationId id, std::string_view member) { return fmt::format("r{}-{}", id.value, member); }

void result_row(ui::OpenForm const& open, web::Visit& visit, store::Step const& step,
                std::vector<ui::Choice> const& choices) {
    open.w.put(R"(<fieldset class="lw-row"><legend class="lw-row__title">{} <span class="lw-muted">{}</span></legend>)",
               step.facts.body, when_and_role(visit, step.facts));
    ui::select(open, {{.name = field_of(step.id, "result"),
                       .label = visit.text("council.results.result"),
                       .need = ui::Need::optional},
                      choices,
                      visit.text("council.results.none")});
    ui::text_field(
        open,
        {{.name = field_of(step.id, "note"), .label = visit.text("council.results.note"), .need = ui::Need::optional},
         ui::TextKind::text,
         static_cast<int>(kLongestNote)});
    open.w.put("</fieldset>");
}

web::Response results_page(web::Visit& visit, web::Form form, int status) {
    auto const paper = paper_at(visit);
    auto const steps = store::steps_of(visit.reader(), paper.id);
    std::vector<ui::Choice> choices;
    for (auto const result : kConsultationResults)
        choices.push_back({std::string(word(result)), result_text(visit, result)});
    for (auto const& step : steps)
        form.preset(field_of(step.id, "result"), step.facts.result ? std::string(word(*step.facts.result)) : "")
            .preset(field_of(step.id, "note"), step.note);
    auto const title = visit.text("council.results.title");
    auto above = crumbs(visit);
    above.push_back({paper.facts.number, paper_address(paper.id)});
    web::Frame const frame{
        .title = title, .current = std::string(kNavigation), .breadcrumbs = above, .status = status, .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        w.put(R"(<div class="lw-review">)");
        ui::heading(w, {title, paper.facts.title, visit.text("council.results.lead")});
        ui::form(w, visit, form, {.action = paper_address(paper.id, "/ergebnisse"), .version = paper.version},
                 [&](ui::OpenForm const& open) {
                     for (auto const& step : steps) result_row(open, visit, step, choices);
                     ui::submit_row(open,
                                    {.label = visit.text("council.results.save"), .cancel = paper_address(paper.id)});
                 });
        w.put("</div>");
    });
}

// Only what was sent: a program may send one result alone.
std::vector<ResultEntry> entries_of(web::Fields const& form, std::span<store::Step const> steps) {
    std::vector<ResultEntry> entries;
    for (auto const& step : steps) {
        auto const result = field_of(step.id, "result"), note = field_of(step.id, "note");
        if (!form.has(result) && !form.has(note)) continue;
        entries.push_back({step.id, form.has(result) ? consultation_result_of(form.text(result)) : step.facts.result,
                           form.has(note) ? form.text(note) : step.note});
    }
    return entries;
}

}  // namespace

web::Response show_results_form(web::Visit& visit) { return results_page(visit, {}, 200); }

web::Response save_results(web::Visit& visit) {
    auto const paper = paper_at(visit);
    auto const& form = visit.form();
    auto const is_json = web::is_api(visit.request().path);
    Results const results{paper.id, entries_of(form, store::steps_of(visit.reader(), paper.id)), web::version_of(form),
                          visit.today()};
    auto answer = visit.submit([&](auto& tx) { return record_results(tx, results); },
                               [&](int) {
                                   return is_json ? fmt::format("/api/v1/papers/{}", paper.id.value)
                                                  : std::string(paper_address(paper.id, "#beratungsfolge").text());
                               });
    if (answer && is_json) return *std::move(answer);
    if (answer) return web::announce(*answer, visit.request(), "council.results.done");
    auto const status = web::status_of(answer.problems());
    if (is_json) return web::refused(visit.locale(), answer.problems(), status);
    return results_page(visit, web::Form(form, answer.problems()), status);
}

}  // namespace lenkwerk::council
