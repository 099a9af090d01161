#include "modules/bodies/web/next_sessions.hpp"

#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {

namespace {
constexpr int kMost = 5;
}

void show_next_sessions(web::Visit& visit, Subject const&, html::Writer& w) {
    auto const sessions = store::upcoming(visit.reader(), visit.viewer(), visit.today(), kMost);
    if (sessions.empty()) return;
    w.put(R"(<section><h2>{}</h2><ul>)", visit.text("bodies.next.title"));
    for (auto const& session : sessions)
        w.put(R"(<li><a class="kern-link" href="{}">{}</a> <span class="lw-muted">{}</span></li>)",
              session_address(session.id), store::find_body(visit.reader(), session.body).value().facts.name,
              when_text(visit, session.facts));
    w.put("</ul></section>");
}

}  // namespace lenkwerk::bodies
