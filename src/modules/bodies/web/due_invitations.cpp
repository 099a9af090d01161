#include "modules/bodies/web/due_invitations.hpp"

#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/store/due_invitations.hpp"
#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {

void show_due_invitations(web::Visit& visit, Subject const&, html::Writer& w) {
    if (!visit.actor().may(kManage)) return;
    auto const due = store::due_invitations(visit.reader(), visit.today());
    if (due.empty()) return;
    ui::notice(w, {.title = visit.text("bodies.due.title", {{"count", static_cast<std::int64_t>(due.size())}}),
                   .text = visit.text("bodies.due.text"),
                   .kind = ui::NoticeKind::warning,
                   .more = [&](html::Writer& more) {
                       more.put("<ul>");
                       for (auto const& invitation : due)
                           more.put(R"(<li><a class="kern-link" href="{}">{}</a></li>)",
                                    session_address(invitation.session),
                                    visit.text("bodies.due.session", {{"body", invitation.body_name},
                                                                      {"day", visit.locale().day(invitation.day)},
                                                                      {"due", visit.locale().day(invitation.due)}}));
                       more.put("</ul>");
                   }});
}

}  // namespace lenkwerk::bodies
