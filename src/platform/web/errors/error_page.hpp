#pragma once
// What readers see when something does not work: what happened, and what to do next. Programs below /api/ get the same as JSON.
#include "platform/i18n/locale.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::web {

// `name` is that of the messages: "404", "form_expired". Inside the city's layout.
Response error_page(Visit& visit, int status, std::string const& name);
inline Response error_page(Visit& visit, int status) { return error_page(visit, status, std::to_string(status)); }

// Without a visit: what could not be read, and what failed. Needs no database. `incident` may be empty.
Response bare_error_page(i18n::Locale const& locale, int status, std::string const& incident = {});

}  // namespace lenkwerk::web
