#include "platform/web/components/day_field.hpp"

namespace lenkwerk::web::components {

void day_field(OpenForm const& open, DayField const& field) {
    FieldFrame const frame(open, field);
    open.w.put(R"(<div class="kern-form-input{}">)", frame.is_wrong() ? " kern-form-input--error" : "");
    frame.label();
    open.w.put(
        R"(<input class="kern-form-input__input lw-day{}" type="date" id="{}" name="{}" value="{}"{}{}{}>)",
        frame.is_wrong() ? " kern-form-input__input--error" : "", frame.id(), field.name, open.form.value(field.name),
        html::when(field.earliest.has_value(), "min=\"{}\"", field.earliest.value_or(Day{}).iso()),
        html::when(field.latest.has_value(), "max=\"{}\"", field.latest.value_or(Day{}).iso()), frame.attributes());
    frame.messages();
    open.w.put("</div>");
}

}  // namespace lenkwerk::web::components
