#pragma once
// Runs the city's jobs in threads of its own, enqueues what the schedules ask for, and stops when the last one is through.
#include "platform/city.hpp"
#include "platform/jobs/queue.hpp"

#include <memory>

namespace lenkwerk::jobs {

class Runner {
public:
    explicit Runner(City& city);
    // Stops.
    ~Runner();
    Runner(Runner const&) = delete;
    Runner& operator=(Runner const&) = delete;

    void start(int threads);
    // No new job is begun; returns when those that run have ended.
    void stop();

    // Without threads, for tests and for `lenkwerk jobs run`: enqueues what the schedules ask for until now.
    void look_at_schedules();
    // Claims and runs one job that is due; false where none is.
    bool run_one();
    // Runs until none is due; returns how many ran.
    int run_due();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lenkwerk::jobs
