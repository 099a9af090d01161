// What became of the plan between two days: the old value struck out beside the new one.
#include "modules/plan/rules/comparison.hpp"
#include "modules/plan/web/common.hpp"
#include "modules/plan/web/pages.hpp"
#include "platform/web/query.hpp"

#include <charconv>

namespace lenkwerk::plan {
namespace {

// One side of the comparison: the end of a day, or a named version.
struct Side {
    Day day;
    Instant at;
    std::string label;
};

Side side_of_day(web::Visit& visit, Day day) {
    return {day, visit.locale().start_of(day + 1) - std::chrono::milliseconds{1}, visit.locale().day(day)};
}

std::optional<Side> side_of_version(web::Visit& visit, PlanId plan) {
    auto const wanted = visit.request().query.text("fassung");
    PlanVersionId id;
    std::from_chars(wanted.data(), wanted.data() + wanted.size(), id.value);
    auto const version = id ? store::find_version(visit.reader(), id) : std::nullopt;
    if (!version || version->plan != plan) return std::nullopt;
    return Side{visit.locale().day_of(version->taken_at), version->taken_at, version->label};
}

struct Span {
    Side from, to;
};

Span wanted_span(web::Visit& visit, web::Query& query, PlanId plan) {
    auto const to = std::min(query.day("bis").value_or(visit.today()), visit.today());
    auto const from = std::min(query.day("von").value_or(to - 90), to);
    return {side_of_version(visit, plan).value_or(side_of_day(visit, from)), side_of_day(visit, to)};
}

void show_form(html::Writer& w, web::Visit& visit, PlanId plan, Span const& span) {
    w.put(R"(<form method="get" action="{}" class="lw-inline-form">)", plan_address(plan, "/vergleich"));
    for (auto const& [name, day, label] :
         {std::tuple{"von", span.from.day, "plan.compare.from"}, {"bis", span.to.day, "plan.compare.to"}})
        w.put(
            R"(<div class="kern-form-input"><label class="kern-label" for="{}">{}</label><input class="kern-form-input__input" type="date" id="{}" name="{}" value="{}" max="{}"></div>)",
            name, visit.text(label), name, name, day.iso(), visit.today().iso());
    w.put(
        R"(<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">{}</span></button></form>)",
        visit.text("plan.compare.submit"));
}

// Versions by name, each against today.
void show_versions(html::Writer& w, web::Visit& visit, PlanId plan) {
    auto const versions = store::versions_of(visit.reader(), plan);
    if (versions.empty()) return;
    w.put(R"(<p>{}</p><ul>)", visit.text("plan.compare.versions"));
    for (auto const& version : versions)
        w.put(R"(<li><a class="kern-link" href="{}">{}</a></li>)",
              plan_address(plan, "/vergleich").with("fassung", version.id.value), version.label);
    w.put("</ul>");
}

std::string names(web::Visit& visit, std::vector<Difference> const& differences) {
    std::string names;
    for (auto const difference : differences) {
        if (!names.empty()) names += ", ";
        names += visit.text(fmt::format("plan.difference.{}", word(difference)));
    }
    return names;
}

void show_difference(html::Writer& w, web::Visit& visit, TopicDifference const& found) {
    auto const side = [](std::optional<Topic> const& topic, auto text) { return topic ? text(*topic) : std::string{}; };
    auto const heading = [](std::string const& number) {
        return [number](Topic const& topic) { return number + " " + topic.title; };
    };
    w.put(R"(<li class="lw-change"><p class="lw-change__kind">{}</p><p><a class="kern-link" href="{}">{}</a></p>)",
          names(visit, found.differences), topic_address(found.id), [&](html::Writer& link) {
              ui::difference(link, visit.locale(), side(found.before, heading(found.number_before)),
                             side(found.after, heading(found.number_after)));
          });
    auto const subtitle = [](Topic const& topic) { return topic.subtitle; };
    auto const text = [](Topic const& topic) { return topic.text; };
    if (side(found.before, subtitle) != side(found.after, subtitle))
        w.put("<p>{}</p>", [&](html::Writer& p) {
            ui::difference(p, visit.locale(), side(found.before, subtitle), side(found.after, subtitle));
        });
    if (side(found.before, text) != side(found.after, text))
        w.put("<div>{}</div>", [&](html::Writer& p) {
            ui::text_difference(p, visit.locale(), side(found.before, text), side(found.after, text));
        });
    w.put("</li>");
}

}  // namespace

web::Response compare_plan(web::Visit& visit) {
    auto const plan = plan_at(visit);
    web::Query query(visit.request().query);
    auto const span = wanted_span(visit, query, plan.id);
    auto const found = compare(*tree_of(visit, plan.id, span.from.at), *tree_of(visit, plan.id, span.to.at));
    auto const title = visit.text("plan.compare.title");
    web::Frame const frame{.title = title, .current = std::string(kPlanNavigation), .breadcrumbs = crumbs(visit, plan)};
    auto page = web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("plan.compare.lead")});
        web::show_not_understood(w, visit, query);
        show_form(w, visit, plan.id, span);
        show_versions(w, visit, plan.id);
        if (found.empty())
            return ui::empty_state(w, {visit.text("plan.compare.none"), visit.text("plan.compare.none_text")});
        w.put(R"(<h2>{}</h2><ul class="lw-changes">)",
              visit.text("plan.compare.count", {{"count", static_cast<std::int64_t>(found.size())},
                                                {"from", span.from.label},
                                                {"to", span.to.label}}));
        for (auto const& difference : found) show_difference(w, visit, difference);
        w.put("</ul>");
    });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::plan
