#pragma once
// What a table of activities may name, as the office sees it now: columns, and names with their ids.
#include "modules/measures/rules/activity_table.hpp"
#include "modules/measures/web/activity_difference.hpp"
#include "modules/measures/web/sheet_words.hpp"

namespace lenkwerk::measures {

std::vector<documents::TableColumn> activity_columns(web::Visit& visit);
KnownNames known_names(web::Visit& visit, plan::PlanId plan);

// What a row says beside what the activity says now; nothing before for a new one.
struct BeforeAndNow {
    Said before, now;
};
BeforeAndNow before_and_now(web::Visit& visit, ActivityRow const& row);

}  // namespace lenkwerk::measures
