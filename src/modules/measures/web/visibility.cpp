#include "modules/measures/web/visibility.hpp"

namespace lenkwerk::measures {

std::vector<ui::Choice> audience_choices(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const* audience : {"public", "administration", "body"})
        choices.push_back({audience, visit.text(std::string("measures.audience.") + audience)});
    return choices;
}

Audience chosen_audience(web::Fields const& form) {
    auto const visibility = visibility_of(form.text("audience")).value_or(Visibility::administration);
    return Audience::stored(word(visibility));
}

void visibility_form(html::Writer& w, web::Visit& visit, VisibilityForm const& shown) {
    auto const title = visit.text("measures.visibility.title");
    w.put(R"(<details class="lw-no-print"><summary>{}</summary>)", title);
    web::Form form;
    form.preset("audience", std::string(word(shown.now.visibility())));
    ui::form(w, visit, form, {.action = shown.action, .id_prefix = shown.id + "-", .label = title + ": " + shown.what},
             [&](ui::OpenForm const& open) {
                 ui::select(open, {{.name = "audience", .label = visit.text("measures.field.audience")},
                                   audience_choices(visit)});
                 ui::submit_row(open, {.label = visit.text("measures.visibility.submit")});
             });
    w.put("</details>");
}

}  // namespace lenkwerk::measures
