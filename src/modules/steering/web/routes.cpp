#include "modules/steering/commands/findings.hpp"
#include "modules/steering/web/api.hpp"
#include "modules/steering/web/pages.hpp"

namespace lenkwerk::steering {

std::vector<Route> routes() {
    using web::Method;
    Door const contribute{Door::Kind::permission, std::string(kContribute)};
    Door const manage{Door::Kind::permission, std::string(kManage)};
    return {{Method::get, "/uebersicht", show_current_overview},
            {Method::get, "/sitzungen/{id}/uebersicht", show_body_form},
            {Method::get, "/sitzungen/{id}/uebersicht/oeffentlich", show_public_form},
            {Method::get, "/sitzungen/{id}/uebersicht/pdf", download_body_form},
            {Method::get, "/sitzungen/{id}/uebersicht/oeffentlich/pdf", download_public_form},
            {Method::get, "/api/v1/sessions/{id}/overview", show_overview_as_json},
            {Method::get, "/sitzungen/{id}/ergebnis", show_verdict_form, manage},
            {Method::post, "/sitzungen/{id}/ergebnis", give_verdicts_page, manage},
            {Method::post, "/sitzungen/{id}/abschluss", close_session_page, manage},
            {Method::get, "/sitzungen/{id}/aenderungen/neu", show_new_change, manage},
            {Method::post, "/sitzungen/{id}/aenderungen", write_change_page, manage},
            {Method::post, "/sitzungen/{id}/aenderungen/{change}/ende", withdraw_change_page, manage},
            {Method::get, "/perspektiven", show_findings, contribute},
            {Method::post, "/perspektiven", note_finding_page, contribute},
            {Method::post, "/perspektiven/{id}/ende", withdraw_finding_page, manage},
            {Method::get, "/signale", list_signals_page},
            {Method::get, "/signale/neu", show_new_signal, contribute},
            {Method::post, "/signale", file_signal_page, contribute},
            {Method::get, "/signale/{id}", show_signal_page},
            {Method::post, "/signale/{id}/reaktion", answer_signal_page, manage},
            {Method::post, "/signale/{id}/sichtbarkeit", publish_signal_page, manage}};
}

}  // namespace lenkwerk::steering
