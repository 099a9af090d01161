#pragma once
// What the machine did, for whoever keeps it running: one JSON object a line, with the request it belongs to. No personal
// data: ids, counts, names of events and of routes' patterns; never what somebody wrote, nor a path or an address as sent.
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace lenkwerk::log {

enum class Level { info, warning, error };

struct Field {
    std::string_view name;
    std::variant<std::int64_t, double, bool, std::string_view> value;
};
using Fields = std::initializer_list<Field>;

// `event` like "job.parked". {"time":"…","level":"info","event":"job.parked","request":"…","kind":"plan.remind"}
void write(Level level, std::string_view event, Fields fields = {});
inline void info(std::string_view event, Fields fields = {}) { write(Level::info, event, fields); }
inline void warning(std::string_view event, Fields fields = {}) { write(Level::warning, event, fields); }
inline void error(std::string_view event, Fields fields = {}) { write(Level::error, event, fields); }

// Lines go to stderr, until somebody says otherwise (a file of the service, a test), and again with none. Set before threads start.
using Sink = std::function<void(std::string const& line)>;
void send_to(Sink sink);

// What this thread writes while it stands carries this request's id.
class InRequest {
public:
    explicit InRequest(std::string id);
    ~InRequest();
    InRequest(InRequest const&) = delete;
    InRequest& operator=(InRequest const&) = delete;

private:
    std::string before_;
};

}  // namespace lenkwerk::log
