#pragma once
// Who may see a thing, as a small form beside it: publishing is an act of the office, and can be taken back.
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

std::vector<ui::Choice> audience_choices(web::Visit& visit);
Audience chosen_audience(web::Fields const& form);

// The forms of one page are told apart: by `id` in their fields' ids, by `what` for those who jump from form to form.
struct VisibilityForm {
    html::Url action;
    Audience now;
    std::string id, what;
};
// Folded away.
void visibility_form(html::Writer& w, web::Visit& visit, VisibilityForm const& shown);

}  // namespace lenkwerk::measures
