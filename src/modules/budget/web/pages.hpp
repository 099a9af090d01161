#pragma once
// The pages of the budget: one function a route; module.cpp lists them.
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::budget {

web::Response show_budget(web::Visit& visit);
web::Response show_line(web::Visit& visit);
web::Response show_basis_form(web::Visit& visit);
web::Response save_basis(web::Visit& visit);  // of the API too
web::Response list_lines_as_json(web::Visit& visit);
web::Response show_line_as_json(web::Visit& visit);

void show_plan_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
void show_paper_panel(web::Visit& visit, Subject const& subject, html::Writer& w);

}  // namespace lenkwerk::budget
