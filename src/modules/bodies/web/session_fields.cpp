#include "modules/bodies/web/session_fields.hpp"

namespace lenkwerk::bodies {

void time_and_place(ui::OpenForm const& open, web::Visit& visit) {
    ui::text_field(
        open,
        {{.name = "start", .label = visit.text("bodies.field.start"), .hint = visit.text("bodies.field.start_hint")},
         ui::TextKind::text,
         5});
    ui::text_field(open, {{.name = "minutes", .label = visit.text("bodies.field.minutes")},
                          ui::TextKind::number,
                          3,
                          "",
                          visit.text("bodies.field.minutes_unit")});
    ui::text_field(open, {{.name = "place", .label = visit.text("bodies.sessions.place")}, ui::TextKind::text, 200});
}

void preset_time_and_place(web::Form& form, int start_minute, int minutes, std::string const& place) {
    form.preset("start", clock_of(start_minute)).preset("minutes", std::to_string(minutes)).preset("place", place);
}

int start_minute_of(web::Fields const& sent) { return minute_of(sent.text("start")).value_or(-1); }

}  // namespace lenkwerk::bodies
