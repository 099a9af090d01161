#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "cores/sortition/engine/goldilocks_over_panels.hpp"
#include "cores/sortition/engine/nash.hpp"
#include "cores/sortition/engine/realise.hpp"
#include "cores/sortition/engine/simplex.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// What every lottery satisfies: low·(smallest chance) − high·(largest chance) ≤ limit, shown by the multipliers.
struct Cut {
    double low = 0, high = 0, limit = 0;
    std::vector<double> dual;  // one a type: > 0 where the smallest chance stands, < 0 where the largest
    double ceiling_at(double floor) const { return (low * floor - limit) / high; }
};

struct Corner {
    double floor = 0, ceiling = 0;
};

// Minimises a·ceiling + b/floor over the cuts found so far, asks the simplex whether chances between floor and ceiling
// exist, and learns a cut from the contradiction if not. In the plane, so each step is exact.
class Goldilocks {
public:
    Goldilocks(TypedPool const& pool, double gamma) : pool_(pool), simplex_(pool, 1e-11) {
        double people = 0;
        std::vector<double> weights(pool.types.size());
        std::uint64_t state = 1;
        for (std::size_t type = 0; type < weights.size(); ++type) {
            people += pool.types[type].count();
            state = state * 6364136223846793005U + 1442695040888963407U;
            weights[type] = -1 - static_cast<double>(state >> 40) / (1 << 24);
        }
        simplex_.set_weights(weights);
        a_ = people / pool.size;
        b_ = gamma / a_;
        cuts_.push_back({1, 1, 0, {}});        // floor ≤ ceiling
        cuts_.push_back({0, 1, -1 / a_, {}});  // the largest chance is at least the mean
        cuts_.push_back(scarcest());
    }

    // Ended early, the corner means nothing.
    Corner run(Progress const& progress) {
        for (int round = 0; round < 1000; ++round) {
            Corner const corner = best_corner();
            for (int type = 0; type < pool_.type_count(); ++type) {
                auto const& of = pool_.types[at(type)];
                double const high = std::min<double>(of.most, corner.ceiling * of.count() * (1 + 1e-12));
                simplex_.set_bounds(type, std::min(high, corner.floor * of.count() * (1 - 1e-12)), high);
            }
            if (progress.stopped()) return corner;
            if (simplex_.solve(-std::numeric_limits<double>::infinity()) != Simplex::State::infeasible) return corner;
            Cut cut = learned();
            if (cut.low * corner.floor - cut.high * corner.ceiling <= cut.limit + 1e-12) return corner;  // rounding
            cuts_.push_back(std::move(cut));
        }
        throw std::runtime_error("goldilocks does not settle");
    }

    double weight_of_ceiling() const { return a_; }

    // Multipliers of at most two cuts that carry the corner: Σ high = a, Σ low = b/floor².
    std::vector<double> dual(Corner const& corner) const {
        double const slope = b_ / (corner.floor * corner.floor);
        std::vector<double> result(pool_.types.size());
        double best = std::numeric_limits<double>::infinity();
        for (auto const& one : cuts_) {
            for (auto const& two : cuts_) {
                double const determinant = one.high * two.low - two.high * one.low;
                bool const alone = &one == &two;
                if (!alone && std::abs(determinant) < 1e-12) continue;
                double const x = alone ? (one.high > 0 ? a_ / one.high : slope / one.low)
                                       : (a_ * two.low - two.high * slope) / determinant;
                double const y = alone ? 0 : (one.high * slope - a_ * one.low) / determinant;
                double const off =
                    std::abs(x * one.high + y * two.high - a_) + std::abs(x * one.low + y * two.low - slope);
                double const slack = x * slack_of(one, corner) + y * slack_of(two, corner) + off;
                if (x < -1e-12 || y < -1e-12 || slack >= best) continue;
                best = slack;
                result = combined(one, x, two, y);
            }
        }
        return result;
    }

private:
    // A type may have fewer seats than people (one a household): the smallest chance is at most that share of the scarcest.
    Cut scarcest() const {
        Cut cut{1, 0, 1, std::vector<double>(pool_.types.size())};
        std::size_t least = 0;
        for (std::size_t type = 0; type < cut.dual.size(); ++type) {
            auto const& of = pool_.types[type];
            double const share = static_cast<double>(of.most) / of.count();
            if (of.most == 0 || share > cut.limit) continue;
            cut.limit = share;
            least = type;
        }
        cut.dual[least] = 1;
        return cut;
    }

    static double slack_of(Cut const& cut, Corner const& corner) {
        return std::abs(cut.limit - cut.low * corner.floor + cut.high * corner.ceiling);
    }

    std::vector<double> combined(Cut const& one, double x, Cut const& two, double y) const {
        std::vector<double> result(pool_.types.size());
        for (auto const& [cut, factor] : {std::pair{&one, x}, std::pair{&two, y}}) {
            auto const dual = dual_of(*cut);
            for (std::size_t type = 0; type < result.size(); ++type) result[type] += factor * dual[type];
        }
        return result;
    }

