#include "cores/sortition/engine/pricer.hpp"

#include <algorithm>
#include <cmath>

#include "cores/sortition/engine/integer_program.hpp"

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kIntegral = 1e-6;
constexpr double kDust = 1e-13;  // what rounding leaves of a sum of weights, relative

// The same node on a tableau without drift.
Simplex rebuilt(TypedPool const& pool, std::span<double const> weights, Simplex const& node) {
    Simplex fresh(pool);
    for (int variable = 0; variable < node.variables(); ++variable) {
        fresh.set_bounds(variable, node.low(variable), node.high(variable));
    }
    fresh.set_weights(weights);
    return fresh;
}

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

bool Pricer::must_stop() {
    auto const nodes = nodes_ - started_at_;
    if (ended_ || undecided_) return true;
    if (found_at_ >= 0 && nodes_ - found_at_ > question_.patience) return ended_ = true;
    if (question_.nodes > 0 && nodes > question_.nodes) return ended_ = true;
    if (question_.nodes == 0 && nodes > question_.own_nodes) return undecided_ = true;
    return question_.progress && (ended_ = question_.progress->stopped());
}

Answer Pricer::ask(std::span<double const> weights, Question const& question) {
    weights_.assign(weights.begin(), weights.end());
    question_ = question;
    answer_ = {};
    double scale = 0;
    for (double const weight : weights) scale = std::max(scale, std::abs(weight));
    dust_ = kDust * scale * pool_->size;
    started_at_ = nodes_;
    found_at_ = -1;
    undecided_ = ended_ = false;
    root_.set_weights(weights);
    auto const state = root_.solve(-std::numeric_limits<double>::infinity());
    if (state == Simplex::State::stalled) root_.refactor();
    double const relaxed = root_.objective();
    Simplex node = root_;
    if (restricted_) node.drop_fixed();  // on a face most counts are decided
    explore(node, 0);
    if (undecided_ && question_.nodes > 0) ended_ = true;  // no proof was asked for
    if (undecided_ && !ended_) decide_by_cbc();
    answer_.complete = !ended_;
    answer_.bound = answer_.complete ? std::max(question_.floor, answer_.value) + dust_ : relaxed;
    return std::move(answer_);
}

// A node that stalls, or whose panel breaks a bound that the tableau says it keeps, has drifted: it is computed anew.
Simplex::State Pricer::settled(Simplex& node) {
    auto state = node.solve(cutoff());
    if (state == Simplex::State::optimal && (branching_variable(node) >= 0 || take(node))) return state;
    if (state == Simplex::State::infeasible || state == Simplex::State::cut_off) return state;
    node = rebuilt(*pool_, weights_, node);
    state = node.solve(cutoff());
    bool const drifts = state == Simplex::State::optimal && branching_variable(node) < 0 && !take(node);
    if (drifts || state == Simplex::State::stalled) undecided_ = true;
    return state;
}

void Pricer::explore(Simplex& node, std::size_t depth) {
    ++nodes_;
    auto const state = settled(node);
    if (state != Simplex::State::optimal || must_stop()) return;
    int const variable = branching_variable(node);
    if (variable < 0) return;
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

// False: what the tableau holds for a panel is none.
bool Pricer::take(Simplex const& node) {
    Panel panel;
    for (int type = 0; type < node.types(); ++type) {
        int const count = static_cast<int>(std::lround(node.value(type)));
        if (count > 0) panel.push_back({type, count});
    }
    if (!is_feasible(*pool_, panel)) return false;
    offer(restricted_ ? std::move(panel) : improved(*pool_, std::move(panel), weights_));
    return true;
}

void Pricer::offer(Panel panel) {
    double const value = value_of(panel, weights_);
    if (value <= cutoff()) return;
    answer_.value = value;
    answer_.panels.push_back(std::move(panel));
    if (found_at_ < 0) found_at_ = nodes_;
}

void Pricer::decide_by_cbc() {
    ++asked_cbc_;
    std::vector<Box> boxes;
    for (int variable = 0; variable < root_.variables(); ++variable) {
        boxes.push_back({root_.low(variable), root_.high(variable)});
    }
    static Progress const kNone;
    auto const& progress = question_.progress ? *question_.progress : kNone;
    if (auto panel = best_panel_by_cbc(*pool_, weights_, boxes, progress)) offer(std::move(*panel));
    ended_ = progress.stopped();
}

}  // namespace lenkwerk::sortition::engine
