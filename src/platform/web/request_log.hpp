#pragma once
// What the log says of requests, one JSON object a line: enough to find a fault and to see the load, nothing about anybody.
#include "platform/web/server.hpp"

#include <exception>

namespace lenkwerk::web {

void log_request(LogLine const& line);
// `route` is the pattern; `incident` the number that the reader was told.
void log_failure(std::string_view route, std::string_view incident, std::exception const& failure);

}  // namespace lenkwerk::web
