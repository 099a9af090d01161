#include "modules/people/web/routes.hpp"

#include "modules/people/commands/accounts.hpp"
#include "modules/people/commands/organisations.hpp"
#include "modules/people/web/api.hpp"
#include "modules/people/web/pages.hpp"

namespace lenkwerk::people {

std::vector<Route> routes() {
    using web::Method;
    Door const signed_in{Door::Kind::signed_in};
    Door const accounts{Door::Kind::permission, std::string(kManageAccounts)};
    Door const organisations{Door::Kind::permission, std::string(kManageOrganisations)};
    return {
        {Method::get, "/anmelden", show_sign_in},
        {Method::post, "/anmelden", sign_in},
        {Method::post, "/abmelden", sign_out},
        {Method::get, "/passwort-vergessen", show_password_request},
        {Method::post, "/passwort-vergessen", request_password},
        {Method::get, "/passwort/{token}", show_new_password},
        {Method::post, "/passwort/{token}", set_new_password},
        {Method::get, "/konto", show_own_account, signed_in},
        {Method::post, "/konto/passwort", change_own_password, signed_in},
        {Method::post, "/konto/sitzungen/ende", end_own_sessions, signed_in},
        {Method::post, "/konto/sitzungen/{id}/ende", end_own_session, signed_in},
        {Method::get, "/verwaltung/personen", list_accounts_page, accounts},
        {Method::post, "/verwaltung/personen", add_account, accounts},
        {Method::get, "/verwaltung/personen/neu", show_new_account, accounts},
        {Method::get, "/verwaltung/personen/{id}", show_account, accounts},
        {Method::post, "/verwaltung/personen/{id}", save_account, accounts},
        {Method::post, "/verwaltung/personen/{id}/sperre", disable_account_page, accounts},
        {Method::post, "/verwaltung/personen/{id}/freigabe", enable_account_page, accounts},
        {Method::post, "/verwaltung/personen/{id}/rollen", add_role, accounts},
        {Method::post, "/verwaltung/personen/{id}/rollen/{grant}/ende", end_role_page, accounts},
        {Method::get, "/api/v1/organisations", list_organisations_as_json},
        {Method::get, "/organisationen", list_organisations_page},
        {Method::post, "/organisationen", add_organisation_page, organisations},
        {Method::get, "/organisationen/neu", show_new_organisation, organisations},
        {Method::get, "/organisationen/{id}", show_organisation},
        {Method::get, "/organisationen/{id}/bearbeiten", show_edit_organisation, organisations},
        {Method::post, "/organisationen/{id}", save_organisation, organisations},
        {Method::post, "/organisationen/{id}/ende", close_organisation_page, organisations},
    };
}

}  // namespace lenkwerk::people
