#include "modules/plan/rules/goal.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace lenkwerk::plan {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 20'000;

Problem too_long(std::string field, std::size_t most) {
    return {"plan.goal.too_long", std::move(field), {{"most", static_cast<std::int64_t>(most)}}};
}

Measurement const* latest(std::span<Measurement const> values) {
    auto const found = std::max_element(values.begin(), values.end(),
                                        [](auto const& left, auto const& right) { return left.day < right.day; });
    return found == values.end() ? nullptr : &*found;
}

// The same day `months` later, or the last day of that month where it has no such day.
Day months_later(Day day, int months) {
    auto date = std::chrono::year_month_day{day.days()} + std::chrono::months{months};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return Day{std::chrono::sys_days{date}};
}

Problems problems_of_range(IndicatorDraft const& draft) {
    Problems problems;
    if (draft.baseline.has_value() != draft.baseline_day.has_value())
        problems.push_back({"plan.indicator.baseline_incomplete", "baseline"});
    if (draft.target.has_value() != draft.target_day.has_value())
        problems.push_back({"plan.indicator.target_incomplete", "target"});
    if (draft.baseline_day && draft.target_day && *draft.target_day <= *draft.baseline_day)
        problems.push_back({"plan.indicator.target_before_baseline", "target_day"});
    for (auto const& [value, field] : {std::pair{draft.baseline, "baseline"}, {draft.target, "target"}})
        if (value && !std::isfinite(*value)) problems.push_back({"plan.indicator.not_a_number", field});
    return problems;
}

}  // namespace

Outcome<GoalDraft> check_goal(GoalDraft draft) {
    draft.title = text::squeeze(draft.title);
    draft.text = text::trim(draft.text);
    Problems problems;
    if (draft.title.empty()) problems.push_back({"plan.goal.title_missing", "title"});
    if (text::length(draft.title) > kLongestTitle) problems.push_back(too_long("title", kLongestTitle));
    if (text::length(draft.text) > kLongestText) problems.push_back(too_long("text", kLongestText));
    if (!problems.empty()) return problems;
    return draft;
}

Outcome<IndicatorDraft> check_indicator(IndicatorDraft draft) {
    draft.title = text::squeeze(draft.title);
    draft.unit = text::squeeze(draft.unit);
    draft.source = text::squeeze(draft.source);
    auto problems = problems_of_range(draft);
    if (draft.title.empty()) problems.push_back({"plan.indicator.title_missing", "title"});
    if (draft.every_months < 1 || draft.every_months > 120)
        problems.push_back({"plan.indicator.interval_out_of_range", "every_months"});
    if (!problems.empty()) return problems;
    return draft;
}

std::optional<double> progress(IndicatorDraft const& indicator, std::span<Measurement const> values) {
    auto const* value = latest(values);
    if (!indicator.baseline || !indicator.target || !value || *indicator.baseline == *indicator.target)
        return std::nullopt;
    return (value->value - *indicator.baseline) / (*indicator.target - *indicator.baseline);
}

std::optional<Day> next_due(IndicatorDraft const& indicator, std::span<Measurement const> values) {
    if (auto const* value = latest(values)) return months_later(value->day, indicator.every_months);
    if (indicator.baseline_day) return months_later(*indicator.baseline_day, indicator.every_months);
    return std::nullopt;
}

}  // namespace lenkwerk::plan
