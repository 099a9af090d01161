#include "cores/sortition/tests/tiny.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <bit>
#include <map>

namespace lenkwerk::sortition::tests {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

struct Dice {
    std::uint64_t state;
    int below(int n) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<int>((state >> 33) % static_cast<std::uint64_t>(n));
    }
};

Quotas quotas_around(Dice& dice, People const& people, std::vector<int> const& sizes, int size) {
    Quotas quotas;
    quotas.file = "tiny";
    for (int feature = 0; feature < 2; ++feature) {
        quotas.features.push_back(std::string(1, static_cast<char>('a' + feature)));
        for (int value = 0; value < sizes[at(feature)]; ++value) {
            quotas.rows.push_back({quotas.features.back(), std::to_string(value), 0, 0, {}, {}, 2});
            quotas.feature_of.push_back(feature);
        }
    }
    std::vector<int> counts(quotas.rows.size());
    for (int i = 0; i < size; ++i) {
        auto const& person = people.members[at(dice.below(static_cast<int>(people.members.size())))];
        for (int const quota : person.quotas) ++counts[at(quota)];
    }
    for (std::size_t row = 0; row < counts.size(); ++row) {
        quotas.rows[row].min = std::max(0, counts[row] - dice.below(2));
        quotas.rows[row].max = counts[row] + dice.below(2);
    }
    return quotas;
}

bool keeps_bounds(TinyPool const& tiny, std::vector<int> const& panel) {
    std::vector<int> sums(tiny.quotas.rows.size());
    std::map<std::string, int> homes;
    for (int const person : panel) {
        auto const& member = tiny.people.members[at(person)];
        for (int const quota : member.quotas) ++sums[at(quota)];
        int const living = member.household.empty() ? 0 : ++homes[member.household];
        if (tiny.rules.per_household > 0 && living > tiny.rules.per_household) return false;
    }
    auto const within = [](int sum, Quota const& quota) { return quota.min <= sum && sum <= quota.max; };
    return std::ranges::equal(sums, tiny.quotas.rows, within);
}

// Linear programs over the listed panels: rows are people, the last row is the sum of the weights.
class Enumeration {
public:
    Enumeration(std::vector<std::vector<int>> const& panels, int people) : panels_(panels), people_(people) {
        model_.setLogLevel(0);
        model_.setPrimalTolerance(1e-10);
        model_.resize(people + 1, 0);
        model_.setRowBounds(people, 1, 1);
        for (auto rows : panels) {
            rows.push_back(people);
            std::vector<double> const ones(rows.size(), 1.0);
            model_.addColumn(static_cast<int>(rows.size()), rows.data(), ones.data(), 0, COIN_DBL_MAX, 0);
        }
        model_.setOptimizationDirection(-1);
    }

    double highest_chance(int person, std::vector<double> const& floors) {
        for (int i = 0; i < people_; ++i) model_.setRowBounds(i, floors[at(i)] - 1e-9, COIN_DBL_MAX);
        for (std::size_t p = 0; p < panels_.size(); ++p) {
            bool const in = std::ranges::find(panels_[p], person) != panels_[p].end();
            model_.setObjectiveCoefficient(static_cast<int>(p), in);
        }
        model_.primal();
        return model_.objectiveValue();
    }

    double highest_floor(std::vector<double> const& floors, std::vector<char> const& open) const {
        ClpSimplex model(model_);
        std::vector<int> rows;
        for (int i = 0; i < people_; ++i) {
            model.setRowBounds(i, open[at(i)] ? 0 : floors[at(i)] - 1e-9, COIN_DBL_MAX);
            if (open[at(i)]) rows.push_back(i);
        }
        for (int p = 0; p < model.numberColumns(); ++p) model.setObjectiveCoefficient(p, 0);
        std::vector<double> const minus(rows.size(), -1.0);
        model.addColumn(static_cast<int>(rows.size()), rows.data(), minus.data(), 0, 1, 1);
        model.primal();
        return model.objectiveValue();
    }

private:
    std::vector<std::vector<int>> const& panels_;
    int people_;
    ClpSimplex model_;
};

}  // namespace

