#pragma once
// Who may see a thing, as a small form beside it: publishing is an act of the office, and can be taken back.
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

std::vector<ui::Choice> audience_choices(web::Visit& visit);
Audience chosen_audience(web::Fields const& form);

// Folded away; `id` tells the forms of one page apart.
void visibility_form(html::Writer& w, web::Visit& visit, html::Url const& action, Audience const& now,
                     std::string const& id);

}  // namespace lenkwerk::measures
