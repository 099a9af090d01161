#include "platform/web/components/text_area.hpp"

namespace lenkwerk::web::components {

void text_area(OpenForm const& open, TextArea const& field) {
    FieldFrame const frame(open, field);
    open.w.put(R"(<div class="kern-form-input{}">)", frame.is_wrong() ? " kern-form-input--error" : "");
    frame.label();
    // HTML drops a line end right after the tag: ours is there for it to drop.
    open.w.put(
        "<textarea class=\"kern-form-input__input lw-textarea{}\" id=\"{}\" name=\"{}\" rows=\"{}\" "
        "maxlength=\"{}\"{}>\n{}</textarea>",
        frame.is_wrong() ? " kern-form-input__input--error" : "", frame.id(), field.name, field.rows, field.max_length,
        frame.attributes(), open.form.value(field.name));
    frame.messages();
    open.w.put("</div>");
}

}  // namespace lenkwerk::web::components
