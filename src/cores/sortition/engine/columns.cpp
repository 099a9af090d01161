#include "cores/sortition/engine/columns.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <stdexcept>

namespace lenkwerk::sortition::engine {
namespace {

// By how much, relative, a panel has to beat the threshold to be worth a column.
constexpr double kImproves = 1e-10;
constexpr std::int64_t kPatience = 20;  // nodes after the first improving panel
constexpr std::int64_t kGlance = 60;    // nodes for the multipliers with memory: no proof is asked of them
constexpr double kMemory = 0.6;         // what a round keeps of the earlier multipliers

}  // namespace

Columns::Columns(TypedPool const& pool, Progress const& progress)
    : pool_(pool), progress_(progress), exact_(pool), remembering_(pool) {}

Answer Columns::ask_both(std::vector<double> const& weights, double floor, Panel& remembered) {
    if (memory_.empty()) memory_ = weights;
    for (std::size_t type = 0; type < weights.size(); ++type) {
        memory_[type] = kMemory * memory_[type] + (1 - kMemory) * weights[type];
    }
    auto const glance = [&] { return remembering_.ask(memory_, {.patience = 0, .nodes = kGlance}); };
    auto const policy = progress_.threads > 1 ? std::launch::async : std::launch::deferred;
    auto glanced = std::async(policy, glance);
    auto answer = exact_.ask(weights, {.floor = floor, .patience = kPatience, .progress = &progress_});
    auto const second = glanced.get();
    if (!second.panels.empty() && value_of(second.panels.back(), weights) > floor) remembered = second.panels.back();
    return answer;
}

bool Columns::improve(Master& master) {
    double const threshold = master.threshold();
    double const floor = threshold + kImproves * std::max(1.0, std::abs(threshold));
    auto weights = master.multipliers();
    for (std::size_t type = 0; type < weights.size(); ++type) weights[type] /= pool_.types[type].count();
    Panel remembered;
    auto const answer = ask_both(weights, floor, remembered);
    room_ = std::max(0.0, answer.bound - threshold);
    for (auto const& panel : answer.panels) master.add(panel);
    if (answer.panels.empty()) {
        if (answer.complete || progress_.stopped()) return false;
        throw std::runtime_error("pricing ended without a proof");
    }
    if (!remembered.empty() && remembered != answer.panels.back()) master.add(remembered);
    return true;
}

}  // namespace lenkwerk::sortition::engine
