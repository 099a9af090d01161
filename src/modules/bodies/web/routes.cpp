#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/web/api.hpp"
#include "modules/bodies/web/pages.hpp"

namespace lenkwerk::bodies {
namespace {

using web::Method;

std::vector<Route> open_routes() {
    return {{Method::get, "/gremien", list_bodies_page},
            {Method::get, "/gremien/{id}", show_body},
            {Method::get, "/sitzungen/{id}", show_session_page},
            {Method::get, "/sitzungen/{id}/termin", download_calendar},
            {Method::get, "/api/v1/bodies", list_bodies_as_json},
            {Method::get, "/api/v1/bodies/{id}", show_body_as_json},
            {Method::get, "/api/v1/sessions/{id}", show_session_as_json}};
}

std::vector<Route> body_routes(Door const& manage) {
    return {{Method::get, "/gremien/neu", show_new_body, manage},
            {Method::post, "/gremien", add_body_page, manage},
            {Method::get, "/gremien/{id}/bearbeiten", show_edit_body, manage},
            {Method::post, "/gremien/{id}", save_body, manage},
            {Method::post, "/gremien/{id}/ende", close_body_page, manage},
            {Method::get, "/gremien/{id}/mitglieder/neu", show_new_member, manage},
            {Method::post, "/gremien/{id}/mitglieder", add_member_page, manage},
            {Method::get, "/gremien/{id}/mitglieder/einlesen", show_member_import, manage},
            {Method::get, "/gremien/{id}/mitglieder/vorlage", download_member_template, manage},
            {Method::post, "/gremien/{id}/mitglieder/einlesen", check_member_import, manage},
            {Method::post, "/gremien/{id}/mitglieder/uebernahme", confirm_member_import, manage},
            {Method::get, "/gremien/{id}/mitglieder/{member}", show_edit_member, manage},
            {Method::post, "/gremien/{id}/mitglieder/{member}", save_member, manage},
            {Method::get, "/gremien/{id}/reihen/neu", show_new_series, manage},
            {Method::post, "/gremien/{id}/reihen", start_series_page, manage},
            {Method::post, "/gremien/{id}/reihen/{series}/ende", end_series_page, manage},
            {Method::get, "/gremien/{id}/sitzungen/neu", show_new_session, manage},
            {Method::post, "/gremien/{id}/sitzungen", add_session_page, manage}};
}

std::vector<Route> session_routes(Door const& manage) {
    return {{Method::get, "/sitzungen/{id}/bearbeiten", show_edit_session, manage},
            {Method::post, "/sitzungen/{id}", save_session, manage},
            {Method::post, "/sitzungen/{id}/einladung", invite_page, manage},
            {Method::post, "/sitzungen/{id}/absage", cancel_session_page, manage},
            {Method::post, "/sitzungen/{id}/durchfuehrung", note_held_page, manage},
            {Method::post, "/sitzungen/{id}/sichtbarkeit", publish_session_page, manage},
            {Method::get, "/sitzungen/{id}/tagesordnung/neu", show_new_agenda_item, manage},
            {Method::post, "/sitzungen/{id}/tagesordnung", add_agenda_item_page, manage},
            {Method::get, "/sitzungen/{id}/tagesordnung/{item}", show_edit_agenda_item, manage},
            {Method::post, "/sitzungen/{id}/tagesordnung/{item}", save_agenda_item, manage},
            {Method::post, "/sitzungen/{id}/tagesordnung/{item}/ende", remove_agenda_item_page, manage},
            {Method::post, "/sitzungen/{id}/tagesordnung/{item}/platz", raise_agenda_item_page, manage}};
}

}  // namespace

std::vector<Route> routes() {
    Door const manage{Door::Kind::permission, std::string(kManage)};
    auto all = open_routes();
    for (auto& more : {body_routes(manage), session_routes(manage)}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace lenkwerk::bodies
