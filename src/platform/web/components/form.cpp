#include "platform/web/components/form.hpp"

#include "platform/web/components/error_summary.hpp"

namespace lenkwerk::web::components {

namespace {

void hidden(html::Writer& w, std::string_view name, std::string_view value) {
    w.put(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

void hidden_fields(html::Writer& w, std::string_view csrf_token, Form const& form,
                   std::optional<std::int64_t> version) {
    hidden(w, kCsrfField, csrf_token);
    hidden(w, kIdempotencyField, form.idempotency_key());
    // A form that is shown again keeps the version on which it was made, or its 409 would never be seen.
    if (version) hidden(w, kVersionField, form.was_sent() ? form.value(kVersionField) : std::to_string(*version));
}

}  // namespace

void form(html::Writer& w, i18n::Locale const& locale, std::string_view csrf_token, Form const& form,
          FormFrame const& frame, FormFields const& fields) {
    OpenForm const open{w, form, locale, frame.id_prefix};
    error_summary(open);
    w.put(R"(<form class="lw-form" method="post" action="{}" novalidate{}{}>)", frame.action,
          html::when(frame.sends == Sends::files, "enctype=\"multipart/form-data\""),
          html::when(!frame.label.empty(), "aria-label=\"{}\"", frame.label));
    hidden_fields(w, csrf_token, form, frame.version);
    fields(open);
    w.put("</form>");
}

void form(html::Writer& w, Visit& visit, Form const& form, FormFrame const& frame, FormFields const& fields) {
    components::form(w, visit.locale(), visit.csrf_token(), form, frame, fields);
}

void button_form(html::Writer& w, std::string_view csrf_token, Button const& button) {
    w.put(R"(<form class="lw-button-form" method="post" action="{}">)", button.action);
    hidden_fields(w, csrf_token, Form{}, button.version);
    w.put(
        R"(<button class="kern-btn kern-btn--{} lw-btn{}" type="submit"><span class="kern-label">{}{}</span></button></form>)",
        button.weighty ? "secondary" : "tertiary", button.weighty ? " lw-btn--weighty" : "", button.label,
        [&](html::Writer& inner) {
            if (!button.more_for_screen_readers.empty())
                inner.put(R"(<span class="lw-sr-only"> {}</span>)", button.more_for_screen_readers);
        });
}

void button_form(html::Writer& w, Visit& visit, Button const& button) { button_form(w, visit.csrf_token(), button); }

}  // namespace lenkwerk::web::components
