#include "cores/sortition/engine/levels.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kImproves = 1e-10;  // by how much, relative, a panel has to beat the threshold to be worth a column
constexpr double kRisen =
    1e-8;  // a chance that far above the floor is not held by it; wrong doubts cost one more level
constexpr double kHolds = 1e-7;   // a multiplier from here on is not rounding
constexpr double kBelow = 1e-10;  // settled chances are kept up to this, so that rounding does not make them infeasible
constexpr std::int64_t kPatience = 20;  // nodes after the first improving panel

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<double> per_person(TypedPool const& pool, std::vector<double> multipliers) {
    for (std::size_t type = 0; type < multipliers.size(); ++type) multipliers[type] /= pool.types[type].count();
    return multipliers;
}

// Asks for panels that beat the master's threshold; adds them. False: proven that there is none.
bool improve_with(TypedPool const& pool, Master& master, Pricer& pricer) {
    double const threshold = master.threshold();
    double const floor = threshold + kImproves * std::max(1.0, std::abs(threshold));
    auto const weights = per_person(pool, master.multipliers());
    auto const answer = pricer.ask(weights, {.floor = floor, .patience = kPatience});
    for (auto const& panel : answer.panels) master.add(panel);
    if (answer.panels.empty() && !answer.complete) throw std::runtime_error("pricing ended without a proof");
    return !answer.panels.empty();
}

}  // namespace

Levels::Levels(TypedPool const& pool, Reach const& reach, std::vector<WeightedPanel> const& first,
               Progress const& progress)
    : pool_(pool),
      progress_(progress),
      pricer_(pool),
      master_(pool, std::vector<double>(pool.types.size(), 1.0)),
      settled_(pool.types.size()) {
    for (auto const& panel : reach.panels) master_.add(panel);
    for (auto const& weighted : first) master_.add(weighted.panel);
    std::vector<char> unreachable(pool.types.size());
    for (std::size_t type = 0; type < unreachable.size(); ++type) unreachable[type] = !reach.reachable[type];
    if (std::ranges::count(unreachable, true) > 0) {
        Step step{0, {}, std::vector<double>(pool.types.size())};
        solution_.steps.push_back(std::move(step));
        settle(unreachable, 0);
    }
}

bool Levels::improve() { return improve_with(pool_, master_, pricer_); }

double Levels::raise_floor() {
    do {
        master_.raise_floor();
        progress_.report({int(solution_.steps.size()), int(std::ranges::count(settled_, true)), pool_.type_count(),
                          master_.objective(), bound_});
    } while (improve() && !progress_.stopped());
    bound_ = master_.objective();
    auto const multipliers = master_.multipliers();
    surely_tight_ = -1;
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (settled_[at(type)]) continue;
        if (surely_tight_ < 0 || multipliers[at(type)] > multipliers[at(surely_tight_)]) surely_tight_ = type;
    }
    return master_.objective();
}

// Types that can rise above the floor while nobody falls below it are not tight. The sum of the others is maximised until
// it proves to be nothing: then all that are left are tight at once, and the program's multipliers are the proof.
std::vector<char> Levels::saturated(double floor) {
    std::vector<char> wanted(settled_.size());
    for (std::size_t type = 0; type < wanted.size(); ++type) wanted[type] = !settled_[type];
    do {
        do {
            master_.raise_sum(floor, wanted);
        } while (drop_risen(wanted, floor));
    } while (!progress_.stopped() && improve());
    return wanted;
}

bool Levels::drop_risen(std::vector<char>& wanted, double floor) const {
    auto const chances = master_.chances();
    bool dropped = false;
    for (std::size_t type = 0; type < wanted.size(); ++type) {
        if (!wanted[type] || type == at(surely_tight_) || chances[type] <= floor + kRisen) continue;
        wanted[type] = false;
        dropped = true;
    }
    return dropped;
}

void Levels::settle(std::vector<char> const& members, double floor) {
    auto& step = solution_.steps.back();
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (!members[at(type)]) continue;
        step.members.push_back(type);
        if (floor == 0) step.dual[at(type)] = std::max(step.dual[at(type)], 1.0);
        settled_[at(type)] = true;
        master_.fix(type, std::max(0.0, floor - kBelow));
    }
}

Solution Levels::run(int levels) {
    double last = 0;
    while (std::ranges::count(settled_, false) > 0 && !progress_.stopped()) {
        if (levels > 0 && static_cast<int>(solution_.steps.size()) >= levels) break;
        double const floor = std::max(last, raise_floor());
        if (progress_.stopped()) break;
        auto members = saturated(master_.objective());
        if (progress_.stopped()) break;
        solution_.steps.push_back({last = floor, {}, master_.multipliers()});
        auto& dual = solution_.steps.back().dual;
        for (std::size_t type = 0; type < settled_.size(); ++type) {
            if (settled_[type] || members[type]) continue;
            // A multiplier without need of it is a tight type that rounding had let rise.
            if (dual[type] > kHolds)
                members[type] = true;
            else
                dual[type] = 0;
        }
        settle(members, floor);
    }
    return finish();
}

Solution Levels::finish() {
    solution_.stopped = progress_.stopped();
    solution_.panels = master_.support();
    double sum = 0;
    for (auto const& weighted : solution_.panels) sum += weighted.weight;
    for (auto& weighted : solution_.panels) weighted.weight /= sum;
    solution_.chances = chances_of(pool_, solution_.panels);
    return std::move(solution_);
}

std::optional<std::vector<WeightedPanel>> realise(TypedPool const& pool, std::vector<double> const& chances,
                                                  std::vector<WeightedPanel> const& first, Progress const& progress) {
    Master master(pool, chances);
    Pricer pricer(pool);
    for (auto const& weighted : first) master.add(weighted.panel);
    do {
        if (progress.stopped()) return std::nullopt;
        master.raise_floor();
        progress.report({0, 0, pool.type_count(), master.objective(), 1});
        if (master.objective() >= 1 - kImproves) return master.support();
    } while (improve_with(pool, master, pricer));
    return std::nullopt;
}

}  // namespace lenkwerk::sortition::engine
