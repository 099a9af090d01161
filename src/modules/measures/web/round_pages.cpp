// Status rounds for the office: opening one, seeing who has answered, publishing what came in, closing it.
#include "modules/measures/store/reports.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/round_common.hpp"

#include <algorithm>
#include <charconv>

namespace lenkwerk::measures {
namespace {

RoundDraft draft_of(web::Visit& visit) {
    auto const& form = visit.form();
    RoundDraft draft{form.text("title"), Day::parse(form.text("deadline")).value_or(visit.today() - 1)};
    if (auto const first = Day::parse(form.text("period_first")))
        draft.period = Period{*first, Day::parse(form.text("period_last"))};
    for (auto const& typed : form.all("organisations")) {
        people::OrganisationId id;
        std::from_chars(typed.data(), typed.data() + typed.size(), id.value);
        draft.organisations.push_back(id);
    }
    return draft;
}

std::vector<ui::Choice> responsible(web::Visit& visit, plan::PlanId plan) {
    std::vector<ui::Choice> choices;
    auto const counts = store::open_activities(visit.reader(), plan);
    for (auto const& organisation : people::organisations(visit.reader()))
        if (auto const open = counts.find(organisation.id); open != counts.end())
            choices.push_back({std::to_string(organisation.id.value), organisation.name,
                               visit.text("measures.rounds.open_activities", {{"count", open->second}})});
    return choices;
}

void show_open_fields(ui::OpenForm const& open, web::Visit& visit, plan::PlanId plan) {
    ui::text_field(open, {{.name = "title",
                           .label = visit.text("measures.rounds.name"),
                           .hint = visit.text("measures.rounds.name_hint")},
                          ui::TextKind::text,
                          200});
    ui::day_field(open, {{.name = "deadline", .label = visit.text("measures.rounds.deadline")}, visit.today()});
    ui::day_field(open, {{.name = "period_first",
                          .label = visit.text("measures.rounds.period_first"),
                          .hint = visit.text("measures.rounds.period_hint"),
                          .need = ui::Need::optional}});
    ui::day_field(
        open,
        {{.name = "period_last", .label = visit.text("measures.rounds.period_last"), .need = ui::Need::optional}});
    ui::choices(open, {{.name = "organisations",
                        .label = visit.text("measures.rounds.organisations"),
                        .hint = visit.text("measures.rounds.organisations_hint"),
                        .need = ui::Need::optional},
                       responsible(visit, plan),
                       ui::Many::several});
    ui::submit_row(open, {.label = visit.text("measures.rounds.open"), .cancel = html::Url{"/sachstandsrunden"}});
}

web::Response show_new(web::Visit& visit, web::Form form, int status) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) throw web::NotFound{};
    form.preset("deadline", (visit.today() + 14).iso());
    auto const title = visit.text("measures.rounds.open");
    return web::page(visit,
                     {.title = title,
                      .current = std::string(kRounds),
                      .breadcrumbs = {{visit.text("measures.rounds.title"), html::Url{"/sachstandsrunden"}}},
                      .width = web::Width::reading,
                      .status = status,
                      .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .lead = visit.text("measures.rounds.open_lead")});
                         ui::form(w, visit, form, {.action = html::Url{"/sachstandsrunden"}},
                                  [&](ui::OpenForm const& open) { show_open_fields(open, visit, plan->id); });
                     });
}

// Where somebody goes from the list: the office to the round, an organisation to its own form.
html::Url way_into(web::Visit& visit, store::Round const& round) {
    auto const own = people::own_organisations(visit.actor());
    bool const one = !visit.actor().may(kManage) && own.size() == 1 && !round.closed_at;
    return one && store::is_asked(visit.reader(), round.id, own.front()) ? round_address(round.id, own.front())
                                                                         : round_address(round.id);
}

// The answers that the visitor may see: all for the office, the own ones for the others.
std::vector<store::Answer> answers(web::Visit& visit, store::Round const& round) {
    auto found = store::answers_of(visit.reader(), round.id);
    std::erase_if(found, [&](store::Answer const& answer) {
        return !visit.actor().may(kReport, {"organisation", answer.organisation.value});
    });
    std::stable_sort(found.begin(), found.end(), [](store::Answer const& left, store::Answer const& right) {
        return !left.answered_at && right.answered_at;
    });
    return found;
}

ui::Tone tone_of(AnswerState state) {
    switch (state) {
        case AnswerState::waiting: return ui::Tone::warning;
        case AnswerState::overdue: return ui::Tone::bad;
        case AnswerState::answered: return ui::Tone::good;
        case AnswerState::answered_late: return ui::Tone::good;
    }
    throw std::logic_error("unknown state of an answer");
}

