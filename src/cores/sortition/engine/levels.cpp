#include "cores/sortition/engine/levels.hpp"

#include <algorithm>

#include "cores/sortition/engine/mild.hpp"

namespace lenkwerk::sortition::engine {
namespace {

// A chance that far above the floor is not held by it; wrong doubts cost one more level.
constexpr double kRisen = 1e-7;
constexpr double kSurely = 1e-5;  // a rise from here on is no rounding, however the settled floors amplify it
// Settled chances are kept up to this: more than the master's own tolerance, or its error shuts out the optimum.
constexpr double kBelow = 1e-10;
constexpr double kHolds = 1e-7;  // a multiplier from here on is not rounding
constexpr double kRealised = 1e-10;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

}  // namespace

Levels::Levels(TypedPool const& pool, Reach const& reach, std::vector<WeightedPanel> const& first,
               Progress const& progress)
    : pool_(pool),
      progress_(progress),
      columns_(pool, progress),
      master_(pool, std::vector<double>(pool.types.size(), 1.0)),
      settled_(pool.types.size()) {
    for (auto const& panel : reach.panels) master_.add(panel);
    for (auto const& weighted : first) master_.add(weighted.panel);
    std::vector<char> unreachable(pool.types.size());
    for (std::size_t type = 0; type < unreachable.size(); ++type) unreachable[type] = !reach.reachable[type];
    if (!reach.complete)
        leave_open(unreachable);
    else if (std::ranges::count(unreachable, true) > 0)
        settle_at_nothing(unreachable);
}

void Levels::settle_at_nothing(std::vector<char> const& unreachable) {
    Step step{0, {}, std::vector<double>(unreachable.size())};
    for (std::size_t type = 0; type < unreachable.size(); ++type) step.dual[type] = unreachable[type];
    solution_.steps.push_back(std::move(step));
    settle(unreachable, 0);
}

// Who is in no panel that is known: neither settled nor counted.
void Levels::leave_open(std::vector<char> const& unknown) {
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (!unknown[at(type)]) continue;
        settled_[at(type)] = true;
        master_.free(type);
    }
}

void Levels::report(double floor) const {
    progress_.report({"panels by column generation", static_cast<int>(solution_.steps.size()),
                      pool_.type_count() - open(), pool_.type_count(), floor, bound_});
}

double Levels::raise_floor() {
    bound_ = 1;
    double floor = 0;
    bool improves = true;
    while (improves && !progress_.stopped()) {
        master_.raise_floor();
        floor = master_.objective();
        floor_dual_ = master_.multipliers();
        improves = columns_.improve(master_);
        bound_ = std::min(bound_, floor + columns_.room());
        report(floor);
    }
    surely_tight_ = -1;
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (settled_[at(type)]) continue;
        if (surely_tight_ < 0 || floor_dual_[at(type)] > floor_dual_[at(surely_tight_)]) surely_tight_ = type;
    }
    return floor;
}

// Types that can rise above the floor while nobody falls below it are not tight. The sum of the others is maximised until
// it proves to be nothing: then all that are left are tight at once.
std::vector<char> Levels::saturated(double floor) {
    std::vector<char> wanted(settled_.size());
    for (std::size_t type = 0; type < wanted.size(); ++type) wanted[type] = !settled_[type];
    highest_.assign(settled_.size(), 0.0);
    do {
        do {
            master_.raise_sum(floor, wanted);
        } while (drop_risen(wanted, floor));
    } while (!progress_.stopped() && columns_.improve(master_));
    return wanted;
}

bool Levels::drop_risen(std::vector<char>& wanted, double floor) {
    auto const chances = master_.chances();
    bool dropped = false;
    for (std::size_t type = 0; type < chances.size(); ++type) highest_[type] = std::max(highest_[type], chances[type]);
    for (std::size_t type = 0; type < wanted.size(); ++type) {
        if (!wanted[type] || type == at(surely_tight_) || chances[type] <= floor + kRisen) continue;
        wanted[type] = false;
        dropped = true;
    }
    return dropped;
}

// Who can rise has a floor that does not bind: without these floors the members still cannot rise (complementary
// slackness), and the multipliers stand on settled types and members alone, as the proof has to. Should the members rise
// after all, rounding had let somebody rise who is tight: then the multipliers with the floors say who.
std::vector<double> Levels::proof_of(std::vector<char>& members, double floor) {
    auto dual = master_.multipliers();
    std::vector<char> freed(settled_.size());
    for (std::size_t type = 0; type < freed.size(); ++type) freed[type] = !settled_[type] && !members[type];
    if (std::ranges::count(freed, true) == 0) return dual;
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (freed[at(type)]) master_.free(type);
    }
    do {
        master_.raise_sum(floor, members);
    } while (!progress_.stopped() && columns_.improve(master_));
    auto const count = static_cast<double>(std::ranges::count(members, true));
    bool const holds = master_.objective() <= count * (floor + kRisen);
    if (holds) dual = master_.multipliers();
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (!freed[at(type)]) continue;
        master_.hold(type);
        if (!holds && dual[at(type)] > kHolds && highest_[at(type)] <= floor + kSurely)
            members[at(type)] = true;
        else
            dual[at(type)] = 0;
    }
    return dual;
}

void Levels::settle(std::vector<char> const& members, double floor) {
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (!members[at(type)]) continue;
        solution_.steps.back().members.push_back(type);
        settled_[at(type)] = true;
        master_.fix(type, std::max(0.0, floor - kBelow));
    }
}

Solution Levels::run(int levels) {
    double last = 0;
    for (int level = 0; open() > 0 && (levels == 0 || level < levels); ++level) {
        double const raised = raise_floor();
        if (progress_.stopped()) break;
        auto members = saturated(raised);
        if (progress_.stopped()) break;
        auto dual = proof_of(members, raised);
        if (progress_.stopped()) break;
        solution_.steps.push_back({last = std::max(last, raised), {}, std::move(dual)});
        settle(members, last);
    }
    return finish();
}

Solution Levels::best_so_far(std::vector<double> dual) {
    floor_dual_ = std::move(dual);
    return finish();
}

Solution Levels::finish() {
    if (open() > 0) master_.raise_floor();
    auto steps = std::move(solution_.steps);
    solution_ = solution_of(pool_, master_.support());
    solution_.steps = std::move(steps);
    if (open() == 0) prove_mildly(pool_, master_.panels(), solution_, progress_);
    solution_.stopped = progress_.stopped();
    if (!solution_.stopped || open() == 0) return std::move(solution_);
    Step open{1, {}, floor_dual_.empty() ? master_.multipliers() : floor_dual_};
    for (int type = 0; type < pool_.type_count(); ++type) {
        if (settled_[at(type)]) continue;
        open.members.push_back(type);
        open.value = std::min(open.value, solution_.chances[at(type)]);
    }
    solution_.open = std::move(open);
    return std::move(solution_);
}

Realised realise(TypedPool const& pool, std::vector<double> const& chances, std::vector<WeightedPanel> const& first,
                 Progress const& progress) {
    Master master(pool, chances);
    Columns columns(pool, progress);
    for (auto const& weighted : first) master.add(weighted.panel);
    do {
        master.raise_floor();
        progress.report({"panels for the chances", 0, 0, pool.type_count(), master.objective(), 1});
        if (master.objective() >= 1 - kRealised) return {true, master.support()};
    } while (!progress.stopped() && columns.improve(master));
    return {false, master.support()};
}

}  // namespace lenkwerk::sortition::engine
