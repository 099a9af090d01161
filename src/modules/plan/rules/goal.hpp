#pragma once
// Goals and the indicators that measure them.
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/plan/ids.hpp"

#include <optional>
#include <span>
#include <string>

namespace lenkwerk::plan {

struct GoalDraft {
    std::string title;                            // 1 to 200 characters
    std::string text;                             // Markdown
    std::optional<TopicId> topic = std::nullopt;  // none: a goal of the whole plan
    Audience audience = Audience::administration();
};
Outcome<GoalDraft> check_goal(GoalDraft draft);

struct IndicatorDraft {
    std::string title, unit, source;  // what is measured, in which unit, who measures
    std::optional<double> baseline;
    std::optional<Day> baseline_day;
    std::optional<double> target;
    std::optional<Day> target_day;
    int every_months = 12;  // how often a value is expected: 1 to 120
};
// A baseline and a target come with their days, the target's after the baseline's.
Outcome<IndicatorDraft> check_indicator(IndicatorDraft draft);

struct Measurement {
    Day day;
    double value = 0;
};
// 0: at the baseline, 1: at the target, below 0: worse than at the start. Nothing where baseline, target or value is
// missing, or where baseline and target are equal: then there is no way to go a part of.
std::optional<double> progress(IndicatorDraft const& indicator, std::span<Measurement const> values);

// The day on which the next value is due.
std::optional<Day> next_due(IndicatorDraft const& indicator, std::span<Measurement const> values);

}  // namespace lenkwerk::plan
