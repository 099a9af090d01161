#include "platform/web/components/text_field.hpp"

namespace lenkwerk::web::components {

namespace {

// A number is typed as text with a keyboard of digits: type=number changes values under the wheel and hides what was typed
// when it is none.
html::Attributes type_of(TextKind kind) {
    switch (kind) {
        case TextKind::number: return html::attributes(R"(type="text" inputmode="numeric")");
        case TextKind::decimal: return html::attributes(R"(type="text" inputmode="decimal")");
        case TextKind::email: return html::attributes(R"(type="email" autocapitalize="off" spellcheck="false")");
        case TextKind::phone: return html::attributes(R"(type="tel")");
        case TextKind::address: return html::attributes(R"(type="url" spellcheck="false")");
        case TextKind::password: return html::attributes(R"(type="password" autocomplete="current-password")");
        case TextKind::new_password: return html::attributes(R"(type="password" autocomplete="new-password")");
        case TextKind::search: return html::attributes(R"(type="search")");
        case TextKind::text: break;
    }
    return html::attributes(R"(type="text")");
}

bool is_secret(TextKind kind) { return kind == TextKind::password || kind == TextKind::new_password; }

html::Attributes autocomplete_of(TextField const& field) {
    if (field.autocomplete.empty() || is_secret(field.kind)) return {};
    return html::attributes("autocomplete=\"{}\"", html::checked_word(field.autocomplete));
}

}  // namespace

void text_field(OpenForm const& open, TextField const& field) {
    FieldFrame const frame(open, field);
    auto const wrong = frame.is_wrong() ? std::string_view{" kern-form-input__input--error"} : std::string_view{};
    open.w.put(R"(<div class="kern-form-input{}">)", frame.is_wrong() ? " kern-form-input--error" : "");
    frame.label();
    if (!field.suffix.empty()) open.w.put(R"(<div class="lw-with-suffix">)");
    // What was typed as a password is never sent back.
    open.w.put(R"(<input class="kern-form-input__input{}" id="{}" name="{}" value="{}" maxlength="{}"{}{}{}>)", wrong,
               frame.id(), field.name, is_secret(field.kind) ? std::string{} : open.form.value(field.name),
               field.max_length, type_of(field.kind), autocomplete_of(field), frame.attributes());
    if (!field.suffix.empty())
        open.w.put(R"(<span class="lw-suffix" aria-hidden="true">{}</span></div>)", field.suffix);
    frame.messages();
    open.w.put("</div>");
}

}  // namespace lenkwerk::web::components
