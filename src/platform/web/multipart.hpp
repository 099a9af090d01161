#pragma once
// multipart/form-data (RFC 7578): the fields and files of a form with uploads.
#include "platform/web/http.hpp"

namespace lenkwerk::web {

// Nothing where the boundary is missing, the closing one does not come, a part has no name, or there are more than 1000
// parts.
std::optional<Fields> fields_of_multipart(std::string_view content_type, std::string_view body);

// The value of a parameter in a header: header_parameter("form-data; name=\"a\"", "name") is "a". Nothing where absent.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);

}  // namespace lenkwerk::web
