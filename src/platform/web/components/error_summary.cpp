#include "platform/web/components/error_summary.hpp"

namespace lenkwerk::web::components {

namespace {

void entry(html::Writer& w, OpenForm const& open, Problem const& problem) {
    auto const message = open.locale.explain(problem);
    if (problem.field.empty())
        w.put("<li>{}</li>", message);
    else
        w.put(R"(<li><a class="kern-link" href="#{}">{}</a></li>)", html::part(open.id(problem.field)), message);
}

}  // namespace

void error_summary(OpenForm const& open) {
    auto const& problems = open.form.problems();
    if (problems.empty()) return;
    open.w.put(
        R"(<div class="kern-alert kern-alert--danger lw-alert" role="alert" tabindex="-1" autofocus><div class="kern-alert__header">)"
        R"(<span class="kern-icon kern-icon--danger" aria-hidden="true"></span><h2 class="kern-title">{}</h2></div>)"
        R"(<div class="kern-alert__body"><ul class="lw-alert__list">)",
        open.locale.text("common.form.problems", {{"count", static_cast<std::int64_t>(problems.size())}}));
    for (auto const& problem : problems) entry(open.w, open, problem);
    open.w.put("</ul></div></div>");
}

}  // namespace lenkwerk::web::components
