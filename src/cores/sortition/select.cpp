#include "cores/sortition/select.hpp"

#include <algorithm>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/engine/nash.hpp"
#include "cores/sortition/input/table.hpp"

namespace lenkwerk::sortition {
namespace {

constexpr double kSameLevel = 1e-9;
constexpr double kNoChance = 1e-12;  // rounding, not a chance

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::array<std::string_view, 5> kNames{"leximin", "maximin", "nash", "goldilocks", "legacy"};

// Each step's dual is scaled so that its members count at least their people; then steps of one value simply add up.
std::vector<double> scaled(TypedPool const& pool, engine::Step const& step) {
    double scale = 0;
    for (int const type : step.members) scale = std::max(scale, pool.types[at(type)].count() / step.dual[at(type)]);
    auto dual = step.dual;
    for (double& multiplier : dual) multiplier *= scale;
    return dual;
}

struct OpenLevel {
    double value = 0;
    std::vector<int> types;
    std::vector<double> dual;
};

// Of the other objectives a step is one level as it is: its dual's size means something.
std::vector<OpenLevel> merged(TypedPool const& pool, std::vector<engine::Step> const& steps, bool ascending) {
    std::vector<OpenLevel> levels;
    for (auto const& step : steps) {
        if (!ascending) {
            levels.push_back({step.value, step.members, step.dual});
            continue;
        }
        if (levels.empty() || step.value > levels.back().value + kSameLevel) {
            levels.push_back({step.value, {}, std::vector<double>(pool.types.size())});
        }
        auto& level = levels.back();
        level.types.insert(level.types.end(), step.members.begin(), step.members.end());
        auto const dual = scaled(pool, step);
        for (std::size_t type = 0; type < dual.size(); ++type) level.dual[type] += dual[type];
    }
    return levels;
}

proof::Level named(TypedPool const& pool, People const& people, double value, std::vector<int> const& types,
                   std::vector<double> const& dual) {
    proof::Level level{value, {}, {}};
    for (int const type : types) {
        for (int const person : pool.types[at(type)].people) level.members.push_back(people.members[at(person)].id);
    }
    std::ranges::sort(level.members);
    for (int type = 0; type < pool.type_count(); ++type) {
        if (dual[at(type)] != 0) level.dual.emplace_back(type, dual[at(type)]);
    }
    return level;
}

std::vector<proof::Level> levels_of(TypedPool const& pool, People const& people, std::vector<engine::Step> const& steps,
                                    bool ascending) {
    std::vector<proof::Level> result;
    for (auto const& level : merged(pool, steps, ascending)) {
        result.push_back(named(pool, people, level.value, level.types, level.dual));
    }
    return result;
}

// Why there is no panel.
Problems no_panel(Quotas const& quotas, SelectionRequest const& request, engine::Progress const& progress) {
    MessageArguments const size{{"size", std::int64_t{request.rules.size}}};
    if (progress.stopped()) return refuse("sortition.ended_before_a_panel", {}, size);
    if (request.objective == Objective::legacy) return refuse("sortition.legacy.no_panel", {}, size);
    return refuse("sortition.quotas.infeasible", {}, input::place(quotas.file, 1, 0, size));
}

// Who is in no panel: known where the first level proves it, unknown where the work was ended before.
void name_excluded(Selection& selection, engine::Solution const& solution, Objective objective) {
    std::vector<char> proven(selection.pool.types.size());
    if (!solution.steps.empty() && solution.steps.front().value == 0) {
        for (int const type : solution.steps.front().members) proven[at(type)] = true;
    }
    for (std::size_t type = 0; type < proven.size(); ++type) {
        if (solution.chances[type] > kNoChance || objective == Objective::legacy) continue;
        auto& people = proven[type] ? selection.unselectable : selection.undecided;
        auto const& of = selection.pool.types[type].people;
        people.insert(people.end(), of.begin(), of.end());
    }
    std::ranges::sort(selection.unselectable);
    std::ranges::sort(selection.undecided);
}

Selection selection_from(TypedPool pool, People const& people, engine::Solution solution,
                         SelectionRequest const& request) {
    Selection selection;
    selection.levels = levels_of(pool, people, solution.steps, request.objective <= Objective::maximin);
    selection.chances.resize(people.members.size());
    for (std::size_t type = 0; type < pool.types.size(); ++type) {
        double const chance = solution.chances[type] > kNoChance ? std::min(1.0, solution.chances[type]) : 0.0;
        for (int const person : pool.types[type].people) selection.chances[at(person)] = chance;
    }
    selection.panels = std::move(solution.panels);
    selection.fairness = fairness_of(selection.chances);
    selection.drawn = seat(pool, people, drawn_panel(selection.panels, request.seed), request.seed);
    selection.stopped = solution.stopped;
    if (auto const& open = solution.open) {
        selection.open = named(pool, people, open->value, open->members, open->dual);
    }
    selection.pool = std::move(pool);
    name_excluded(selection, solution, request.objective);
    return selection;
}

std::uint64_t number_of(std::string const& seed) {
    return static_cast<std::uint64_t>(fraction(sha256("legacy\n" + seed)) * 0x1p53);
}

// What a step beyond the first with a positive value says is leximin's, not maximin's.
void keep_first_level(engine::Solution& solution) {
    auto const first = std::ranges::find_if(solution.steps, [](auto const& step) { return step.value > 0; });
    if (first != solution.steps.end()) solution.steps.erase(first + 1, solution.steps.end());
}

std::optional<engine::Solution> solved(TypedPool const& pool, SelectionRequest const& request,
                                       engine::Progress const& progress) {
    switch (request.objective) {
        case Objective::nash: return engine::nash(pool, progress);
        case Objective::goldilocks: return engine::goldilocks(pool, request.gamma, progress);
        case Objective::legacy: return engine::legacy(pool, request.legacy_runs, number_of(request.seed), progress);
        case Objective::leximin: return engine::leximin(pool, {0, request.columns_only}, progress);
        case Objective::maximin: break;
    }
    return engine::leximin(pool, {1, request.columns_only}, progress);
}

}  // namespace

std::string name_of(Objective objective) { return std::string(kNames[static_cast<std::size_t>(objective)]); }

std::optional<Objective> objective_named(std::string const& name) {
    auto const found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Objective>(found - kNames.begin());
}

Outcome<Selection> select(People const& people, Quotas const& quotas, SelectionRequest const& request,
                          engine::Progress const& progress) {
    auto pool = group(people, quotas, request.rules);
    if (!pool) return pool.problems();
    if (auto problems = supply_problems(people, quotas); !problems.empty()) return problems;
    auto solution = solved(*pool, request, progress);
    if (!solution) return no_panel(quotas, request, progress);
    if (request.objective == Objective::maximin) keep_first_level(*solution);
    return selection_from(std::move(*pool), people, std::move(*solution), request);
}

proof::Certificate certify(Selection const& selection, People const& people, SelectionRequest const& request) {
    proof::Certificate certificate;
    certificate.objective = name_of(request.objective);
    certificate.rules = request.rules;
    certificate.gamma = request.gamma;
    for (auto const& type : selection.pool.types) {
        auto& ids = certificate.types.emplace_back();
        for (int const person : type.people) ids.push_back(people.members[at(person)].id);
    }
    for (std::size_t person = 0; person < people.members.size(); ++person) {
        certificate.probabilities.emplace_back(people.members[person].id, selection.chances[person]);
    }
    certificate.panels = selection.panels;
    certificate.levels = selection.levels;
    certificate.open = selection.open;
    return certificate;
}

}  // namespace lenkwerk::sortition
