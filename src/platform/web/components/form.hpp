#pragma once
// A form as readers see it: hidden fields, a summary of what is wrong with links to the fields, and the fields themselves.
//
//   ui::form(w, visit, form, {.action = html::Url{"/massnahmen"}}, [&](ui::OpenForm const& open) {
//       ui::text_field(open, {.name = "title", .label = visit.text("measures.form.title"), .max_length = 200});
//       ui::submit_row(open, {.label = visit.text("measures.form.save"), .cancel = html::Url{"/massnahmen"}});
//   });
#include "platform/html/writer.hpp"
#include "platform/i18n/locale.hpp"
#include "platform/web/form.hpp"
#include "platform/web/visit.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::web::components {

enum class Sends { fields, files };

struct FormFrame {
    html::Url action;
    std::optional<std::int64_t> version = std::nullopt;  // of the thing that is edited (Form, kVersionField)
    Sends sends = Sends::fields;
    std::string id_prefix = {};  // where a page has several forms with the same fields: "a12-"
    std::string label = {};      // for screen readers, where a page has several forms
};

// What a field needs to know of the form in which it stands.
struct OpenForm {
    html::Writer& w;
    Form const& form;
    i18n::Locale const& locale;
    std::string_view id_prefix = {};

    std::string id(std::string_view field) const { return std::string(id_prefix).append(field); }
};

using FormFields = std::function<void(OpenForm const&)>;

void form(html::Writer& w, Visit& visit, Form const& form, FormFrame const& frame, FormFields const& fields);
// The same without a visit, for tests and the pattern page.
void form(html::Writer& w, i18n::Locale const& locale, std::string_view csrf_token, Form const& form,
          FormFrame const& frame, FormFields const& fields);

// A form that is one button, such as "withdraw": for acts without fields.
struct Button {
    std::string label;
    html::Url action;
    std::optional<std::int64_t> version = std::nullopt;
    std::string more_for_screen_readers = {};  // "von Maßnahme 42", where a page repeats the same button
    bool weighty = false;                      // what cannot be undone
};
void button_form(html::Writer& w, Visit& visit, Button const& button);
void button_form(html::Writer& w, std::string_view csrf_token, Button const& button);

}  // namespace lenkwerk::web::components
