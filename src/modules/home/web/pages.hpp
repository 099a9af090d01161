#pragma once
// What a visitor meets first.
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::home {

web::Response show_start(web::Visit& visit);
web::Response show_search(web::Visit& visit);
web::Response search_as_json(web::Visit& visit);
web::Response show_content_page(web::Visit& visit);
// The table of tables, for the page on privacy.
void show_tables(html::Writer& w, web::Visit& visit);
web::Response show_edit_content_page(web::Visit& visit);
web::Response save_content_page(web::Visit& visit);
web::Response show_barrier_form(web::Visit& visit);
web::Response send_barrier(web::Visit& visit);
web::Response list_barriers_page(web::Visit& visit);
web::Response show_barrier(web::Visit& visit);
web::Response answer_barrier_page(web::Visit& visit);

}  // namespace lenkwerk::home
