#pragma once
// The pages of the council's papers: one function a route; routes.cpp lists them.
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::council {

web::Response list_papers_page(web::Visit& visit);
web::Response show_paper(web::Visit& visit);
web::Response show_paper_publication(web::Visit& visit);  // POST, of the API too
web::Response show_results_form(web::Visit& visit);
web::Response save_results(web::Visit& visit);  // of the API too

web::Response show_intake(web::Visit& visit);
web::Response take_in_paper(web::Visit& visit);  // of the API too
web::Response show_review(web::Visit& visit);
web::Response save_review(web::Visit& visit);  // of the API too
web::Response discard_reading(web::Visit& visit);
web::Response reopen_paper(web::Visit& visit);

web::Response list_papers_as_json(web::Visit& visit);
web::Response show_paper_as_json(web::Visit& visit);
web::Response show_reading_as_json(web::Visit& visit);

void show_plan_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
void show_topic_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
void show_body_panel(web::Visit& visit, Subject const& subject, html::Writer& w);

}  // namespace lenkwerk::council
