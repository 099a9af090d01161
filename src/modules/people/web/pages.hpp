#pragma once
// The pages of people: one function a route, one page a file; routes.cpp lists them.
#include "platform/web/visit.hpp"

namespace lenkwerk::people {

web::Response show_sign_in(web::Visit& visit);
web::Response sign_in(web::Visit& visit);
web::Response sign_out(web::Visit& visit);

web::Response show_password_request(web::Visit& visit);
web::Response request_password(web::Visit& visit);
web::Response show_new_password(web::Visit& visit);
web::Response set_new_password(web::Visit& visit);

web::Response show_own_account(web::Visit& visit);
web::Response change_own_password(web::Visit& visit);
web::Response end_own_session(web::Visit& visit);
web::Response end_own_sessions(web::Visit& visit);

web::Response list_accounts_page(web::Visit& visit);
web::Response show_new_account(web::Visit& visit);
web::Response add_account(web::Visit& visit);
web::Response show_account(web::Visit& visit);
web::Response save_account(web::Visit& visit);
web::Response disable_account_page(web::Visit& visit);
web::Response enable_account_page(web::Visit& visit);
web::Response add_role(web::Visit& visit);
web::Response end_role_page(web::Visit& visit);

web::Response list_organisations_page(web::Visit& visit);
web::Response show_organisation(web::Visit& visit);
web::Response show_new_organisation(web::Visit& visit);
web::Response add_organisation_page(web::Visit& visit);
web::Response show_edit_organisation(web::Visit& visit);
web::Response save_organisation(web::Visit& visit);
web::Response close_organisation_page(web::Visit& visit);

}  // namespace lenkwerk::people
