#include "platform/log/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace lenkwerk::log {
namespace {

// The object is opened by the pattern, because spdlog knows the time; the message is the rest of it.
constexpr char const* kPattern = R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";

// Each line is one write(2), which the kernel keeps apart from the next: threads that answer need not wait for each other.
class StandardError final : public spdlog::sinks::sink {
public:
    void log(spdlog::details::log_msg const& message) override {
        thread_local spdlog::pattern_formatter formatter{kPattern, spdlog::pattern_time_type::utc};
        spdlog::memory_buf_t line;
        formatter.format(message, line);
        for (std::string_view left{line.data(), line.size()}; !left.empty();) {
            auto const written = ::write(STDERR_FILENO, left.data(), left.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return;  // nobody reads: what is served is worth more than what is said of it
            left.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void flush() override {}
    void set_pattern(std::string const&) override {}
    void set_formatter(std::unique_ptr<spdlog::formatter>) override {}
};

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
    static auto current = to(std::make_shared<StandardError>());
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

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

// A text that is no UTF-8 must not cost the line.
void append(std::string& line, std::string_view text) {
    if (is_plain(text))
        line.append("\"").append(text).append("\"");
    else
        line += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}
void append(std::string& line, bool value) { line += value ? "true" : "false"; }
void append(std::string& line, std::int64_t value) { line += std::to_string(value); }
void append(std::string& line, double value) { line += nlohmann::json(value).dump(); }

}  // namespace

void write(Level level, std::string_view event, Fields fields) {
    std::string line = "\"event\":";
    append(line, event);
    if (!request().empty()) append(line += ",\"request\":", request());
    for (auto const& field : fields) {
        append(line += ',', field.name);
        line += ':';
        std::visit([&](auto const& value) { append(line, value); }, field.value);
    }
    logger()->log(level_of(level), spdlog::string_view_t{line});
}

void send_to(Sink sink) {
    logger() = sink ? to(std::make_shared<FunctionSink>(std::move(sink))) : to(std::make_shared<StandardError>());
}

InRequest::InRequest(std::string id) : before_(std::exchange(request(), std::move(id))) {}
InRequest::~InRequest() { request() = std::move(before_); }

}  // namespace lenkwerk::log
