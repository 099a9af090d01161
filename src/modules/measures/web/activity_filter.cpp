#include "modules/measures/web/activity_filter.hpp"

#include <set>

namespace lenkwerk::measures {
namespace {

std::string all_phases() {
    std::vector<std::string_view> words;
    for (auto const phase : kPhases) words.push_back(word(phase));
    return fmt::format("{}", fmt::join(words, ", "));
}

Look look_in(web::Query& query, FilterWords const& words) {
    auto const read = [&](std::string_view typed) {
        return typed == words.late     ? std::optional{Look::late}
               : typed == words.silent ? std::optional{Look::silent}
                                       : std::nullopt;
    };
    return query.word(words.look, read, fmt::format("{}, {}", words.late, words.silent)).value_or(Look::any);
}

bool needs_look(web::Visit& visit, store::Line const& line, Look look, FreshnessLimits const& limits) {
    if (look == Look::late)
        return lateness(line.phase, line.planned_start, line.planned_end, visit.today()) != Lateness::none;
    auto const age = freshness(line.phase, line.last_report, visit.today(), limits);
    return age == Freshness::overdue || age == Freshness::stale;
}

}  // namespace

Wanted wanted(web::Query& query, FilterWords const& words) {
    return {query.word("phase", phase_of, all_phases()), query.number(words.field).value_or(0),
            query.number("organisation").value_or(0), query.number(words.district).value_or(0), look_in(query, words)};
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
