#pragma once
// The fields that a series and a single session have in common: clock, length, place.
#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {

void time_and_place(ui::OpenForm const& open, web::Visit& visit);
void preset_time_and_place(web::Form& form, int start_minute, int minutes, std::string const& place);
int start_minute_of(web::Fields const& sent);  // -1, which the rules refuse, for another form than 14:00

}  // namespace lenkwerk::bodies
