// A paper: what it asks, its way through the bodies with the position reached, and whether the way is in order.
#include "modules/council/commands/papers.hpp"
#include "modules/council/commands/readings.hpp"
#include "modules/council/store/readings.hpp"
#include "modules/council/web/common.hpp"
#include "modules/council/web/pages.hpp"
#include "modules/plan/plan.hpp"
#include "platform/web/api.hpp"
#include "platform/web/panels.hpp"

#include <set>

namespace lenkwerk::council {
namespace {

std::string publicity_text(web::Visit& visit, PaperFacts const& facts) {
    if (!facts.is_public) return {};
    return visit.text(*facts.is_public ? "council.value.public" : "council.value.not_public");
}

// What a paper writes where it has nothing to say: "-".
std::string unless_dash(std::string const& text) { return text == "-" || text == "–" ? std::string() : text; }

void show_facts(html::Writer& w, web::Visit& visit, PaperFacts const& facts) {
    ui::DescriptionList list(w);
    list.fact(visit.text("council.member.number"), facts.number);
    list.fact(visit.text("council.member.date"), facts.date ? visit.locale().day(*facts.date) : "");
    list.fact(visit.text("council.member.division"), facts.division);
    list.fact(visit.text("council.member.urgency"), facts.urgency.empty() || !unless_dash(facts.urgency).empty()
                                                        ? facts.urgency
                                                        : visit.text("council.value.none_given"));
    list.fact(visit.text("council.member.public"), publicity_text(visit, facts));
    list.fact(visit.text("council.member.competence"), facts.competence);
    if (facts.deviation.deviates)
        list.fact(visit.text("council.member.deviation"),
                  facts.deviation.reason.empty() ? visit.text("council.paper.deviates") : facts.deviation.reason);
    list.end();
}

void show_texts(html::Writer& w, web::Visit& visit, PaperFacts const& facts) {
    if (!facts.draft_resolution.empty())
        w.put(R"(<section class="lw-panel"><h2>{}</h2><blockquote class="lw-quote">{}</blockquote></section>)",
              visit.text("council.member.draft_resolution"), facts.draft_resolution);
    auto const has_effects = !(facts.staff_effects + facts.financial_effects + facts.climate_effects).empty();
    if (has_effects) {
        w.put("<h2>{}</h2>", visit.text("council.paper.effects"));
        ui::DescriptionList list(w);
        list.fact(visit.text("council.member.staff"), facts.staff_effects);
        list.fact(visit.text("council.member.financial"), facts.financial_effects);
        list.fact(visit.text("council.member.climate"), facts.climate_effects);
        list.end();
    }
    if (!facts.reasons.empty())
        w.put(R"(<details class="lw-details"><summary>{}</summary><div class="lw-pre">{}</div></details>)",
              visit.text("council.member.reasons"), facts.reasons);
}

ui::Progress progress_of(std::size_t index, std::span<Consultation const> facts, SequencePosition const& reached) {
    if (facts[index].result && *facts[index].result != ConsultationResult::postponed) return ui::Progress::done;
    if (reached.next && *reached.next == index) return ui::Progress::current;
    auto const is_over = reached.progress == Progress::decided || reached.progress == Progress::withdrawn;
    return is_over ? ui::Progress::skipped : ui::Progress::open;
}

void show_step(html::Writer& w, web::Visit& visit, store::Step const& step) {
    if (step.facts.result) ui::badge(w, result_text(visit, *step.facts.result), tone_of(*step.facts.result));
    if (!step.note.empty()) w.put(R"( <span class="lw-muted">{}</span>)", step.note);
    if (step.body_id)
        w.put(R"( <a class="kern-link lw-small" href="/gremien/{}">{}<span class="kern-sr-only"> {}</span></a>)",
              *step.body_id, visit.text("council.step.body"), step.facts.body);
}

void show_checks(html::Writer& w, web::Visit& visit, std::span<Consultation const> facts, Deviation const& deviation) {
    auto const problems = check_sequence(facts, deviation);
    if (problems.empty()) {
        auto const* key = deviation.deviates ? "council.check.good_with_deviation" : "council.check.good";
        return ui::notice(w, {visit.text("council.check.good_title"), visit.text(key), ui::NoticeKind::good});
    }
    if (!visit.actor().may(kImport)) return;  // only the office can mend what it says
    ui::notice(w, {visit.text("council.check.title"), "", ui::NoticeKind::warning, [&](html::Writer& more) {
                       more.put(R"(<ul class="lw-alert__list">)");
                       for (auto const& problem : problems) more.put("<li>{}</li>", visit.locale().explain(problem));
                       more.put("</ul>");
                   }});
}

void show_sequence(html::Writer& w, web::Visit& visit, store::Paper const& paper, std::span<store::Step const> steps) {
    auto const facts = facts_of(steps);
    auto const reached = position(facts);
    w.put(R"(<section class="lw-paper-sequence" id="beratungsfolge"><h2>{}</h2>)",
          visit.text("council.sequence.title"));
    w.put("<p><strong>{}</strong></p>", position_text(visit, facts));
    show_checks(w, visit, facts, paper.facts.deviation);
    std::vector<ui::Step> shown;
    for (std::size_t i = 0; i < steps.size(); ++i)
        shown.push_back({steps[i].facts.body, when_and_role(visit, steps[i].facts), progress_of(i, facts, reached),
                         [&visit, step = steps[i]](html::Writer& more) { show_step(more, visit, step); }});
    if (!shown.empty()) ui::sequence(w, visit.locale(), shown);
    w.put("</section>");
}

// The topics that came from the paper and stand in the plan as the viewer sees it: what is below a hidden topic is hidden with it.
std::vector<store::Origin> visible_topics(web::Visit& visit, plan::PlanId plan, std::string const& number) {
    std::set<plan::TopicId> visible;
    for (auto const& line : plan::outline(visit.reader(), visit.viewer(), plan)) visible.insert(line.id);
    auto topics = store::topics_from(visit.reader(), visit.viewer(), plan, number);
    std::erase_if(topics, [&](auto const& topic) { return !visible.contains(topic.topic); });
    return topics;
}

void show_plan(html::Writer& w, web::Visit& visit, store::Paper const& paper) {
    auto const plan = paper.plan ? plan::plan_of(visit.reader(), visit.viewer(), *paper.plan) : std::nullopt;
    if (!plan) return;
    auto const topics = visible_topics(visit, plan->id, paper.facts.number);
    w.put(R"(<section class="lw-panel"><h2>{}</h2><p><a class="kern-link" href="/plaene/{}">{}</a></p>)",
          visit.text("council.paper.plan"), plan->id, plan->title);
    if (!topics.empty()) {
        w.put(R"(<details class="lw-details"><summary>{}</summary><ul class="lw-origins">)",
              visit.text("council.paper.topics", {{"count", std::ssize(topics)}}));
        for (auto const& topic : topics)
            w.put(R"(<li><a class="kern-link" href="/themen/{}">{} {}</a></li>)", topic.topic, topic.number,
                  topic.title);
        w.put("</ul></details>");
    }
    w.put("</section>");
}

void show_corrections(html::Writer& w, web::Visit& visit, PaperId id) {
    auto const reading = store::last_confirmed(visit.reader(), id);
    if (!reading) return;
    auto const found = differences(reading->as_read, reading->draft);
    if (found.empty()) return;
    w.put(R"(<details class="lw-details"><summary>{}</summary>)",
          visit.text("council.paper.corrections", {{"count", std::ssize(found)}}));
    difference_table(w, visit, visit.text("council.paper.corrections_caption"), found);
    w.put("</details>");
}

void show_office_forms(html::Writer& w, web::Visit& visit, web::Form form, store::Paper const& paper) {
    auto const& actor = visit.actor();
    if (actor.may(kImport))
        ui::button_form(w, visit, {visit.text("council.paper.reopen"), paper_address(paper.id, "/berichtigung")});
    if (!actor.may(kPublish)) return;
    form.preset("audience", std::string(lenkwerk::word(paper.audience.visibility())));
    w.put("<h2>{}</h2>", visit.text("council.publication.title"));
    ui::form(w, visit, form, {.action = paper_address(paper.id, "/sichtbarkeit"), .version = paper.version},
             [&](ui::OpenForm const& open) {
                 ui::choices(open, {{.name = "audience",
                                     .label = visit.text("council.publication.audience"),
                                     .hint = visit.text("council.publication.hint")},
                                    audience_choices(visit)});
                 ui::submit_row(open, {.label = visit.text("council.publication.save")});
             });
}

web::Response paper_page(web::Visit& visit, store::Paper const& paper, web::Form const& form, int status) {
    auto const steps = store::steps_of(visit.reader(), paper.id);
    web::Frame const frame{.title = paper.facts.number + " " + paper.facts.title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = crumbs(visit),
                           .description = paper.facts.draft_resolution,
                           .status = status};
    std::vector<ui::Action> actions;
    if (visit.actor().may(kRecord) && !steps.empty())
        actions.push_back({visit.text("council.results.title"), paper_address(paper.id, "/ergebnisse"), "edit"});
    auto page = web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {paper.facts.title, visit.text("council.paper.numbered", {{"number", paper.facts.number}}),
                        steps.empty() ? "" : position_text(visit, facts_of(steps)),
                        [&](html::Writer& beside) { audience_badge(beside, visit, paper.audience); }, actions});
        show_texts(w, visit, paper.facts);
        show_facts(w, visit, paper.facts);
        show_plan(w, visit, paper);
        web::show_panels(visit, "council.paper", {"paper", paper.id.value}, w);
        show_sequence(w, visit, paper, steps);
        show_corrections(w, visit, paper.id);
        show_office_forms(w, visit, form, paper);
    });
    if (status == 200) page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace

web::Response show_paper(web::Visit& visit) { return paper_page(visit, paper_at(visit), {}, 200); }

web::Response show_paper_publication(web::Visit& visit) {
    auto const paper = paper_at(visit);
    auto const& form = visit.form();
    auto const is_json = web::is_api(visit.request().path);
    auto answer = visit.submit(
        [&](auto& tx) { return show_paper_to(tx, paper.id, chosen_audience(form), web::version_of(form)); },
        [&](auto const&) { return fmt::format("{}/{}", is_json ? "/api/v1/papers" : "/vorlagen", paper.id.value); });
    if (answer && is_json) return *std::move(answer);
    if (answer) return web::announce(*answer, visit.request(), "council.publication.done");
    auto const status = web::status_of(answer.problems());
    if (is_json) return web::refused(visit.locale(), answer.problems(), status);
    return paper_page(visit, paper, web::Form(form, answer.problems()), status);
}

}  // namespace lenkwerk::council
