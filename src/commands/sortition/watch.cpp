#include "commands/sortition/watch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <mutex>

namespace lenkwerk::commands::sortition {
namespace {

namespace core = lenkwerk::sortition;

std::atomic<bool> heard{false};

constexpr std::string_view kHeard = "\nEnding with what is known so far; Ctrl-C once more ends at once.\n";

void on_interrupt(int) {
    heard = true;
    std::signal(SIGINT, SIG_DFL);
    [[maybe_unused]] auto const written = write(STDERR_FILENO, kHeard.data(), kHeard.size());  // safe in a signal
}

std::string line_of(core::engine::Progress::Report const& report) {
    if (report.types == 0) return std::string(report.work);
    return fmt::format("{}: level {}, {} of {} types settled, value {:.6f}, bound {:.6f}", report.work,
                       report.level + 1, report.settled, report.types, report.value, report.bound);
}

}  // namespace

// Threads that look for panels ask whether to end, and so may repeat the last line.
struct Watch::Said {
    std::mutex mutex;
    std::string work, line;
    double at = -1;  // when it was last said
};

Watch::Watch() : start_(std::chrono::steady_clock::now()), said_(std::make_shared<Said>()) {
    heard = false;
    std::signal(SIGINT, on_interrupt);
}

double Watch::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

bool Watch::interrupted() const { return heard; }

void Watch::say(std::string_view work, std::string line) const {
    {
        std::lock_guard const lock(said_->mutex);
        if (said_->work != work) said_->at = -1;
        said_->work = work;
        said_->line = std::move(line);
    }
    repeat();
}

// Before the first report there is nothing to say.

void Watch::repeat() const {
    double const now = seconds();
    std::lock_guard const lock(said_->mutex);
    if (said_->line.empty() || (said_->at >= 0 && now - said_->at < 1)) return;
    said_->at = now;
    fmt::print(stderr, "{:.1f} s: {}\n", now, said_->line);
}

core::engine::Progress Watch::progress(int threads) const {
    auto const tell = [watch = *this](core::engine::Progress::Report const& report) {
        watch.say(report.work, line_of(report));
    };
    auto const should_stop = [watch = *this] {
        if (watch.interrupted()) return true;
        watch.repeat();
        return false;
    };
    return {tell, should_stop, threads};
}

core::proof::Witness Watch::witness() const {
    auto const tell = [watch = *this](int proven, int levels) {
        watch.say("proof", fmt::format("checking the proof: {} of {} levels", proven, levels));
    };
    return {tell, progress().should_stop};
}

}  // namespace lenkwerk::commands::sortition
