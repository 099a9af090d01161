#pragma once
// How long work reports itself and how it is asked to end early. Both may be empty.
#include <functional>
#include <string_view>

namespace lenkwerk::sortition::engine {

struct Progress {
    struct Report {
        std::string_view work;  // what is being done
        int level = 0;          // settled levels
        int settled = 0;        // settled types
        int types = 0;
        double value = 0;  // of the level in work, as far as panels give it
        double bound = 1;  // proven upper bound of that level
    };
    std::function<void(Report const&)> tell = {};
    std::function<bool()> should_stop = {};
    int threads = 2;  // results do not depend on it

    void report(Report const& report) const {
        if (tell) tell(report);
    }
    bool stopped() const { return should_stop && should_stop(); }
};

}  // namespace lenkwerk::sortition::engine
