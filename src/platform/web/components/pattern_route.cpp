#include "platform/web/components/pattern_route.hpp"

#include "platform/settings.hpp"
#include "platform/web/components/pattern_page.hpp"
#include "platform/web/layout.hpp"

namespace lenkwerk::web::components {

namespace {

Response show(Visit& visit) {
    if (setting(visit.reader(), "city.demo") != "yes") throw NotFound{};
    Frame const frame{.title = "Musterseite", .emergency_hint = true, .indexed = false};
    return page(visit, frame, [&](html::Writer& w) { pattern_page(w, visit.locale()); });
}

}  // namespace

Route pattern_route() { return {Method::get, "/muster", show}; }

}  // namespace lenkwerk::web::components
