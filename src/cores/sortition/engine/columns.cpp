#include "cores/sortition/engine/columns.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <stdexcept>

namespace lenkwerk::sortition::engine {
namespace {

// By how much, relative, a panel has to beat the threshold to be worth a column.
constexpr double kImproves = 1e-10;
constexpr std::int64_t kPatience = 20;  // nodes after the first improving panel
constexpr std::int64_t kEasy = 300;     // nodes before exchanges are tried
constexpr std::int64_t kGlance = 60;    // nodes for the multipliers with memory: no proof is asked of them
constexpr std::size_t kExchanged = 40;  // panels a round in which seats are exchanged
constexpr std::size_t kKept = 4;        // of those that become better
constexpr double kMemory = 0.6;         // what a round keeps of the earlier multipliers

}  // namespace

Columns::Columns(TypedPool const& pool, Progress const& progress)
    : pool_(pool), progress_(progress), exact_(pool), remembering_(pool) {}

Answer Columns::ask_both(std::vector<double> const& weights, double floor, Panel& remembered) {
    if (memory_.empty()) memory_ = weights;
    for (std::size_t type = 0; type < weights.size(); ++type) {
        memory_[type] = kMemory * memory_[type] + (1 - kMemory) * weights[type];
    }
    auto const glance = [&] {
        return remembering_.ask(memory_, {.patience = 0, .nodes = kGlance, .progress = &progress_});
    };
    auto const policy = progress_.threads > 1 ? std::launch::async : std::launch::deferred;
    auto glanced = std::async(policy, glance);
    auto answer = exact_.ask(weights, {.floor = floor, .patience = kPatience, .nodes = kEasy, .progress = &progress_});
    auto const second = glanced.get();
    if (!second.panels.empty() && value_of(second.panels.back(), weights) > floor) remembered = second.panels.back();
    return answer;
}

bool Columns::exchange(Master& master, std::vector<double> const& weights, double floor) {
    auto const support = master.support();
    std::vector<std::pair<double, Panel>> found;
    for (std::size_t i = 0; i < std::min(kExchanged, support.size()); ++i) {
        auto panel = improved(pool_, support[turn_++ % support.size()].panel, weights);
        if (double const value = value_of(panel, weights); value > floor) found.emplace_back(-value, std::move(panel));
    }
    if (found.empty()) return false;
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    found.resize(std::min(found.size(), kKept));
    for (auto const& [value, panel] : found) master.add(panel);
    room_ = std::numeric_limits<double>::infinity();
    return true;
}

bool Columns::improve(Master& master) {
    double const threshold = master.threshold();
    double const floor = threshold + kImproves * std::max(1.0, std::abs(threshold));
    auto weights = master.multipliers();
    for (std::size_t type = 0; type < weights.size(); ++type) weights[type] /= pool_.types[type].count();
    Panel remembered;
    auto answer = ask_both(weights, floor, remembered);
    bool const is_hard = answer.panels.empty() && !answer.complete && !progress_.stopped();
    if (is_hard && exchange(master, weights, floor)) return true;
    if (is_hard) answer = exact_.ask(weights, {.floor = floor, .patience = kPatience, .progress = &progress_});
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
