#include "modules/council/web/routes.hpp"

#include "modules/council/commands/papers.hpp"
#include "modules/council/commands/readings.hpp"
#include "modules/council/web/pages.hpp"

namespace lenkwerk::council {

std::vector<Route> routes() {
    using web::Method;
    Door const import{Door::Kind::permission, std::string(kImport)};
    Door const publish{Door::Kind::permission, std::string(kPublish)};
    Door const record{Door::Kind::permission, std::string(kRecord)};
    return {
        {Method::get, "/vorlagen", list_papers_page},
        {Method::get, "/vorlagen/{id}", show_paper},
        {Method::get, "/vorlagen/eingang", show_intake, import},
        {Method::post, "/vorlagen/eingang", take_in_paper, import},
        {Method::get, "/vorlagen/eingang/{id}", show_review, import},
        {Method::post, "/vorlagen/eingang/{id}", save_review, import},
        {Method::post, "/vorlagen/eingang/{id}/ende", discard_reading, import},
        {Method::post, "/vorlagen/{id}/berichtigung", reopen_paper, import},
        {Method::post, "/vorlagen/{id}/sichtbarkeit", show_paper_publication, publish},
        {Method::get, "/vorlagen/{id}/ergebnisse", show_results_form, record},
        {Method::post, "/vorlagen/{id}/ergebnisse", save_results, record},
        {Method::get, "/api/v1/papers", list_papers_as_json},
        {Method::get, "/api/v1/papers/{id}", show_paper_as_json},
        {Method::post, "/api/v1/papers/{id}/audience", show_paper_publication, publish},
        {Method::post, "/api/v1/papers/{id}/results", save_results, record},
        {Method::post, "/api/v1/paper-readings", take_in_paper, import},
        {Method::get, "/api/v1/paper-readings/{id}", show_reading_as_json, import},
        {Method::post, "/api/v1/paper-readings/{id}", save_review, import},
    };
}

}  // namespace lenkwerk::council
