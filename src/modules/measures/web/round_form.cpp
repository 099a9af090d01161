// An organisation goes through all its activities on one page: short on a phone, without a script, saved partly or sent.
#include "modules/measures/store/reports.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/report_fields.hpp"
#include "modules/measures/web/round_common.hpp"
#include "modules/measures/web/visibility.hpp"

namespace lenkwerk::measures {
namespace {

void preset(web::Form& form, ActivityId id, ReportDraft const& draft) {
    auto const prefix = prefix_of(id);
    form.preset(prefix + "phase", std::string(word(draft.phase)))
        .preset(prefix + "text", draft.text)
        .preset(prefix + "evidence", draft.evidence)
        .preset(prefix + "audience", std::string(word(draft.audience.visibility())));
}

void preset(web::Form& form, web::Visit& visit, RoundForm const& asked) {
    auto const drafts = store::drafts_of(visit.reader(), asked.round.id, asked.organisation.id);
    for (auto const& line : asked.lines) {
        auto const draft = drafts.find(line.id);
        preset(form, line.id, draft == drafts.end() ? ReportDraft{line.phase, "", "", line.audience} : draft->second);
    }
}

std::vector<ui::Choice> phases(web::Visit& visit, Kind kind) {
    std::vector<ui::Choice> choices;
    for (auto const phase : kPhases)
        if (kind == Kind::measure || phase != Phase::done)
            choices.push_back({std::string(word(phase)), visit.text(fmt::format("measures.phase.{}", word(phase)))});
    return choices;
}

// What is rarely needed, folded away; open where something is wrong in it.
void show_more_fields(ui::OpenForm const& open, web::Visit& visit, std::string const& prefix) {
    bool const wrong =
        !open.form.problems_at(prefix + "evidence").empty() || !open.form.problems_at(prefix + "audience").empty();
    open.w.put(R"(<details{}><summary>{}</summary>)", html::when(wrong, "open"), visit.text("measures.rounds.more"));
    ui::text_field(open, {{.name = prefix + "evidence",
                           .label = visit.text("measures.report.evidence_field"),
                           .hint = visit.text("measures.report.evidence_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::text,
                          1000});
    ui::select(
        open, {{.name = prefix + "audience", .label = visit.text("measures.field.audience")}, audience_choices(visit)});
    open.w.put("</details>");
}

void show_line_fields(ui::OpenForm const& open, web::Visit& visit, store::Line const& line) {
    auto const prefix = prefix_of(line.id);
    ui::select(open,
               {{.name = prefix + "phase", .label = visit.text("measures.column.phase")}, phases(visit, line.kind)});
    ui::text_area(open, {{.name = prefix + "text",
                          .label = visit.text("measures.report.text"),
                          .hint = visit.text("measures.report.text_hint_round"),
                          .need = ui::Need::optional},
                         3,
                         5000});
    ui::checkbox(open,
                 {.name = prefix + "same", .label = visit.text("measures.rounds.same"), .need = ui::Need::optional});
    show_more_fields(open, visit, prefix);
}

void show_line(ui::OpenForm const& open, web::Visit& visit, store::Round const& round, store::Line const& line,
               FreshnessLimits const& limits) {
    auto const latest = store::latest_report(visit.reader(), reading_of(visit), line.id);
    bool const said = latest && latest->round == round.id;
    open.w.put(
        R"(<section class="lw-round-line{}"><h2><a class="kern-link" href="{}">{}</a></h2><p class="lw-badges">{}</p>)",
        said ? " lw-round-line--said" : "", activity_address(line.id), line.title, [&](html::Writer& badges) {
            phase_badge(badges, visit, line.phase);
            lateness_badge(badges, visit, line.phase, line.planned_start, line.planned_end);
            freshness_badge(badges, visit, line.phase, line.last_report, limits);
        });
    if (latest)
        open.w.put(R"(<p class="lw-quiet">{}: {}</p>)",
                   visit.text(said ? "measures.rounds.said" : "measures.report.last",
                              {{"day", visit.locale().day(latest->day)}}),
                   latest->facts.text);
    show_line_fields(open, visit, line);
    open.w.put("</section>");
}

void show_sheet_way(html::Writer& w, web::Visit& visit, RoundForm const& asked, web::Form const& form) {
    w.put(R"(<details class="lw-panel"{}><summary>{}</summary><p>{}</p>)", html::when(form.was_sent(), "open"),
          visit.text("measures.rounds.sheet_title"), visit.text("measures.rounds.sheet_lead"));
    ui::actions(w, {{visit.text("measures.rounds.sheet_out"),
                     round_address(asked.round.id, asked.organisation.id, "/tabelle"), "download"}});
    ui::form(w, visit, form,
             {.action = round_address(asked.round.id, asked.organisation.id, "/tabelle"),
              .sends = ui::Sends::files,
              .id_prefix = "sheet-",
              .label = visit.text("measures.rounds.sheet_in")},
             [&](ui::OpenForm const& open) {
                 ui::file_field(open, {{.name = "file", .label = visit.text("measures.rounds.sheet_file")}, ".xlsx"});
                 ui::submit_row(open, {.label = visit.text("measures.rounds.sheet_in")});
             });
    w.put("</details>");
}

void show_lines(html::Writer& w, web::Visit& visit, RoundForm const& asked, web::Form const& form) {
    auto const limits = limits_of(visit, asked.round.plan);
    ui::form(w, visit, form, {.action = round_address(asked.round.id, asked.organisation.id)},
             [&](ui::OpenForm const& open) {
                 for (auto const& line : asked.lines) show_line(open, visit, asked.round, line, limits);
                 ui::submit_row(open, {.label = visit.text("measures.rounds.submit"),
                                       .cancel = round_address(asked.round.id),
                                       .others = {{visit.text("measures.rounds.save"), "save", "1"}}});
             });
}

// What was sent of the activities that are asked about; "unchanged" writes the sentence that nobody should have to type.
Outcome<std::vector<StatusInput>> lines_of(web::Visit& visit, RoundForm const& asked) {
    auto const& form = visit.form();
    std::vector<StatusInput> lines;
    Problems problems;
    for (auto const& line : asked.lines) {
        auto const prefix = prefix_of(line.id);
        if (!form.has(prefix + "phase")) continue;
        auto draft = report_draft_of(form, prefix, line.phase);
        if (!draft) {
            problems.insert(problems.end(), draft.problems().begin(), draft.problems().end());
            continue;
        }
        if (draft->text.empty() && form.has(prefix + "same")) draft->text = visit.text("measures.rounds.unchanged");
        lines.push_back({line.id, *std::move(draft), visit.today()});
    }
    if (!problems.empty()) return problems;
    return lines;
}

}  // namespace

web::Response round_form_page(web::Visit& visit, RoundForm const& asked, RoundForms forms, int status) {
    preset(forms.answer, visit, asked);
    web::Frame const frame{.title = asked.organisation.name,
                           .current = std::string(kRounds),
                           .breadcrumbs = crumbs(visit, asked.round),
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        auto const key = asked.round.closed_at ? "measures.rounds.form_closed" : "measures.rounds.form_lead";
        ui::heading(w, {.title = asked.organisation.name,
                        .above = asked.round.title,
                        .lead = visit.text(key, {{"day", visit.locale().day(asked.round.deadline)}})});
        if (asked.lines.empty()) return ui::empty_state(w, {visit.text("measures.rounds.nothing_open")});
        if (asked.round.closed_at) return;
        show_sheet_way(w, visit, asked, forms.sheet);
        show_lines(w, visit, asked, forms.answer);
    });
}

web::Response show_round_form(web::Visit& visit) { return round_form_page(visit, round_form_at(visit), {}, 200); }

web::Response answer_round_page(web::Visit& visit) {
    auto const asked = round_form_at(visit);
    auto const lines = lines_of(visit, asked);
    bool const saves = visit.form().has("save");
    auto const round = asked.round.id;
    auto const back =
        saves ? fmt::format("/sachstandsrunden/{}/organisationen/{}", round.value, asked.organisation.id.value)
              : fmt::format("/sachstandsrunden/{}", round.value);
    auto answer = visit.submit(
        [&](auto& tx) -> Outcome<Done> {
            if (!lines) return lines.problems();
            return saves ? save_answer(tx, round, asked.organisation.id, *lines)
                         : answer_round(tx, round, asked.organisation.id, *lines);
        },
        [&](Done) { return back; });
    if (!answer) return round_form_page(visit, asked, {.answer = web::Form(visit.form(), answer.problems())}, 422);
    return web::announce(*answer, visit.request(), saves ? "measures.rounds.draft_saved" : "measures.rounds.thanks");
}

}  // namespace lenkwerk::measures
