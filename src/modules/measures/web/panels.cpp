// Activities on the pages of other modules: topic, goal, organisation, plan, district.
#include "modules/measures/web/panels.hpp"
#include "modules/measures/commands/activities.hpp"
#include "modules/measures/rules/plan_form.hpp"
#include "modules/measures/web/common.hpp"
#include "platform/documents/pdf.hpp"

#include <algorithm>
#include <map>

namespace lenkwerk::measures {
namespace {

FreshnessLimits current_limits(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), Viewer::everything());
    return plan ? FreshnessLimits{plan->due_after, plan->overdue_after, plan->stale_after} : FreshnessLimits{};
}

void show_list(html::Writer& w, web::Visit& visit, std::string const& empty_key,
               std::vector<store::Line> const& lines) {
    auto const title = visit.text("measures.panel.title");
    w.put(R"(<section class="lw-panel"><h2>{}</h2>)", title);
    if (lines.empty())
        w.put(R"(<p class="lw-muted">{}</p>)", visit.text(empty_key));
    else
        activity_table(w, visit, title, lines, current_limits(visit));
    w.put("</section>");
}

// The activities of a topic and of all topics below it, in the order of the plan.
std::vector<store::Line> within(web::Visit& visit, plan::TopicId id) {
    auto const plan = plan::plan_of_topic(visit.reader(), id);
    if (!plan) return {};
    std::map<plan::TopicId, std::size_t> order{{id, 0}};
    for (auto const& line : plan::outline(visit.reader(), visit.viewer(), *plan))
        if (line.parent && order.contains(*line.parent)) order.emplace(line.id, order.size());
    if (order.size() == 1) return store::of_topic(visit.reader(), reading_of(visit), id);
    auto lines = store::of_plan(visit.reader(), reading_of(visit), *plan);
    std::erase_if(lines, [&](store::Line const& line) { return !order.contains(line.topic); });
    std::stable_sort(lines.begin(), lines.end(), [&](store::Line const& left, store::Line const& right) {
        return order.at(left.topic) < order.at(right.topic);
    });
    return lines;
}

void show_feed(web::Visit& visit, html::Url const& address, html::Writer& w) {
    w.put(R"(<p class="lw-no-print"><a class="kern-link" href="{}">{}</a></p>)", address,
          visit.text("measures.downloads.feed"));
}

void show_downloads(web::Visit& visit, plan::PlanId plan, html::Writer& w) {
    w.put(R"(<section class="lw-aside lw-no-print"><h2>{}</h2><ul class="lw-links">)",
          visit.text("measures.downloads.title"));
    auto const link = [&](std::string_view file, std::string_view text) {
        w.put(R"(<li><a href="{}">{}</a></li>)", html::Url::checked(fmt::format("/plaene/{}/{}", plan.value, file)),
              visit.text(text));
    };
    if (documents::pdf_is_available()) {
        bool const inside = visit.viewer().may_see(audience_of(PlanForm::administration));
        link("plan.pdf", inside ? "measures.downloads.pdf_public" : "measures.downloads.pdf");
        if (inside) link("plan-intern.pdf", "measures.downloads.pdf_internal");
    }
    link("druck", "measures.downloads.druck");
    for (auto const* kind : {"xlsx", "csv", "json"})
        link(fmt::format("plan.{}", kind), fmt::format("measures.downloads.{}", kind));
    w.put(R"(<li><a href="/feed.atom">{}</a></li></ul></section>)", visit.text("measures.downloads.feed"));
}

}  // namespace

void show_topic_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    show_list(w, visit, "measures.panel.none_of_topic", within(visit, {subject.id}));
    show_feed(visit, html::Url::checked(fmt::format("/themen/{}/feed.atom", subject.id)), w);
    if (!visit.actor().may_somewhere(kReport)) return;
    ui::actions(w,
                {{visit.text("measures.activity.add"), html::Url{"/massnahmen/neu"}.with("thema", subject.id), "add"}});
}

void show_goal_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    show_list(w, visit, "measures.panel.none_of_goal", store::of_goal(visit.reader(), reading_of(visit), {subject.id}));
}

void show_organisation_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    show_list(w, visit, "measures.panel.none_of_organisation",
              store::of_organisation(visit.reader(), reading_of(visit), {subject.id}));
}

void show_district_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    show_list(w, visit, "measures.panel.none_of_district",
              store::of_district(visit.reader(), reading_of(visit), {subject.id}));
    show_feed(visit, html::Url::checked(fmt::format("/stadtbezirke/{}/feed.atom", subject.id)), w);
}

// How many activities are in which phase, and how many need a look.
void show_plan_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    auto const groups = store::groups_of_plan(visit.reader(), reading_of(visit), {subject.id});
    if (groups.empty()) return show_downloads(visit, {subject.id}, w);
    auto const sum = [&](auto belongs) {
        std::int64_t activities = 0;
        for (auto const& group : groups) activities += belongs(group) ? group.activities : 0;
        return activities;
    };
    auto const all = sum([](store::Group const&) { return true; });
    std::vector<ui::Bar> bars;
    for (auto const phase : kPhases) {
        auto const many = sum([&](store::Group const& group) { return group.phase == phase; });
        bars.push_back({visit.text(fmt::format("measures.phase.{}", word(phase))),
                        static_cast<double>(many) / static_cast<double>(all), visit.locale().number(many)});
    }
    w.put(R"(<section class="lw-aside"><h2>{}</h2>)", visit.text("measures.panel.title"));
    ui::bars(w, visit.text("measures.panel.by_phase"), bars);
    auto const late = sum([&](store::Group const& group) {
        return lateness(group.phase, group.planned_start, group.planned_end, visit.today()) != Lateness::none;
    });
    w.put(R"(<p>{}</p><p><a class="kern-link" href="/massnahmen">{}</a></p></section>)",
          visit.text("measures.panel.late", {{"count", late}}), visit.text("measures.panel.all"));
    show_downloads(visit, {subject.id}, w);
}

}  // namespace lenkwerk::measures
