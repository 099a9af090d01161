#include "platform/web/components/file_field.hpp"

namespace lenkwerk::web::components {

void file_field(OpenForm const& open, FileField const& field) {
    FieldFrame const frame(open, field);
    open.w.put(R"(<div class="kern-form-input{}">)", frame.is_wrong() ? " kern-form-input--error" : "");
    frame.label();
    open.w.put(R"(<input class="kern-form-input__input lw-file{}" type="file" id="{}" name="{}"{}{}>)",
               frame.is_wrong() ? " kern-form-input__input--error" : "", frame.id(), field.name,
               html::when(!field.accept.empty(), "accept=\"{}\"", field.accept), frame.attributes());
    frame.messages();
    open.w.put("</div>");
}

}  // namespace lenkwerk::web::components
