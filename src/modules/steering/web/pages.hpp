#pragma once
// The pages of steering.
#include "platform/module.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::steering {

// The overview of the next session, in the form that the reader may see.
web::Response show_current_overview(web::Visit& visit);
web::Response show_body_form(web::Visit& visit);
web::Response show_public_form(web::Visit& visit);
web::Response download_body_form(web::Visit& visit);
web::Response download_public_form(web::Visit& visit);
// On the session's page: where its overviews are.
void show_session_panel(web::Visit& visit, Subject const& session, html::Writer& w);

// The verdicts of a session: on its page, and the office's form.
void show_verdict_panel(web::Visit& visit, Subject const& session, html::Writer& w);
web::Response show_verdict_form(web::Visit& visit);
web::Response give_verdicts_page(web::Visit& visit);
web::Response close_session_page(web::Visit& visit);
web::Response show_new_change(web::Visit& visit);
web::Response write_change_page(web::Visit& visit);
web::Response withdraw_change_page(web::Visit& visit);

web::Response show_findings(web::Visit& visit);
web::Response note_finding_page(web::Visit& visit);
web::Response withdraw_finding_page(web::Visit& visit);

web::Response list_signals_page(web::Visit& visit);
web::Response show_new_signal(web::Visit& visit);
web::Response file_signal_page(web::Visit& visit);
web::Response show_signal_page(web::Visit& visit);
web::Response answer_signal_page(web::Visit& visit);
web::Response publish_signal_page(web::Visit& visit);

std::vector<Route> routes();

}  // namespace lenkwerk::steering
