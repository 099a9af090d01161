#include "platform/web/components/select.hpp"

namespace lenkwerk::web::components {

void select(OpenForm const& open, Select const& field) {
    FieldFrame const frame(open, field);
    open.w.put(R"(<div class="kern-form-input{}">)", frame.is_wrong() ? " kern-form-input--error" : "");
    frame.label();
    open.w.put(
        R"(<div class="kern-form-input__select-wrapper"><select class="kern-form-input__select{}" id="{}" name="{}"{}>)",
        frame.is_wrong() ? " kern-form-input__select--error" : "", frame.id(), field.name, frame.attributes());
    open.w.put(R"(<option value="">{}</option>)",
               field.nothing.empty() ? open.locale.text("common.form.choose") : field.nothing);
    for (auto const& choice : field.choices)
        open.w.put(R"(<option value="{}"{}>{}</option>)", choice.value,
                   html::when(open.form.is_chosen(field.name, choice.value), "selected"), choice.label);
    open.w.put("</select></div>");
    frame.messages();
    open.w.put("</div>");
}

}  // namespace lenkwerk::web::components
