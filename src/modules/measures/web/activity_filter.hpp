#pragma once
// The few activities that somebody looks for: by phase, field, organisation, district, or because they need a look.
#include "modules/measures/web/common.hpp"
#include "platform/web/query.hpp"

namespace lenkwerk::measures {

enum class Look { any, late, silent };  // silent: the last report is overdue or stale

struct Wanted {
    std::optional<Phase> phase;
    std::int64_t field = 0, organisation = 0, district = 0;  // 0: any
    Look look = Look::any;
};

// How the query names them: German on the page, English in the API.
struct FilterWords {
    std::string_view field, district, look, late, silent;
};
inline constexpr FilterWords kPageWords{"feld", "bezirk", "blick", "verzug", "sachstand"};
inline constexpr FilterWords kApiWords{"field", "district", "look", "late", "silent"};

// What cannot be read filters nothing and is a problem of the query.
Wanted wanted(web::Query& query, FilterWords const& words);
// What is wanted, in all phases, as the reader may see it.
std::vector<store::Line> wanted_lines(web::Visit& visit, plan::PlanSummary const& plan, Wanted const& wanted);

}  // namespace lenkwerk::measures