void show_answers(html::Writer& w, web::Visit& visit, store::Round const& round) {
    auto const counts = store::open_activities(visit.reader(), round.plan);
    ui::Table table(w, {visit.text("measures.rounds.answers"),
                        {{visit.text("measures.column.responsible")},
                         {visit.text("measures.rounds.open_column"), ui::Align::number},
                         {visit.text("measures.rounds.answered")}}});
    for (auto const& answer : answers(visit, round))
        table.row([&](ui::Row& row) {
            if (round.closed_at)
                row.text(answer.name);
            else
                row.link(answer.name, round_address(round.id, answer.organisation));
            auto const count = counts.find(answer.organisation);
            row.text(visit.locale().number(count == counts.end() ? 0 : count->second));
            row.cell([&](html::Writer& cell) {
                auto const state = state_of(visit, round, answer);
                ui::badge(cell, visit.text(fmt::format("measures.rounds.state_{}", word(state))), tone_of(state));
                if (answer.answered_at) cell.put(" {}", visit.locale().moment(*answer.answered_at));
            });
        });
    table.end();
}

void show_progress(html::Writer& w, web::Visit& visit, store::Round const& round) {
    auto const all = store::answers_of(visit.reader(), round.id);
    auto const there =
        std::count_if(all.begin(), all.end(), [](store::Answer const& answer) { return !!answer.answered_at; });
    w.put("<p>{}</p>", visit.text("measures.rounds.progress",
                                  {{"there", std::int64_t{there}}, {"all", static_cast<std::int64_t>(all.size())}}));
}

void show_acts(html::Writer& w, web::Visit& visit, store::Round const& round) {
    auto const reports = store::reports_of_round(visit.reader(), reading_of(visit), round.id);
    auto const hidden = std::count_if(reports.begin(), reports.end(), [](store::Report const& report) {
        return report.facts.audience != Audience::everyone();
    });
    w.put(R"(<section class="lw-panel"><h2>{}</h2><p>{}</p><div class="lw-actions">)",
          visit.text("measures.rounds.reports"),
          visit.text("measures.rounds.reports_text",
                     {{"count", static_cast<std::int64_t>(reports.size())}, {"hidden", std::int64_t{hidden}}}));
    if (hidden > 0)
        ui::button_form(w, visit, {visit.text("measures.rounds.publish"), round_address(round.id, "/sichtbarkeit")});
    if (!round.closed_at)
        ui::button_form(w, visit,
                        {.label = visit.text("measures.rounds.close"),
                         .action = round_address(round.id, "/ende"),
                         .weighty = true});
    w.put("</div></section>");
}

}  // namespace

web::Response list_rounds_page(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    auto const title = visit.text("measures.rounds.title");
    auto const rounds = plan ? store::rounds_of(visit.reader(), plan->id) : std::vector<store::Round>{};
    std::vector<ui::Action> actions;
    if (plan && visit.actor().may(kManage))
        actions = {{visit.text("measures.rounds.open"), html::Url{"/sachstandsrunden/neu"}, "add"}};
    return web::page(visit, {.title = title, .current = std::string(kRounds), .indexed = false}, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("measures.rounds.lead"), .actions = actions});
        std::vector<ui::Card> cards;
        for (auto const& round : rounds)
            cards.push_back({round.title, way_into(visit, round), state_text(visit, round), period_text(visit, round)});
        if (cards.empty())
            return ui::empty_state(w, {visit.text("measures.rounds.none"), visit.text("measures.rounds.none_text")});
        ui::cards(w, cards);
    });
}

web::Response show_new_round(web::Visit& visit) { return show_new(visit, {}, 200); }

web::Response open_round_page(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) throw web::NotFound{};
    auto const draft = draft_of(visit);
    auto answer = visit.submit([&](auto& tx) { return open_round(tx, plan->id, draft, visit.today()); },
                               [](StatusRoundId id) { return fmt::format("/sachstandsrunden/{}", id.value); });
    if (!answer) return show_new(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "measures.rounds.opened");
}

web::Response show_round(web::Visit& visit) {
    auto const round = round_at(visit);
    return web::page(
        visit,
        {.title = round.title,
         .current = std::string(kRounds),
         .breadcrumbs = {{visit.text("measures.rounds.title"), html::Url{"/sachstandsrunden"}}},
         .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w,
                        {.title = round.title, .above = state_text(visit, round), .lead = period_text(visit, round)});
            if (visit.actor().may(kManage)) show_progress(w, visit, round);
            show_answers(w, visit, round);
            if (visit.actor().may(kManage)) show_acts(w, visit, round);
        });
}

web::Response publish_round_page(web::Visit& visit) {
    auto const id = round_at(visit).id;
    auto const address = fmt::format("/sachstandsrunden/{}", id.value);
    auto answer = visit.submit([&](auto& tx) { return publish_round(tx, id); }, [&](int) { return address; });
    if (answer) return web::announce(*answer, visit.request(), "measures.rounds.published");
    auto back = web::Response::see_other(address);
    return web::announce(back, visit.request(), answer.problems().front().key);
}

web::Response close_round_page(web::Visit& visit) {
    auto const id = round_at(visit).id;
    auto const address = fmt::format("/sachstandsrunden/{}", id.value);
    auto answer = visit.submit([&](auto& tx) { return close_round(tx, id); }, [&](Done) { return address; });
    if (answer) return web::announce(*answer, visit.request(), "measures.rounds.is_closed");
    auto back = web::Response::see_other(address);
    return web::announce(back, visit.request(), answer.problems().front().key);
}

}  // namespace lenkwerk::measures
