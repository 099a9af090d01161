#pragma once
// How roles, periods and states of people are called on pages.
#include "modules/people/store/grants.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::people {

// "AG-Leitung (Gremium 3)": the name of a body is its module's matter, an organisation's is ours.
std::string role_name(web::Visit& visit, store::Grant const& grant);
// "seit 01.01.2026" · "01.01.2026 – 31.12.2026"
std::string period_text(i18n::Locale const& locale, Period const& period);

}  // namespace lenkwerk::people
