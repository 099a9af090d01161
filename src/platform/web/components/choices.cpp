#include "platform/web/components/choices.hpp"

namespace lenkwerk::web::components {

namespace {

void one_choice(OpenForm const& open, Choices const& field, Choice const& choice, std::string const& id) {
    bool const radio = field.many == Many::one;
    bool const has_hint = !choice.hint.empty();
    open.w.put(
        R"(<div class="kern-form-check"><input class="kern-form-check__{}" type="{}" id="{}" name="{}" value="{}"{}{}>)"
        R"(<label class="kern-label" for="{}">{}</label>)",
        radio ? "radio" : "checkbox", radio ? html::Word{"radio"} : html::Word{"checkbox"}, id, field.name,
        choice.value, html::when(open.form.is_chosen(field.name, choice.value), "checked"),
        html::when(has_hint, "aria-describedby=\"{}-choice-hint\"", id), id, choice.label);
    if (has_hint) open.w.put(R"(<p class="kern-hint lw-choice-hint" id="{}-choice-hint">{}</p>)", id, choice.hint);
    open.w.put("</div>");
}

}  // namespace

// The first choice bears the field's id, so that the link in the error summary lands on it.
void choices(OpenForm const& open, Choices const& field) {
    FieldFrame const frame(open, field);
    open.w.put(R"(<fieldset class="kern-fieldset{}"{}>)", frame.is_wrong() ? " kern-fieldset--error" : "",
               frame.group_attributes());
    frame.legend();
    open.w.put(R"(<div class="kern-fieldset__body">)");
    for (std::size_t i = 0; i < field.choices.size(); ++i)
        one_choice(open, field, field.choices[i], i == 0 ? frame.id() : frame.id() + "-" + std::to_string(i + 1));
    open.w.put("</div>");
    frame.messages();
    open.w.put("</fieldset>");
}

void checkbox(OpenForm const& open, Field const& field) {
    FieldFrame const frame(open, field);
    open.w.put(R"(<div class="lw-checkbox"><div class="kern-form-check{}">)",
               frame.is_wrong() ? " kern-form-check--error" : "");
    open.w.put(R"(<input class="kern-form-check__checkbox" type="checkbox" id="{}" name="{}" value="1"{}{}>)",
               frame.id(), field.name, html::when(open.form.is_chosen(field.name, "1"), "checked"), frame.attributes());
    frame.label();
    open.w.put("</div>");
    frame.messages();
    open.w.put("</div>");
}

}  // namespace lenkwerk::web::components
