// The plan itself: as it stands, or as it stood on any day or in a named version.
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/store/goals.hpp"
#include "modules/plan/web/common.hpp"
#include "modules/plan/web/moment.hpp"
#include "modules/plan/web/pages.hpp"
#include "platform/web/panels.hpp"
#include "platform/web/query.hpp"

namespace lenkwerk::plan {
namespace {

// The tree as one moment shows it. That a topic is a proposal is said once where it is true of all around it.
struct Shown {
    web::Visit& visit;
    Tree const& tree;
    Moment const& moment;
    bool marks_proposals = false;
};

bool is_proposed(Topic const& topic) { return topic.state == TopicState::proposed; }

bool all_proposed(Tree const& tree, TopicId above) {
    return is_proposed(tree.at(above)) &&
           std::ranges::all_of(tree.children(above), [&](TopicId id) { return all_proposed(tree, id); });
}

bool all_proposed(Tree const& tree) {
    auto const fields = tree.fields();
    return !fields.empty() &&
           std::all_of(fields.begin(), fields.end(), [&](TopicId field) { return all_proposed(tree, field); });
}

std::vector<ui::Branch> branches(Shown const& shown, TopicId above) {
    std::vector<ui::Branch> found;
    for (auto const id : shown.tree.children(above)) {
        ui::Branch branch{number_of(shown.tree, shown.moment, id), shown.tree.at(id).title, topic_address(id)};
        bool const marked = shown.marks_proposals && is_proposed(shown.tree.at(id));
        if (marked || shown.tree.at(id).audience != Audience::everyone())
            branch.beside = [&visit = shown.visit, audience = shown.tree.at(id).audience, marked](html::Writer& w) {
                if (marked) w.put(R"(<span class="lw-quiet">{}</span>)", visit.text("plan.state.proposed"));
                audience_badge(w, visit, audience);
            };
        branch.branches = branches(shown, id);
        found.push_back(std::move(branch));
    }
    return found;
}

void show_field(html::Writer& w, Shown shown, TopicId id) {
    auto& visit = shown.visit;
    auto const& field = shown.tree.at(id);
    auto const name = visit.text("plan.field.numbered", {{"number", number_of(shown.tree, shown.moment, id)}});
    w.put(
        R"(<section class="lw-field" id="feld-{}"><h2 class="lw-field__title"><span class="lw-field__number">{}</span> <a href="{}">{}</a> {}</h2>)",
        id, name, topic_address(id), field.title,
        [&](html::Writer& beside) { audience_badge(beside, visit, field.audience); });
    if (!field.subtitle.empty()) w.put(R"(<p class="lw-field__subtitle">{}</p>)", field.subtitle);
    bool const one_for_all = shown.marks_proposals && all_proposed(shown.tree, id);
    if (one_for_all) w.put(R"(<p class="lw-field__state">{}</p>)", visit.text("plan.field.all_proposed"));
    shown.marks_proposals = shown.marks_proposals && !one_for_all;
    if (shown.tree.children(id).empty())
        w.put(R"(<p class="lw-muted">{}</p>)", visit.text("plan.field.no_topics"));
    else
        ui::tree(w, branches(shown, id));
    w.put("</section>");
}

void show_fields(html::Writer& w, web::Visit& visit, Tree const& tree, Moment const& moment) {
    if (tree.fields().empty()) ui::empty_state(w, {visit.text("plan.empty.title"), visit.text("plan.empty.text")});
    bool const one_for_all = all_proposed(tree);
    if (one_for_all) w.put(R"(<p class="lw-field__state">{}</p>)", visit.text("plan.all_proposed"));
    for (auto const id : tree.fields()) show_field(w, {visit, tree, moment, !one_for_all}, id);
}

std::string moment_title(web::Visit& visit, Moment const& moment) {
    if (!moment.version) return visit.text("plan.snapshot.day", {{"day", visit.locale().day(*moment.day)}});
    auto const day = visit.locale().day(moment.version->decided_on);
    return visit.text("plan.snapshot.version", {{"label", moment.version->label}, {"day", day}});
}

void show_moment(html::Writer& w, web::Visit& visit, store::Plan const& plan, Moment const& moment) {
    if (!moment.at) return;
    auto const title = moment_title(visit, moment);
    ui::notice(w, {title, visit.text("plan.snapshot.text"), ui::NoticeKind::info, [&](html::Writer& more) {
                       more.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)", plan_address(plan.id),
                                visit.text("plan.snapshot.current"));
                   }});
}

void show_time_travel(html::Writer& w, web::Visit& visit, store::Plan const& plan, Moment const& moment) {
    auto const day = moment.day ? moment.day->iso() : visit.today().iso();
    w.put(
        R"(<section class="lw-aside"><h2>{}</h2><form method="get" action="{}" class="lw-inline-form"><label class="kern-label" for="stand">{}</label>)",
        visit.text("plan.time.title"), plan_address(plan.id), visit.text("plan.time.day"));
    w.put(
        R"(<input class="kern-form-input__input" type="date" id="stand" name="stand" value="{}" max="{}"> <button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">{}</span></button></form>)",
        day, visit.today().iso(), visit.text("plan.time.show"));
    w.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)", plan_address(plan.id, "/vergleich"),
          visit.text("plan.time.compare"));
    auto const versions = store::versions_of(visit.reader(), plan.id);
    if (!versions.empty()) w.put("<h3>{}</h3><ul>", visit.text("plan.time.versions"));
    for (auto const& version : versions)
        w.put(R"(<li><a class="kern-link" href="{}">{}</a> {}</li>)",
              plan_address(plan.id).with("fassung", version.id.value), version.label,
              visit.text(fmt::format("plan.version.{}", version.kind),
                         {{"day", visit.locale().day(version.decided_on)}}));
    if (!versions.empty()) w.put("</ul>");
    w.put("</section>");
}

