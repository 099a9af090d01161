#include "platform/web/components/heading.hpp"

namespace lenkwerk::web::components {

void actions(html::Writer& w, std::vector<Action> const& actions) {
    if (actions.empty()) return;
    w.put(R"(<div class="lw-actions">)");
    for (auto const& action : actions) {
        w.put(R"(<a class="kern-btn kern-btn--secondary" href="{}">)", action.address);
        if (!action.icon.empty())
            w.put(R"(<span class="kern-icon kern-icon--{}" aria-hidden="true"></span>)", action.icon);
        w.put(R"(<span class="kern-label">{}</span></a>)", action.label);
    }
    w.put("</div>");
}

void heading(html::Writer& w, Heading const& heading) {
    w.put(R"(<div class="lw-heading">)");
    if (!heading.above.empty()) w.put(R"(<p class="lw-heading__above">{}</p>)", heading.above);
    w.put(R"(<div class="lw-heading__row"><h1 class="lw-heading__title">{}</h1>)", heading.title);
    if (heading.beside) heading.beside(w);
    w.put("</div>");
    if (!heading.lead.empty()) w.put(R"(<p class="lw-lead">{}</p>)", heading.lead);
    actions(w, heading.actions);
    w.put("</div>");
}

}  // namespace lenkwerk::web::components
