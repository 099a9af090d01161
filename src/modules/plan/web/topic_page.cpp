// A field of action or a topic: what it says, what stands below it, what was done, and what became of it.
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/store/goals.hpp"
#include "modules/plan/store/topics.hpp"
#include "modules/plan/web/common.hpp"
#include "modules/plan/web/pages.hpp"
#include "platform/documents/markdown.hpp"
#include "platform/web/panels.hpp"

namespace lenkwerk::plan {
namespace {

void show_fate(html::Writer& w, web::Visit& visit, TopicInPlan const& in) {
    auto const& topic = in.topic();
    if (topic.is_alive()) return;
    ui::notice(w, {visit.text("plan.topic.fate"), topic.retired_because, ui::NoticeKind::info, [&](html::Writer& more) {
                       auto const* into = topic.merged_into ? in.tree().find(*topic.merged_into) : nullptr;
                       if (!into) return;
                       more.put(R"(<p>{} <a class="kern-link" href="{}">{}</a></p>)",
                                visit.text("plan.topic.merged_into"), topic_address(into->id),
                                numbered(in.tree(), into->id));
                   }});
}

void show_below(html::Writer& w, web::Visit& visit, TopicInPlan const& in) {
    auto const below = in.tree().children(in.id);
    if (below.empty()) return;
    w.put("<h2>{}</h2>", visit.text("plan.topic.below"));
    // That it is proposed, the heading says already where the whole topic is.
    bool const marks = in.topic().state != TopicState::proposed;
    std::vector<ui::Branch> branches;
    for (auto const id : below) {
        auto const& topic = in.tree().at(id);
        ui::Branch branch{in.tree().number(id), topic.title, topic_address(id)};
        bool const marked = marks && topic.state == TopicState::proposed;
        if (marked || topic.audience != Audience::everyone())
            branch.beside = [&visit, &topic, marked](html::Writer& beside) {
                if (marked) beside.put(R"(<span class="lw-quiet">{}</span>)", visit.text("plan.state.proposed"));
                audience_badge(beside, visit, topic.audience);
            };
        branches.push_back(std::move(branch));
    }
    ui::tree(w, branches);
}

void show_goals(html::Writer& w, web::Visit& visit, TopicInPlan const& in) {
    std::vector<store::Goal> goals;
    for (auto const& goal : store::goals_of(visit.reader(), visit.viewer(), in.plan.id))
        if (goal.facts.topic == in.id) goals.push_back(goal);
    if (goals.empty()) return;
    w.put(R"(<h2>{}</h2><ul class="lw-links">)", visit.text("plan.goals.title"));
    for (auto const& goal : goals) w.put(R"(<li><a href="{}">{}</a></li>)", goal_address(goal.id), goal.facts.title);
    w.put("</ul>");
}

std::vector<ui::Action> actions(web::Visit& visit, TopicInPlan const& in) {
    std::vector<ui::Action> found;
    if (visit.actor().may(kEdit) && in.topic().is_alive()) {
        found.push_back({visit.text("plan.topic.edit"), topic_address(in.id, "/bearbeiten"), "edit"});
        found.push_back({visit.text("plan.topic.add_below"),
                         plan_address(in.plan.id, "/themen/neu").with("unter", in.id.value), "add"});
        found.push_back({visit.text("plan.topic.move"), topic_address(in.id, "/verschieben")});
    }
    return found;
}

void show_version(html::Writer& w, web::Visit& visit, store::TopicVersion const& version,
                  store::TopicVersion const* before) {
    w.put(R"(<li class="lw-change"><p class="lw-change__kind">{}</p><p>{}</p>)",
          visit.locale().moment(version.valid_from), [&](html::Writer& p) {
              ui::difference(p, visit.locale(), before ? before->topic.title : "", version.topic.title);
          });
    auto const old_subtitle = before ? before->topic.subtitle : "";
    if (old_subtitle != version.topic.subtitle)
        w.put("<p>{}</p>",
              [&](html::Writer& p) { ui::difference(p, visit.locale(), old_subtitle, version.topic.subtitle); });
    auto const old_text = before ? before->topic.text : "";
    if (old_text != version.topic.text)
        w.put("<div>{}</div>",
              [&](html::Writer& p) { ui::text_difference(p, visit.locale(), old_text, version.topic.text); });
    w.put("<p>{} {}</p>", visit.text(fmt::format("plan.state.{}", word(version.topic.state))), version.source);
    w.put("</li>");
}

void show_visibility(html::Writer& w, web::Visit& visit, TopicInPlan const& in) {
    if (!visit.actor().may(kEdit) || !in.topic().is_alive()) return;
    auto const title = visit.text("plan.settings.publish");
    w.put(R"(<details class="lw-no-print"><summary>{}</summary><p>{}</p>)", title,
          visit.text("plan.topic.publish_lead"));
    web::Form form;
    form.preset("audience", std::string(word(in.topic().audience.visibility())));
    ui::form(w, visit, form, {.action = topic_address(in.id, "/sichtbarkeit"), .label = title},
             [&](ui::OpenForm const& open) {
                 ui::select(open, {{.name = "audience", .label = visit.text("plan.field_name.audience")},
                                   audience_choices(visit)});
                 ui::submit_row(open, {.label = title});
             });
    w.put("</details>");
}

// "Handlungsfeld 3", "Themenschwerpunkt 3.3.1"; nothing for what lives no more.
std::string kind_text(web::Visit& visit, TopicInPlan const& in) {
    if (!in.topic().is_alive()) return "";
    auto const* key = in.topic().is_field() ? "plan.field.numbered" : "plan.topic.numbered";
    return visit.text(key, {{"number", in.tree().number(in.id)}});
}

}  // namespace

web::Response show_topic_page(web::Visit& visit) {
    auto const in = topic_at(visit);
    auto const& topic = in.topic();
    auto const above = kind_text(visit, in);
    web::Frame const frame{.title = numbered(in.tree(), in.id),
                           .current = std::string(kPlanNavigation),
                           .breadcrumbs = crumbs(visit, in),
                           .description = topic.subtitle,
                           .alternates = {{visit.text("plan.feed"), topic_address(in.id, "/feed.atom")}}};
    auto page = web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {topic.title, above, topic.subtitle,
                        [&](html::Writer& beside) { topic_badges(beside, visit, topic); }, actions(visit, in)});
        show_fate(w, visit, in);
        w.put("{}", documents::markdown(topic.text));
        show_visibility(w, visit, in);
        show_below(w, visit, in);
        web::show_panels(visit, "plan.topic", {"topic", in.id.value}, w);
        show_goals(w, visit, in);
        w.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)", topic_address(in.id, "/verlauf"),
              visit.text("plan.topic.history"));
    });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_topic_history(web::Visit& visit) {
    auto const in = topic_at(visit);
    auto const history = store::history_of(visit.reader(), visit.viewer(), in.id);
    auto above = crumbs(visit, in);
    above.push_back({numbered(in.tree(), in.id), topic_address(in.id)});
    auto const title = visit.text("plan.topic.history");
    auto page = web::page(
        visit, {.title = title, .current = std::string(kPlanNavigation), .breadcrumbs = above}, [&](html::Writer& w) {
            ui::heading(w, {.title = title, .above = in.topic().title});
            w.put(R"(<ol class="lw-changes">)");
            for (std::size_t i = 0; i < history.size(); ++i)
                show_version(w, visit, history[i], i + 1 < history.size() ? &history[i + 1] : nullptr);
            w.put("</ol>");
        });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::plan
