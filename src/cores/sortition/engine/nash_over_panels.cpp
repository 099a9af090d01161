#include "cores/sortition/engine/nash_over_panels.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kGap = 3e-7;      // of the mean logarithm
constexpr double kCentred = 1e-9;  // mean complementarity, relative, at which weights count as optimal
constexpr int kSteps = 80;

// max Σ people·log p − n·Σ weight over weights ≥ 0 with p = Σ weight·count/people. The objective scales with the weights
// like n·log Σ weight − n·Σ weight, so that Σ weight = 1 at the optimum without a constraint. Newton's method for the
// optimality conditions weight·slack = μ with μ → 0; by Woodbury's identity one system of the size of the types a step.
class Weights {
public:
    Weights(TypedPool const& pool, std::vector<WeightedPanel> const& panels) : panels_(panels) {
        auto const types = static_cast<Eigen::Index>(pool.types.size());
        people_ = VectorXd::Zero(types);
        for (auto const& [panel, weight] : panels) {
            for (auto const [type, count] : panel) people_[type] = pool.types[at(type)].count();
        }
        n_ = people_.sum();
        weight_ = VectorXd::Constant(std::ssize(panels), 1 / static_cast<double>(panels.size()));
        for (std::size_t j = 0; j < panels.size(); ++j) {
            auto const given = panels[j].weight;
            if (given > 0) weight_[static_cast<Eigen::Index>(j)] = std::max(given, 1e-6);
        }
        weight_ /= weight_.sum();
        slack_ = VectorXd::Constant(weight_.size(), n_);
    }

    void optimise() {
        for (int step = 0; step < kSteps; ++step) {
            double const mean = weight_.dot(slack_) / static_cast<double>(weight_.size());
            VectorXd const off = slack_ - reduced_cost();  // dual feasibility: slack = n − gradient
            if (mean * static_cast<double>(weight_.size()) < kCentred * n_ && off.cwiseAbs().maxCoeff() < 1e-7 * n_)
                return;
            newton(0.1 * mean, off);
        }
    }

    std::vector<WeightedPanel> result() const {
        std::vector<WeightedPanel> kept;
        double const least = 1e-9 * weight_.maxCoeff();
        for (std::size_t j = 0; j < panels_.size(); ++j) {
            double const weight = weight_[static_cast<Eigen::Index>(j)];
            if (weight > least) kept.push_back({panels_[j].panel, weight});
        }
        return kept;
    }

private:
    // Σ of an entry per type over each panel's seats, per person.
    VectorXd over_panels(VectorXd const& of_type) const {
        VectorXd result(weight_.size());
        for (std::size_t j = 0; j < panels_.size(); ++j) {
            double sum = 0;
            for (auto const [type, count] : panels_[j].panel) sum += of_type[type] * count / people_[type];
            result[static_cast<Eigen::Index>(j)] = sum;
        }
        return result;
    }
    VectorXd over_types(VectorXd const& of_panel) const {
        VectorXd result = VectorXd::Zero(people_.size());
        for (std::size_t j = 0; j < panels_.size(); ++j) {
            for (auto const [type, count] : panels_[j].panel) {
                result[type] += of_panel[static_cast<Eigen::Index>(j)] * count / people_[type];
            }
        }
        return result;
    }
    VectorXd chances() const { return over_types(weight_); }
    VectorXd gradient(VectorXd const& chances) const {
        return (people_.array() > 0).select(people_.cwiseQuotient(chances), VectorXd::Zero(people_.size()));
    }
    VectorXd reduced_cost() const { return VectorXd::Constant(weight_.size(), n_) - over_panels(gradient(chances())); }

    // (Aᵀ D A + S/W) Δw = r with D = people/p²; Δs follows from the complementarity.
    void newton(double target, VectorXd const& off) {
        VectorXd const p = chances();
        VectorXd const inverse = weight_.cwiseQuotient(slack_);
        MatrixXd system = MatrixXd::Zero(people_.size(), people_.size());
        for (std::size_t j = 0; j < panels_.size(); ++j) {
            auto const& panel = panels_[j].panel;
            double const scale = inverse[static_cast<Eigen::Index>(j)];
            for (auto const [one, count] : panel) {
                double const part = scale * count / people_[one];
                for (auto const [two, other] : panel) system(one, two) += part * other / people_[two];
            }
        }
        for (Eigen::Index type = 0; type < people_.size(); ++type) {
            system(type, type) += people_[type] > 0 ? p[type] * p[type] / people_[type] : 1;
        }
        VectorXd const right = off + (VectorXd::Constant(weight_.size(), target).cwiseQuotient(weight_) - slack_);
        VectorXd const scaled = inverse.cwiseProduct(right);
        VectorXd const inner = system.llt().solve(over_types(scaled));
        VectorXd const by = scaled - inverse.cwiseProduct(over_panels(inner));
        VectorXd const slack_by =
            (VectorXd::Constant(weight_.size(), target) - slack_.cwiseProduct(by)).cwiseQuotient(weight_) - slack_;
        weight_ += longest(weight_, by) * by;
        slack_ += longest(slack_, slack_by) * slack_by;
    }

    static double longest(VectorXd const& value, VectorXd const& by) {
        double length = 1;
        for (Eigen::Index i = 0; i < value.size(); ++i) {
            if (by[i] < 0) length = std::min(length, -0.95 * value[i] / by[i]);
        }
        return length;
    }

    std::vector<WeightedPanel> const& panels_;
    VectorXd people_, weight_, slack_;
    double n_ = 0;
};

}  // namespace

std::vector<WeightedPanel> nash_over_panels(TypedPool const& pool, std::vector<WeightedPanel> const& first,
                                            Progress const& progress) {
    auto panels = first;
    Pricer pricer(pool);
    std::int64_t patience = 10;  // proofs only towards the end
    while (true) {
        Weights weights(pool, panels);
        weights.optimise();
        panels = weights.result();
        auto gradient = chances_of(pool, panels);
        double people = 0;
        for (std::size_t type = 0; type < gradient.size(); ++type) {
            if (gradient[type] > 0) people += pool.types[type].count();
            gradient[type] = gradient[type] > 0 ? 1 / gradient[type] : 0;
        }
        if (progress.stopped()) return panels;
        auto answer = pricer.ask(gradient, {.floor = people * (1 + kGap), .patience = patience, .progress = &progress});
        progress.report({"panels for the largest product of chances", 0, 0, pool.type_count(), 0,
                         std::max(0.0, answer.bound / people - 1)});
        if (answer.panels.empty()) return panels;
        for (auto& panel : answer.panels) panels.push_back({std::move(panel), 0});
    }
}

}  // namespace lenkwerk::sortition::engine
