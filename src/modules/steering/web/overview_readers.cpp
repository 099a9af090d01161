#include "modules/steering/web/overview_readers.hpp"

#include "modules/steering/commands/overview.hpp"

#include <fmt/format.h>

namespace lenkwerk::steering {

bool may_read(Viewer const& viewer, bodies::BodyId body, Form form) {
    return form == Form::everyone || viewer.may_see(Audience::body(body.value));
}

bodies::SessionLine session_with_overview(web::Visit& visit, Form form) {
    auto const session = bodies::session(visit.reader(), visit.viewer(), visit.id<bodies::SessionId>("id"));
    if (!session || !has_overview(*session) || !may_read(visit.viewer(), session->body, form)) throw web::NotFound{};
    return *session;
}

html::Url overview_address(bodies::SessionId id, Form form, std::string_view rest) {
    auto const* const of_form = form == Form::everyone ? "/oeffentlich" : "";
    return html::Url::checked(fmt::format("/sitzungen/{}/uebersicht{}{}", id.value, of_form, rest));
}

}  // namespace lenkwerk::steering
