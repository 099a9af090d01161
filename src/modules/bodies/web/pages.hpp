#pragma once
// The pages of bodies.
#include "modules/bodies/rules/session.hpp"
#include "platform/module.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/panels.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::bodies {

web::Response list_bodies_page(web::Visit& visit);
web::Response show_body(web::Visit& visit);

web::Response show_new_body(web::Visit& visit);
web::Response add_body_page(web::Visit& visit);
web::Response show_edit_body(web::Visit& visit);
web::Response save_body(web::Visit& visit);
web::Response close_body_page(web::Visit& visit);

web::Response show_member_import(web::Visit& visit);
web::Response check_member_import(web::Visit& visit);
web::Response confirm_member_import(web::Visit& visit);
web::Response download_member_template(web::Visit& visit);
web::Response show_new_member(web::Visit& visit);
web::Response add_member_page(web::Visit& visit);
web::Response show_edit_member(web::Visit& visit);
web::Response save_member(web::Visit& visit);

web::Response show_new_series(web::Visit& visit);
web::Response start_series_page(web::Visit& visit);
web::Response end_series_page(web::Visit& visit);

web::Response show_session_page(web::Visit& visit);
web::Response download_calendar(web::Visit& visit);
web::Response show_new_session(web::Visit& visit);
web::Response add_session_page(web::Visit& visit);
web::Response show_edit_session(web::Visit& visit);
web::Response save_session(web::Visit& visit);
web::Response invite_page(web::Visit& visit);
web::Response cancel_session_page(web::Visit& visit);
web::Response note_held_page(web::Visit& visit);
web::Response publish_session_page(web::Visit& visit);

web::Response show_new_agenda_item(web::Visit& visit);
web::Response add_agenda_item_page(web::Visit& visit);
web::Response show_edit_agenda_item(web::Visit& visit);
web::Response save_agenda_item(web::Visit& visit);
web::Response remove_agenda_item_page(web::Visit& visit);
web::Response raise_agenda_item_page(web::Visit& visit);

std::vector<Route> routes();

}  // namespace lenkwerk::bodies
