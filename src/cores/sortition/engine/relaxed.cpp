#include "cores/sortition/engine/relaxed.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "cores/sortition/engine/simplex.hpp"

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kRounding = 1e-12;
// Settled floors are held this much lower while contradictions are looked for, so that rounding cannot pose as one; the
// value of a level is computed from the chances themselves, so nothing of it enters the result.
constexpr double kSlack = 1e-10;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Who is settled: a settled type keeps its chance as a floor, all others share the common floor.
class Floors {
public:
    // Types that are not `among` those who count may have any chance.
    Floors(TypedPool const& pool, double ceiling, std::vector<char> const& among = {})
        : pool_(pool), ceiling_(ceiling), simplex_(pool, 1e-11), settled_(pool.types.size()) {
        lottery_.chances.resize(pool.types.size());
        for (int type = 0; type < pool.type_count(); ++type) {
            if (pool.types[at(type)].most == 0 || (!among.empty() && !among[at(type)]))
                settled_[at(type)] = true;
            else
                ++open_;
        }
        give_weights();
        set_floor(0);
    }

    std::optional<Lottery> run(Progress const& progress) {
        if (simplex_.solve(-std::numeric_limits<double>::infinity()) != Simplex::State::optimal) return std::nullopt;
        double least = 0;
        while (open_ > 0 && !progress.stopped()) {
            Step step = highest_floor(progress);
            if (progress.stopped()) break;
            step.value = least = std::max(least, step.value);
            settle(step);
            lottery_.steps.push_back(std::move(step));
            progress.report({"bounds by the relaxation", static_cast<int>(lottery_.steps.size()),
                             pool_.type_count() - open_, pool_.type_count(), 0, least});
        }
        return std::move(lottery_);
    }

    Step first() {
        Step step = highest_floor({});
        step.value = std::max(0.0, step.value);
        return step;
    }

private:
    // Feasibility is all that is asked; weights without ties only keep the simplex from turning in circles.
    void give_weights() {
        std::vector<double> weights(pool_.types.size());
        std::uint64_t state = 1;
        for (double& weight : weights) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            weight = -1 - static_cast<double>(state >> 40) / (1 << 24);
        }
        simplex_.set_weights(weights);
    }

    // Newton's method from above: the contradiction at one floor says which floor it just allows.
    Step highest_floor(Progress const& progress) {
        Step step;
        double const cap = step.value = lowest_cap();
        set_floor(cap);
        while (!progress.stopped() && contradicts()) {
            Step next = allowed_by(simplex_.contradiction());
            // Where nobody open takes part, or the floor stays, what is left of the contradiction is rounding.
            if (next.members.empty() || next.value >= step.value - kRounding) break;
            step = std::move(next);
            set_floor(step.value);
        }
        if (step.members.empty()) step = capped(cap);
        return step;
    }

    // Asked twice: a contradiction counts only on a tableau without drift.
    bool contradicts() {
        auto const solve = [&] { return simplex_.solve(-std::numeric_limits<double>::infinity()); };
        if (solve() == Simplex::State::optimal) return false;
        simplex_.refactor();
        auto const state = solve();
        if (state == Simplex::State::stalled) throw std::runtime_error("the relaxation's simplex does not settle");
        return state == Simplex::State::infeasible;
    }

    double most(Type const& type) const { return std::min<double>(type.most, ceiling_ * type.count()); }

    void set_floor(double floor) {
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (settled_[at(type)]) continue;
            auto const& of = pool_.types[at(type)];
            simplex_.set_bounds(type, std::min(most(of), floor * of.count()), most(of));
        }
    }

    // Σ multiplier·x = 0 for all solutions; multipliers > 0 stand at lower bounds, < 0 at upper ones.
    Step allowed_by(std::vector<double> const& multipliers) const {
        Step step;
        step.dual.resize(pool_.types.size());
        double constant = 0, slope = 0;
        for (int variable = 0; variable < simplex_.variables(); ++variable) {
            double const multiplier = multipliers[at(variable)];
            if (multiplier < 0 || variable >= pool_.type_count()) {
                constant += multiplier * (multiplier < 0 ? simplex_.high(variable) : simplex_.low(variable));
                continue;
            }
            if (multiplier == 0) continue;
            double const people = pool_.types[at(variable)].count();
            step.dual[at(variable)] = multiplier * people;
            if (settled_[at(variable)]) {
                constant += multiplier * people * lottery_.chances[at(variable)];
            } else {
                slope += multiplier * people;
                step.members.push_back(variable);
            }
        }
        step.value = slope > 0 ? std::clamp(-constant / slope, 0.0, 1.0) : 0;
        return step;
    }

    double cap_of(int type) const { return most(pool_.types[at(type)]) / pool_.types[at(type)].count(); }

    double lowest_cap() const {
        double cap = ceiling_;
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (!settled_[at(type)]) cap = std::min(cap, cap_of(type));
        }
        return cap;
    }

    // No contradiction up to the lowest cap: who has it is held by nothing but the own seats.
    Step capped(double cap) const {
        Step step{cap, {}, std::vector<double>(pool_.types.size())};
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (settled_[at(type)] || cap_of(type) > cap + kRounding) continue;
            step.members.push_back(type);
            step.dual[at(type)] = 1;
        }
        return step;
    }

    void settle(Step const& step) {
        if (step.members.empty()) throw std::runtime_error("a level of the relaxation settles nobody");
        for (int const type : step.members) {
            auto const& of = pool_.types[at(type)];
            lottery_.chances[at(type)] = step.value;
            settled_[at(type)] = true;
            simplex_.set_bounds(type, std::clamp(step.value * of.count() - kSlack, 0.0, most(of)), most(of));
            --open_;
        }
    }

    TypedPool const& pool_;
    double ceiling_;
    Simplex simplex_;
    Lottery lottery_;
    std::vector<char> settled_;
    int open_ = 0;
};

}  // namespace

std::optional<Lottery> relaxed_leximin(TypedPool const& pool, double ceiling, Progress const& progress) {
    return Floors(pool, ceiling).run(progress);
}

Step relaxed_first_level(TypedPool const& pool, std::vector<char> const& among) {
    return Floors(pool, 1, among).first();
}

}  // namespace lenkwerk::sortition::engine
