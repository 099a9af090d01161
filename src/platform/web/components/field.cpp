#include "platform/web/components/field.hpp"

namespace lenkwerk::web::components {

FieldFrame::FieldFrame(OpenForm const& open, Field const& field)
    : open_(open), field_(field), id_(open.id(field.name)), problems_(open.form.problems_at(field.name)) {}

std::string FieldFrame::described_by() const {
    std::string ids;
    if (!field_.hint.empty()) ids = id_ + "-hint";
    if (is_wrong()) ids.append(ids.empty() ? "" : " ").append(id_).append("-error");
    return ids;
}

html::Attributes FieldFrame::attributes() const {
    auto const ids = described_by();
    auto attributes = html::when(!ids.empty(), "aria-describedby=\"{}\"", ids);
    attributes += html::when(is_wrong(), "aria-invalid=\"true\"");
    attributes += html::when(field_.need == Need::required, "required");
    return attributes;
}

html::Attributes FieldFrame::group_attributes() const {
    auto const ids = described_by();
    return html::when(!ids.empty(), "aria-describedby=\"{}\"", ids);
}

void FieldFrame::hint() const {
    if (!field_.hint.empty()) open_.w.put(R"(<p class="kern-hint" id="{}-hint">{}</p>)", id_, field_.hint);
}

void FieldFrame::label() const {
    open_.w.put(R"(<label class="kern-label" for="{}">{}{}</label>)", id_, field_.label, [&](html::Writer& w) {
        if (field_.need == Need::optional)
            w.put(R"(<span class="kern-label__optional"> {}</span>)", open_.locale.text("common.form.optional"));
    });
    hint();
}

void FieldFrame::legend() const {
    open_.w.put(R"(<legend class="kern-label">{}{}</legend>)", field_.label, [&](html::Writer& w) {
        if (field_.need == Need::optional)
            w.put(R"(<span class="kern-label__optional"> {}</span>)", open_.locale.text("common.form.optional"));
    });
    hint();
}

void FieldFrame::messages() const {
    if (!is_wrong()) return;
    open_.w.put(
        R"(<div class="kern-error" id="{}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span>)",
        id_);
    for (auto const& problem : problems_) open_.w.put(R"(<p class="kern-body">{}</p>)", open_.locale.explain(problem));
    open_.w.put("</div>");
}

}  // namespace lenkwerk::web::components
