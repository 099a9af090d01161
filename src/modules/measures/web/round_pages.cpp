// Status rounds: the office opens one and sees who has not answered; an organisation goes through all its activities on one page.
#include "modules/measures/store/reports.hpp"
#include "modules/measures/web/common.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/report_fields.hpp"
#include "modules/people/people.hpp"

namespace lenkwerk::measures {
namespace {

constexpr std::string_view kRounds = "/sachstandsrunden";

html::Url round_address(StatusRoundId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/sachstandsrunden/{}{}", id.value, rest));
}

store::Round round_at(web::Visit& visit) {
    auto const round = store::find_round(visit.reader(), visit.id<StatusRoundId>("id"));
    if (!round) throw web::NotFound{};
    return *round;
}

std::vector<web::Crumb> above(web::Visit& visit) {
    return {{visit.text("measures.rounds.title"), html::Url{"/sachstandsrunden"}}};
}

std::string state_text(web::Visit& visit, store::Round const& round) {
    if (round.closed_at) return visit.text("measures.rounds.closed");
    return visit.text("measures.rounds.until", {{"day", visit.locale().day(round.deadline)}});
}

void show_open_form(html::Writer& w, web::Visit& visit, web::Form form) {
    if (!visit.actor().may(kManage)) return;
    form.preset("deadline", (visit.today() + 14).iso());
    w.put("<h2>{}</h2><p>{}</p>", visit.text("measures.rounds.open"), visit.text("measures.rounds.open_lead"));
    ui::form(w, visit, form, {.action = html::Url{"/sachstandsrunden"}}, [&](ui::OpenForm const& open) {
        ui::text_field(open, {{.name = "title",
                               .label = visit.text("measures.rounds.name"),
                               .hint = visit.text("measures.rounds.name_hint")},
                              ui::TextKind::text,
                              200});
        ui::day_field(open, {{.name = "deadline", .label = visit.text("measures.rounds.deadline")}, visit.today()});
        ui::submit_row(open, {.label = visit.text("measures.rounds.open")});
    });
}

web::Response show_list(web::Visit& visit, web::Form const& form, int status) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    auto const title = visit.text("measures.rounds.title");
    return web::page(
        visit, {.title = title, .current = std::string(kRounds), .status = status, .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .lead = visit.text("measures.rounds.lead")});
            auto const rounds = plan ? store::rounds_of(visit.reader(), plan->id) : std::vector<store::Round>{};
            std::vector<ui::Card> cards;
            for (auto const& round : rounds)
                cards.push_back({round.title, round_address(round.id), state_text(visit, round)});
            if (cards.empty())
                ui::empty_state(w, {visit.text("measures.rounds.none"), visit.text("measures.rounds.none_text")});
            if (!cards.empty()) ui::cards(w, cards);
            show_open_form(w, visit, form);
        });
}

void show_answers(html::Writer& w, web::Visit& visit, store::Round const& round) {
    ui::Table table(w, {visit.text("measures.rounds.answers"),
                        {{visit.text("measures.column.responsible")}, {visit.text("measures.rounds.answered")}}});
    for (auto const& answer : store::answers_of(visit.reader(), round.id)) {
        bool const may = visit.actor().may(kReport, {"organisation", answer.organisation.value});
        table.row([&](ui::Row& row) {
            if (may && !round.closed_at)
                row.link(answer.name,
                         round_address(round.id, fmt::format("/organisationen/{}", answer.organisation.value)));
            else
                row.text(answer.name);
            row.cell([&](html::Writer& cell) {
                if (answer.answered_at) return cell.put("{}", visit.locale().moment(*answer.answered_at));
                ui::badge(cell, visit.text("measures.rounds.not_answered"),
                          round.deadline < visit.today() ? ui::Tone::bad : ui::Tone::warning);
            });
        });
    }
    table.end();
}

people::OrganisationLine organisation_at(web::Visit& visit) {
    auto const id = visit.id<people::OrganisationId>("organisation");
    visit.require(visit.actor().may(kReport, {"organisation", id.value}));
    auto const found = people::organisation(visit.reader(), id);
    if (!found) throw web::NotFound{};
    return *found;
}

