#pragma once
// Who reads which form of a session's overview: the same on the page, in the PDF and in the API.
#include "modules/bodies/bodies.hpp"
#include "modules/steering/rules/overview.hpp"
#include "platform/html/url.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::steering {

// The session's own visibility decides about the public form (in SQL, by bodies::session); an overview that is not frozen yet has no
// row of its own, so that the body's form asks the viewer here.
bool may_read(Viewer const& viewer, bodies::BodyId body, Form form);
// The session of the address; NotFound where it has no overview in this form that the reader may see.
bodies::SessionLine session_with_overview(web::Visit& visit, Form form);
// "/sitzungen/7/uebersicht/oeffentlich/pdf" for the rest "/pdf".
html::Url overview_address(bodies::SessionId id, Form form, std::string_view rest = "");

}  // namespace lenkwerk::steering
