#pragma once
// Which moment of a plan somebody asks for: now, the end of a day, or a named version with its own numbers.
#include "modules/plan/rules/tree.hpp"
#include "modules/plan/store/plans.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::plan {

struct Moment {
    std::optional<Instant> at;  // none: now
    std::optional<Day> day;
    std::optional<store::Version> version;
    store::Numbers numbers;
};

// `day` and `version` are their names in the query. What is no day, or not past, means now; NotFound for another plan's version.
Moment wanted_moment(web::Visit& visit, PlanId plan, std::string_view day, std::string_view version);
std::string number_of(Tree const& tree, Moment const& moment, TopicId id);

}  // namespace lenkwerk::plan
