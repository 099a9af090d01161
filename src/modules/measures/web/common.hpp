#pragma once
// What several pages of measures share: addresses, words, badges and the table of activities.
#include "modules/measures/rules/freshness.hpp"
#include "modules/measures/store/activities.hpp"
#include "modules/plan/plan.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::measures {

inline constexpr std::string_view kNavigation = "/massnahmen";

html::Url activity_address(ActivityId id, std::string_view rest = "");

// Who reads: the viewer, and everything of the organisations for which the actor acts.
store::Reading reading_of(web::Visit& visit);
// The activity of the address, as the reader may see it; NotFound otherwise.
store::Activity activity_at(web::Visit& visit);
FreshnessLimits limits_of(web::Visit& visit, plan::PlanId plan);

void phase_badge(html::Writer& w, web::Visit& visit, Phase phase);
void freshness_badge(html::Writer& w, web::Visit& visit, Phase phase, Day last_report, FreshnessLimits const& limits);
void lateness_badge(html::Writer& w, web::Visit& visit, Phase phase, std::optional<Day> start, std::optional<Day> end);
void lateness_badge(html::Writer& w, i18n::Locale const& locale, Lateness lateness);
void audience_badge(html::Writer& w, web::Visit& visit, Audience const& audience);

// "01.03.2026 – 31.05.2026", "seit …", "bis …"; empty where nothing is known.
std::string period_text(web::Visit& visit, std::optional<Day> start, std::optional<Day> end);
std::string period_text(i18n::Locale const& locale, std::optional<Day> start, std::optional<Day> end);

// Activities with their organisation, phase, freshness. `caption` is for screen readers.
void activity_table(html::Writer& w, web::Visit& visit, std::string const& caption,
                    std::vector<store::Line> const& lines, FreshnessLimits const& limits);

}  // namespace lenkwerk::measures
