#include "platform/log/log.hpp"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <nlohmann/json.hpp>

namespace lenkwerk::log {
namespace {

// The object is opened by the pattern, because spdlog knows the time; the message is the rest of it.
constexpr char const* kPattern = R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";

// Hands each line to a function.
class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit FunctionSink(Sink give) : give_(std::move(give)) {}

private:
    void sink_it_(spdlog::details::log_msg const& message) override {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        give_(fmt::to_string(line));
    }
    void flush_() override {}
    Sink give_;
};

std::shared_ptr<spdlog::logger> to(spdlog::sink_ptr sink) {
    auto logger = std::make_shared<spdlog::logger>("lenkwerk", std::move(sink));
    logger->set_pattern(kPattern, spdlog::pattern_time_type::utc);
    logger->flush_on(spdlog::level::info);
    return logger;
}

std::shared_ptr<spdlog::logger>& logger() {
    static auto current = to(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    return current;
}

std::string& request() {
    thread_local std::string id;
    return id;
}

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
        case Level::info: return spdlog::level::info;
        case Level::warning: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    throw std::logic_error("unknown level");
}

// A text that is no UTF-8 must not cost the line.
std::string written(nlohmann::json const& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void write(Level level, std::string_view event, Fields fields) {
    std::string line = "\"event\":" + written(event);
    if (!request().empty()) line += ",\"request\":" + written(request());
    for (auto const& field : fields)
        std::visit([&](auto const& value) { line += "," + written(field.name) + ":" + written(value); }, field.value);
    logger()->log(level_of(level), "{}", line);
}

void send_to(Sink sink) { logger() = to(std::make_shared<FunctionSink>(std::move(sink))); }

InRequest::InRequest(std::string id) : before_(std::exchange(request(), std::move(id))) {}
InRequest::~InRequest() { request() = std::move(before_); }

}  // namespace lenkwerk::log
