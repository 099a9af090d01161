#pragma once
// The JSON twin: routes below /api/v1 run the same commands, take the same names and answer the same keys.
#include "base/outcome.hpp"
#include "platform/i18n/locale.hpp"
#include "platform/web/http.hpp"

namespace lenkwerk::web {

bool is_api(std::string_view path);  // below /api/

// {"problems":[{"key":"measures.stop.reason_missing","field":"reason","message":"…"}]}; 422 unless told otherwise.
Response refused(i18n::Locale const& locale, Problems const& problems, int status = 422);
// 201 with the address of what was made: {"address":"/api/v1/measures/42"}
Response created(std::string const& address);

}  // namespace lenkwerk::web