TinyPool tiny_pool(std::uint64_t seed) {
    Dice dice{seed};
    for (int i = 0; i < 4; ++i) dice.below(2);
    TinyPool tiny;
    int const people = 3 + dice.below(7);
    std::vector<int> const sizes{2 + dice.below(2), 2 + dice.below(2)};
    bool const households = dice.below(3) == 0;
    tiny.rules = {1 + dice.below(std::min(4, people)), households ? 1 + dice.below(2) : 0};
    tiny.people.file = "tiny";
    for (int i = 0; i < people; ++i) {
        std::vector<int> const quotas{dice.below(sizes[0]), sizes[0] + dice.below(sizes[1])};
        auto const home = households && dice.below(2) == 0 ? "h" + std::to_string(dice.below(3)) : std::string{};
        tiny.people.members.push_back({"p" + std::to_string(i), quotas, home});
    }
    tiny.quotas = quotas_around(dice, tiny.people, sizes, tiny.rules.size);
    return tiny;
}

TinyPool crossed_pool(std::uint64_t seed) {
    constexpr int kFeatures = 8, kPeople = 30;
    Dice dice{seed};
    for (int i = 0; i < 4; ++i) dice.below(2);
    TinyPool pool;
    pool.rules = {2 + dice.below(3), 0};
    pool.quotas.file = pool.people.file = "crossed";
    std::vector<int> first, values;
    for (int feature = 0; feature < kFeatures; ++feature) {
        first.push_back(static_cast<int>(pool.quotas.rows.size()));
        values.push_back(2 + dice.below(6));
        pool.quotas.features.push_back(std::string(1, static_cast<char>('a' + feature)));
        for (int value = 0; value < values.back(); ++value) {
            int const most = 1 + pool.rules.size / values.back();
            pool.quotas.rows.push_back({pool.quotas.features.back(), std::to_string(value), 0, most, {}, {}, 2});
            pool.quotas.feature_of.push_back(feature);
        }
    }
    for (int i = 0; i < kPeople; ++i) {
        std::vector<int> quotas;
        for (int feature = 0; feature < kFeatures; ++feature) {
            int const most = values[at(feature)];
            quotas.push_back(first[at(feature)] + std::min(dice.below(most), dice.below(most)));
        }
        pool.people.members.push_back({"p" + std::to_string(i), quotas, {}});
    }
    return pool;
}

std::vector<std::vector<int>> all_panels(TinyPool const& tiny) {
    std::vector<std::vector<int>> panels;
    int const people = static_cast<int>(tiny.people.members.size());
    for (unsigned set = 0; set < 1U << people; ++set) {
        if (std::popcount(set) != tiny.rules.size) continue;
        std::vector<int> panel;
        for (int i = 0; i < people; ++i) {
            if (set >> i & 1U) panel.push_back(i);
        }
        if (keeps_bounds(tiny, panel)) panels.push_back(std::move(panel));
    }
    return panels;
}

std::optional<std::vector<double>> brute_leximin(TinyPool const& tiny) {
    auto const panels = all_panels(tiny);
    if (panels.empty()) return std::nullopt;
    int const people = static_cast<int>(tiny.people.members.size());
    Enumeration program(panels, people);
    std::vector<double> floors(at(people), 0.0);
    std::vector<char> open(at(people), true);
    while (std::ranges::count(open, true) > 0) {
        double const floor = program.highest_floor(floors, open);
        for (int i = 0; i < people; ++i) {
            if (open[at(i)]) floors[at(i)] = floor;
        }
        std::vector<char> next(open);
        for (int i = 0; i < people; ++i) {
            if (open[at(i)] && program.highest_chance(i, floors) <= floor + 1e-6) next[at(i)] = false;
        }
        open = next;
    }
    return floors;
}

}  // namespace lenkwerk::sortition::tests
