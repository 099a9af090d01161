#include "modules/measures/web/routes.hpp"

#include "modules/measures/commands/activities.hpp"
#include "modules/measures/web/pages.hpp"

namespace lenkwerk::measures {

std::vector<Route> routes() {
    using web::Method;
    Door const reports{Door::Kind::permission, std::string(kReport)};
    Door const manages{Door::Kind::permission, std::string(kManage)};
    return {
        {Method::get, "/massnahmen", list_activities_page},
        {Method::get, "/massnahmen/{id}", show_activity_page},
        {Method::get, "/massnahmen/neu", show_new_activity, reports},
        {Method::post, "/massnahmen", add_activity_page, reports},
        {Method::get, "/massnahmen/{id}/bearbeiten", show_edit_activity, reports},
        {Method::post, "/massnahmen/{id}", save_activity, reports},
        {Method::get, "/massnahmen/{id}/sachstaende/neu", show_new_report, reports},
        {Method::post, "/massnahmen/{id}/sachstaende", add_report, reports},
        {Method::get, "/sachstandsrunden", list_rounds_page, reports},
        {Method::post, "/sachstandsrunden", open_round_page, manages},
        {Method::get, "/sachstandsrunden/{id}", show_round, reports},
        {Method::post, "/sachstandsrunden/{id}/ende", close_round_page, manages},
        {Method::get, "/sachstandsrunden/{id}/organisationen/{organisation}", show_round_form, reports},
        {Method::post, "/sachstandsrunden/{id}/organisationen/{organisation}", answer_round_page, reports},
    };
}

}  // namespace lenkwerk::measures
