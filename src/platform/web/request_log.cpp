#include "platform/web/request_log.hpp"

#include "platform/log/log.hpp"
#include "platform/web/router.hpp"

namespace lenkwerk::web {

void log_request(LogLine const& line) {
    auto const& reply = line.reply;
    log::info("request", {{"request", line.request_id},
                          {"method", line.method ? word(*line.method) : "-"},
                          {"route", reply.route},
                          {"status", std::int64_t{reply.status}},
                          {"microseconds", std::int64_t{line.time.count()}},
                          {"bytes", static_cast<std::int64_t>(reply.body ? reply.body->size() : 0)},
                          {"kept", reply.from_cache}});
}

void log_failure(std::string_view route, std::string_view incident, std::exception const& failure) {
    log::error("failure", {{"incident", incident}, {"route", route}, {"what", std::string_view{failure.what()}}});
}

}  // namespace lenkwerk::web
