#pragma once
// The mathematics' view of a pool: people who cannot be told apart by quotas and households are one type with a number.
#include <span>
#include <vector>

namespace lenkwerk::sortition {

// Bounds on how many members of a panel may come from the types that name this row: a quota, or one kind of household.
struct Row {
    int min = 0;
    int max = 0;
    bool operator==(Row const&) const = default;
};

struct Type {
    std::vector<int> people;  // indices into the pool, ascending, never empty
    std::vector<int> rows;    // indices into TypedPool::rows, ascending
    int most = 0;             // how many of them one panel can hold at most: 1 ≤ most ≤ people.size()
    int count() const { return static_cast<int>(people.size()); }
};

// Every panel is a count per type: 0 ≤ count ≤ most, the counts sum to `size`, and each row's sum keeps its bounds.
struct TypedPool {
    int size = 0;
    std::vector<Row> rows;
    std::vector<Type> types;
    int type_count() const { return static_cast<int>(types.size()); }
    int row_count() const { return static_cast<int>(rows.size()); }
};

struct Seat {
    int type = 0;
    int count = 0;
    bool operator==(Seat const&) const = default;
    auto operator<=>(Seat const&) const = default;
};

// The seats of one panel, ascending by type, without zeros.
using Panel = std::vector<Seat>;

struct WeightedPanel {
    Panel panel;
    double weight = 0;
};

bool is_feasible(TypedPool const& pool, Panel const& panel);

// Σ weight · count. `weights` has one entry a type.
double value_of(Panel const& panel, std::span<double const> weights);

// The chance of one person of each type under the panels' weights: Σ weight · count / people.
std::vector<double> chances_of(TypedPool const& pool, std::span<WeightedPanel const> panels);

}  // namespace lenkwerk::sortition
