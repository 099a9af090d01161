#include "cores/sortition/engine/pricer.hpp"

#include <algorithm>
#include <cmath>

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kIntegral = 1e-6;
constexpr double kDust = 1e-13;  // what rounding leaves of a sum of weights, relative

}  // namespace

Pricer::Pricer(TypedPool const& pool) : pool_(&pool), root_(pool) {}

void Pricer::restrict(int variable, double low, double high) {
    root_.set_bounds(variable, low, high);
    restricted_ = true;
}

std::optional<double> Pricer::relaxation(std::span<double const> weights) {
    root_.set_weights(weights);
    if (root_.solve(-std::numeric_limits<double>::infinity()) == Simplex::State::infeasible) return std::nullopt;
    return root_.objective();
}

double Pricer::cutoff() const { return std::max(question_.floor, answer_.value) + dust_; }

bool Pricer::must_stop() const {
    if (found_at_ >= 0 && nodes_ - found_at_ > question_.patience) return true;
    return question_.nodes > 0 && nodes_ - started_at_ > question_.nodes;
}

Answer Pricer::ask(std::span<double const> weights, Question const& question) {
    weights_.assign(weights.begin(), weights.end());
    question_ = question;
    answer_ = {};
    double scale = 0;
    for (std::size_t t = 0; t < weights.size(); ++t) scale = std::max(scale, std::abs(weights[t]));
    dust_ = kDust * scale * pool_->size;
    started_at_ = nodes_;
    found_at_ = -1;
    root_.set_weights(weights);
    auto const state = root_.solve(-std::numeric_limits<double>::infinity());
    if (state == Simplex::State::stalled) root_.refactor();
    Simplex node = root_;
    explore(node, 0);
    answer_.complete = !must_stop();
    if (answer_.complete)
        answer_.bound = std::max(question_.floor, answer_.value) + dust_;
    else
        answer_.bound = root_.objective();
    return std::move(answer_);
}

void Pricer::explore(Simplex& node, std::size_t depth) {
    ++nodes_;
    auto state = node.solve(cutoff());
    if (state == Simplex::State::infeasible || state == Simplex::State::cut_off) return;
    int const variable = branching_variable(node);
    if (variable < 0) return take(node);
    if (std::isfinite(cutoff())) {
        node.fix_by_reduced_cost(cutoff());
        node.drop_fixed();
    }
    split(node, depth, variable);
}

void Pricer::split(Simplex& node, std::size_t depth, int variable) {
    double const value = node.value(variable);
    double const low = node.low(variable), high = node.high(variable), below = std::floor(value);
    bool const up_first = value - below > 0.5;
    while (shelf_.size() <= depth) shelf_.push_back(std::make_unique<Simplex>(node));
    auto& child = *shelf_[depth];
    child = node;
    if (up_first)
        child.set_bounds(variable, below + 1, high);
    else
        child.set_bounds(variable, low, below);
    explore(child, depth + 1);
    if (must_stop()) return;
    if (up_first)
        node.set_bounds(variable, low, below);
    else
        node.set_bounds(variable, below + 1, high);
    explore(node, depth);
}

// Row sums first: a fractional sum splits many counts at once. Then the most fractional count.
int Pricer::branching_variable(Simplex const& node) const {
    int best = -1;
    double most = kIntegral;
    auto const look = [&](int variable) {
        if (!node.is_basic(variable)) return;
        double const value = node.value(variable);
        double const fraction = std::abs(value - std::round(value));
        if (fraction > most) {
            most = fraction;
            best = variable;
        }
    };
    for (int variable = node.types(); variable < node.variables(); ++variable) look(variable);
    if (best >= 0) return best;
    for (int variable = 0; variable < node.types(); ++variable) look(variable);
    return best;
}

void Pricer::take(Simplex const& node) {
    Panel panel;
    for (int type = 0; type < node.types(); ++type) {
        int const count = static_cast<int>(std::lround(node.value(type)));
        if (count > 0) panel.push_back({type, count});
    }
    if (!is_feasible(*pool_, panel)) return;
    if (!restricted_) panel = improved(*pool_, std::move(panel), weights_);
    double const value = value_of(panel, weights_);
    if (value <= cutoff()) return;
    answer_.value = value;
    answer_.panels.push_back(std::move(panel));
    if (found_at_ < 0) found_at_ = nodes_;
}

}  // namespace lenkwerk::sortition::engine
