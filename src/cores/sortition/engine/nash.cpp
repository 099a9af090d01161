#include "cores/sortition/engine/nash.hpp"

#include <algorithm>
#include <cmath>

#include "cores/sortition/engine/pricer.hpp"
#include "cores/sortition/engine/realise.hpp"

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kGap = 1e-7;  // of the mean logarithm
constexpr int kRounds = 400;
constexpr int kSweeps = 200;

// Where the relaxation cannot be realised: panels by pricing the gradient, weights by the multiplicative step
// weight ← weight · Σ_{members} 1/chance / n, which never lowers the welfare (Cover 1984, for log-optimal portfolios).
class NashOverPanels {
public:
    NashOverPanels(TypedPool const& pool, Reach const& reach) : pool_(pool), pricer_(pool) {
        double const share = 1 / static_cast<double>(reach.panels.size());
        for (auto const& panel : reach.panels) panels_.push_back({panel, share});
        for (std::size_t type = 0; type < pool.types.size(); ++type) {
            if (reach.reachable[type]) people_ += pool.types[type].count();
        }
    }

    std::vector<WeightedPanel> run(Progress const& progress) {
        for (int round = 0; round < kRounds && !progress.stopped(); ++round) {
            for (int sweep = 0; sweep < kSweeps; ++sweep) rescale();
            auto const weights = gradient();
            auto answer = pricer_.ask(weights, {.floor = people_ * (1 + kGap)});
            progress.report({round, 0, pool_.type_count(), 0, std::max(0.0, answer.value / people_ - 1)});
            if (answer.panels.empty()) break;
            double const share = 0.5 / static_cast<double>(panels_.size() + 1);
            for (auto& weighted : panels_) weighted.weight *= 1 - share;
            panels_.push_back({std::move(answer.panels.back()), share});
        }
        std::erase_if(panels_, [](auto const& weighted) { return weighted.weight < 1e-14; });
        return std::move(panels_);
    }

private:
    std::vector<double> gradient() const {
        auto weights = chances_of(pool_, panels_);
        for (double& weight : weights) weight = weight > 0 ? 1 / weight : 0;
        return weights;
    }
    void rescale() {
        auto const weights = gradient();
        for (auto& weighted : panels_) weighted.weight *= value_of(weighted.panel, weights) / people_;
    }

    TypedPool const& pool_;
    Pricer pricer_;
    std::vector<WeightedPanel> panels_;
    double people_ = 0;
};

}  // namespace

std::optional<Solution> nash(TypedPool const& pool, Progress const& progress) {
    auto const reach = reach_of(pool);
    if (reach.panels.empty()) return std::nullopt;
    auto const reachable = without_unreachable(pool, reach);
    auto panels = panels_for(reachable, relaxed_nash(reachable), reach, progress);
    Solution solution = solution_of(pool, panels ? std::move(*panels) : NashOverPanels(reachable, reach).run(progress));
    solution.relaxation_sufficed = panels.has_value();
    if (auto none = unreachable_step(reach)) solution.steps.push_back(std::move(*none));
    solution.stopped = progress.stopped();
    return solution;
}

}  // namespace lenkwerk::sortition::engine