void show_goals(html::Writer& w, web::Visit& visit, PlanId plan) {
    auto const goals = store::goals_of(visit.reader(), visit.viewer(), plan);
    if (goals.empty()) return;
    w.put(R"(<section class="lw-aside"><h2>{}</h2><ul class="lw-links">)", visit.text("plan.goals.title"));
    for (auto const& goal : goals) w.put(R"(<li><a href="{}">{}</a></li>)", goal_address(goal.id), goal.facts.title);
    w.put("</ul></section>");
}

void show_steps(html::Writer& w, web::Visit& visit, PlanId plan) {
    auto const steps = store::steps_of(visit.reader(), plan);
    if (steps.empty()) return;
    w.put(R"(<section class="lw-aside"><h2>{}</h2>)", visit.text("plan.steps.title"));
    std::vector<ui::Step> shown;
    bool reached = false;
    for (auto const& step : steps) {
        auto const progress =
            step.facts.done ? ui::Progress::done : (reached ? ui::Progress::open : ui::Progress::current);
        reached = reached || !step.facts.done;
        shown.push_back({step.facts.title, visit.locale().day(step.facts.done.value_or(step.facts.due)), progress});
    }
    ui::sequence(w, visit.locale(), shown);
    w.put("</section>");
}

std::vector<ui::Action> actions(web::Visit& visit, store::Plan const& plan) {
    if (!visit.actor().may(kEdit)) return {};
    return {{visit.text("plan.topic.add_field"), plan_address(plan.id, "/themen/neu"), "add"},
            {visit.text("plan.settings.title"), plan_address(plan.id, "/bearbeiten"), "edit"}};
}

void show_content(html::Writer& w, web::Visit& visit, store::Plan const& plan, Tree const& tree, Moment const& moment) {
    auto const lead = plan.facts.motto;
    ui::heading(
        w, {plan.facts.title, state_name(visit, plan.state), lead,
            [&](html::Writer& beside) { audience_badge(beside, visit, plan.facts.audience); }, actions(visit, plan)});
    web::Query query(visit.request().query);
    query.day("stand");
    web::show_not_understood(w, visit, query);
    show_moment(w, visit, plan, moment);
    w.put(R"(<div class="lw-columns"><div class="lw-columns__main">)");
    show_fields(w, visit, tree, moment);
    w.put(R"(</div><div class="lw-columns__side">)");
    web::show_panels(visit, "plan.plan", {"plan", plan.id.value}, w);
    show_goals(w, visit, plan.id);
    show_steps(w, visit, plan.id);
    show_time_travel(w, visit, plan, moment);
    if (plan.facts.predecessor)
        w.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)", plan_address(*plan.facts.predecessor),
              visit.text("plan.predecessor"));
    w.put("</div></div>");
}

web::Response answer(web::Visit& visit, store::Plan const& plan) {
    auto const moment = wanted_moment(visit, plan.id, "stand", "fassung");
    auto const tree = tree_of(visit, plan.id, moment.at);
    std::vector<web::Alternate> const feeds{{visit.text("plan.feed"), html::Url{"/feed.atom"}}};
    auto page = web::page(visit,
                          {.title = plan.facts.title,
                           .current = std::string(kPlanNavigation),
                           .description = plan.facts.motto,
                           .alternates = feeds},
                          [&](html::Writer& w) { show_content(w, visit, plan, *tree, moment); });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace

web::Response show_current_plan(web::Visit& visit) {
    if (auto const plan = store::current_plan(visit.reader(), visit.viewer())) return answer(visit, *plan);
    auto const title = visit.text("plan.navigation");
    bool const edits = visit.actor().may(kEdit);
    return web::page(visit, {.title = title, .current = std::string(kPlanNavigation)}, [&](html::Writer& w) {
        ui::heading(w, {.title = title});
        ui::empty_state(w,
                        {visit.text("plan.none.title"), visit.text(edits ? "plan.none.text_office" : "plan.none.text"),
                         edits ? visit.text("plan.new.title") : "", edits ? "/plaene/neu" : ""});
    });
}

web::Response show_plan(web::Visit& visit) { return answer(visit, plan_at(visit)); }

web::Response list_plans_page(web::Visit& visit) {
    auto const title = visit.text("plan.list.title");
    auto page = web::page(visit, {.title = title, .current = std::string(kPlanNavigation)}, [&](html::Writer& w) {
        ui::heading(w, {.title = title});
        std::vector<ui::Card> cards;
        for (auto const& plan : store::list_plans(visit.reader(), visit.viewer()))
            cards.push_back({plan.facts.title, plan_address(plan.id), state_name(visit, plan.state), plan.facts.motto});
        if (cards.empty()) return ui::empty_state(w, {visit.text("plan.none.title"), visit.text("plan.none.text")});
        ui::cards(w, cards);
    });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::plan
