#pragma once
// How long work reports itself and how it is asked to end early. Both may be empty.
#include <functional>

namespace lenkwerk::sortition::engine {

struct Progress {
    struct Report {
        int level = 0;    // settled levels
        int settled = 0;  // settled types
        int types = 0;
        double value = 0;  // of the level in work
        double bound = 0;  // proven upper bound of that level
    };
    std::function<void(Report const&)> tell = {};
    std::function<bool()> should_stop = {};

    void report(Report const& report) const {
        if (tell) tell(report);
    }
    bool stopped() const { return should_stop && should_stop(); }
};

}  // namespace lenkwerk::sortition::engine