std::vector<store::Line> open_lines(web::Visit& visit, people::OrganisationId id) {
    auto lines = store::of_organisation(visit.reader(), reading_of(visit), id);
    std::erase_if(lines, [](store::Line const& line) { return is_over(line.phase); });
    return lines;
}

void show_line(ui::OpenForm const& open, web::Visit& visit, store::Line const& line) {
    open.w.put(R"(<section class="lw-round-line"><h2><a class="kern-link" href="{}">{}</a></h2>)",
               activity_address(line.id), line.title);
    if (auto const latest = store::latest_report(visit.reader(), reading_of(visit), line.id))
        open.w.put("<p>{}: {}</p>", visit.text("measures.report.last", {{"day", visit.locale().day(latest->day)}}),
                   latest->facts.text);
    report_fields(open, visit, line.kind, std::to_string(line.id.value) + ".");
    open.w.put("</section>");
}

web::Response show_form(web::Visit& visit, web::Form form, int status) {
    auto const round = round_at(visit);
    auto const organisation = organisation_at(visit);
    auto const lines = open_lines(visit, organisation.id);
    for (auto const& line : lines) {
        auto const prefix = std::to_string(line.id.value) + ".";
        form.preset(prefix + "phase", std::string(word(line.phase)))
            .preset(prefix + "audience", std::string(word(line.audience.visibility())));
    }
    web::Frame const frame{.title = round.title,
                           .current = std::string(kRounds),
                           .breadcrumbs = above(visit),
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w,
                    {.title = organisation.name,
                     .above = round.title,
                     .lead = visit.text("measures.rounds.form_lead", {{"day", visit.locale().day(round.deadline)}})});
        if (lines.empty()) ui::empty_state(w, {visit.text("measures.rounds.nothing_open")});
        auto const action = round_address(round.id, fmt::format("/organisationen/{}", organisation.id.value));
        ui::form(w, visit, form, {.action = action}, [&](ui::OpenForm const& open) {
            for (auto const& line : lines) show_line(open, visit, line);
            ui::submit_row(open, {.label = visit.text("measures.rounds.submit"), .cancel = round_address(round.id)});
        });
    });
}

}  // namespace

web::Response list_rounds_page(web::Visit& visit) { return show_list(visit, {}, 200); }

web::Response open_round_page(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) throw web::NotFound{};
    auto const title = visit.form().text("title");
    auto const deadline = Day::parse(visit.form().text("deadline")).value_or(visit.today() - 1);
    auto answer = visit.submit([&](auto& tx) { return open_round(tx, plan->id, title, deadline, visit.today()); },
                               [](StatusRoundId id) { return fmt::format("/sachstandsrunden/{}", id.value); });
    if (!answer) return show_list(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "measures.rounds.opened");
}

web::Response show_round(web::Visit& visit) {
    auto const round = round_at(visit);
    return web::page(
        visit, {.title = round.title, .current = std::string(kRounds), .breadcrumbs = above(visit), .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = round.title, .above = state_text(visit, round)});
            show_answers(w, visit, round);
            if (visit.actor().may(kManage) && !round.closed_at)
                ui::button_form(w, visit,
                                {.label = visit.text("measures.rounds.close"),
                                 .action = round_address(round.id, "/ende"),
                                 .weighty = true});
        });
}

web::Response close_round_page(web::Visit& visit) {
    auto const id = round_at(visit).id;
    auto answer = visit.submit([&](auto& tx) { return close_round(tx, id); },
                               [&](Done) { return fmt::format("/sachstandsrunden/{}", id.value); });
    return answer ? *answer : web::Response::see_other(fmt::format("/sachstandsrunden/{}", id.value));
}

web::Response show_round_form(web::Visit& visit) { return show_form(visit, {}, 200); }

web::Response answer_round_page(web::Visit& visit) {
    auto const round = round_at(visit);
    auto const organisation = organisation_at(visit).id;
    std::vector<StatusInput> lines;
    for (auto const& line : open_lines(visit, organisation))
        lines.push_back(report_of(visit, line.id, std::to_string(line.id.value) + "."));
    auto answer = visit.submit([&](auto& tx) { return answer_round(tx, round.id, organisation, lines); },
                               [&](Done) { return fmt::format("/sachstandsrunden/{}", round.id.value); });
    if (!answer) return show_form(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "measures.rounds.thanks");
}

}  // namespace lenkwerk::measures
