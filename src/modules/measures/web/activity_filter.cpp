#include "modules/measures/web/activity_filter.hpp"

#include <charconv>
#include <set>

namespace lenkwerk::measures {
namespace {

std::int64_t number_in(web::Fields const& query, std::string_view name) {
    auto const typed = query.text(name);
    std::int64_t number = 0;
    auto const read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return read.ec == std::errc{} && read.ptr == typed.data() + typed.size() ? number : 0;
}

Look look_in(web::Fields const& query, FilterWords const& words) {
    auto const typed = query.text(words.look);
    return typed == words.late ? Look::late : typed == words.silent ? Look::silent : Look::any;
}

bool needs_look(web::Visit& visit, store::Line const& line, Look look, FreshnessLimits const& limits) {
    if (look == Look::late)
        return lateness(line.phase, line.planned_start, line.planned_end, visit.today()) != Lateness::none;
    auto const age = freshness(line.phase, line.last_report, visit.today(), limits);
    return age == Freshness::overdue || age == Freshness::stale;
}

}  // namespace

Wanted wanted(web::Fields const& query, FilterWords const& words) {
    return {phase_of(query.text("phase")), number_in(query, words.field), number_in(query, "organisation"),
            number_in(query, words.district), look_in(query, words)};
}

std::vector<store::Line> wanted_lines(web::Visit& visit, plan::PlanSummary const& plan, Wanted const& wanted) {
    auto lines = store::of_plan(visit.reader(), reading_of(visit), plan.id);
    auto const keep = [&](auto fits) { std::erase_if(lines, [&](store::Line const& line) { return !fits(line); }); };
    if (wanted.field) {
        std::set<plan::TopicId> within;
        for (auto const& topic : plan::outline(visit.reader(), visit.viewer(), plan.id))
            if (topic.field.value == wanted.field) within.insert(topic.id);
        keep([&](store::Line const& line) { return within.contains(line.topic); });
    }
    if (wanted.organisation)
        keep([&](store::Line const& line) { return line.responsible.value == wanted.organisation; });
    if (wanted.district) {
        std::set<ActivityId> there;
        for (auto const& line : store::of_district(visit.reader(), reading_of(visit), {wanted.district}))
            there.insert(line.id);
        keep([&](store::Line const& line) { return there.contains(line.id); });
    }
    FreshnessLimits const limits{plan.due_after, plan.overdue_after, plan.stale_after};
    if (wanted.look != Look::any)
        keep([&](store::Line const& line) { return needs_look(visit, line, wanted.look, limits); });
    return lines;
}

}  // namespace lenkwerk::measures