    // The two cuts from the start have no simplex behind them: the mean as a sum over people, and nothing.
    std::vector<double> dual_of(Cut const& cut) const {
        if (!cut.dual.empty()) return cut.dual;
        std::vector<double> dual(pool_.types.size());
        if (cut.low == 0) {
            for (std::size_t type = 0; type < dual.size(); ++type) {
                dual[type] = -pool_.types[type].count() / (a_ * pool_.size);
            }
        }
        return dual;
    }

    Corner best_corner() const {
        double most = 1;
        for (auto const& cut : cuts_) {
            if (cut.high <= 1e-12 && cut.low > 0) most = std::min(most, cut.limit / cut.low);
        }
        std::vector<double> floors{most};
        for (auto const& one : cuts_) {
            if (one.high <= 1e-12) continue;
            if (one.low > 0) floors.push_back(std::sqrt(b_ * one.high / (a_ * one.low)));
            for (auto const& two : cuts_) {
                double const slopes = one.low * two.high - two.low * one.high;
                if (two.high > 1e-12 && std::abs(slopes) > 1e-15) {
                    floors.push_back((one.limit * two.high - two.limit * one.high) / slopes);
                }
            }
        }
        Corner best;
        double least = std::numeric_limits<double>::infinity();
        for (double const floor : floors) {
            if (!(floor > 1e-9) || floor > most + 1e-15) continue;
            double ceiling = 0;
            for (auto const& cut : cuts_) {
                if (cut.high > 1e-12) ceiling = std::max(ceiling, cut.ceiling_at(floor));
            }
            if (a_ * ceiling + b_ / floor < least) {
                least = a_ * ceiling + b_ / floor;
                best = {floor, ceiling};
            }
        }
        return best;
    }

    Cut learned() const {
        auto const multipliers = simplex_.contradiction();
        Cut cut{0, 0, 0, std::vector<double>(pool_.types.size())};
        for (int variable = 0; variable < simplex_.variables(); ++variable) {
            double const multiplier = multipliers[at(variable)];
            if (variable >= pool_.type_count()) {
                cut.limit -= multiplier * (multiplier < 0 ? simplex_.high(variable) : simplex_.low(variable));
                continue;
            }
            auto const& of = pool_.types[at(variable)];
            if (of.most == 0) continue;
            double const weight = multiplier * of.count();
            bool const at_most = multiplier < 0 && simplex_.high(variable) >= of.most;
            if (at_most) {
                cut.limit -= multiplier * of.most;
                continue;
            }
            cut.dual[at(variable)] = weight;
            (weight > 0 ? cut.low : cut.high) += std::abs(weight);
        }
        return cut;
    }

    TypedPool const& pool_;
    Simplex simplex_;
    double a_ = 1, b_ = 1;
    std::vector<Cut> cuts_;
};

Solution with_proof(TypedPool const& pool, Reach const& reach, Realised realised, Step proof, bool stopped) {
    for (int type = 0; type < pool.type_count(); ++type) {
        if (proof.dual[at(type)] > 0) proof.members.push_back(type);
    }
    Solution solution = solution_of(pool, std::move(realised.panels));
    solution.relaxation_sufficed = realised.complete;
    solution.stopped = stopped && !realised.complete;
    if (solution.stopped) solution.open = open_step(solution.chances);
    if (auto none = unreachable_step(reach)) solution.steps.push_back(std::move(*none));
    solution.steps.push_back(std::move(proof));
    return solution;
}

}  // namespace

std::optional<Solution> goldilocks(TypedPool const& pool, double gamma, Progress const& progress) {
    auto const reach = reach_of(pool, progress);
    if (reach.panels.empty()) return std::nullopt;
    auto const reachable = without_unreachable(pool, reach);
    Goldilocks program(reachable, gamma);
    Corner const corner = program.run(progress);
    std::optional<Lottery> lottery;
    if (!progress.stopped()) {
        lottery = relaxed_leximin(reachable, std::min(1.0, corner.ceiling * (1 + 1e-11)), progress);
    }
    Realised realised;
    if (lottery && !progress.stopped()) realised = panels_for(reachable, lottery->chances, reach, progress);
    Step proof{corner.floor, {}, {}};
    if (realised.complete) {
        proof.dual = program.dual(corner);
    } else {
        double const a = program.weight_of_ceiling(), b = gamma / a;
        auto lottery_over_panels = goldilocks_over_panels(reachable, a, b, reach, realised.panels, progress);
        realised.panels = std::move(lottery_over_panels.panels);
        proof = std::move(lottery_over_panels.proof);
    }
    return with_proof(pool, reach, std::move(realised), std::move(proof), progress.stopped());
}

}  // namespace lenkwerk::sortition::engine
