#include <ClpSimplex.hpp>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/sortition/lottery/rounding.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double kWhole = 1e-7;  // nearer to a whole number is rounding of the linear program

// Beck and Fiala's rounding. A row is a type; its entry for a panel is how often that panel seats one person of the type on
// average, so that an error of a row is the change of one person's expected number of panels.
class Vertices {
public:
    Vertices(TypedPool const& pool, std::span<WeightedPanel const> panels, std::vector<double> fractions)
        : pool_(pool), panels_(panels), fractions_(std::move(fractions)) {
        for (std::size_t i = 0; i < panels_.size(); ++i) {
            double sum = 0;
            for (auto const [type, count] : panels_[i].panel) sum += share(type, count);
            heaviest_ = std::max(heaviest_, sum);
        }
    }

    std::vector<double> run() {
        collect_open();
        while (open_.size() > 1) {
            auto const before = open_.size();
            move_to_vertex(rows_that_matter());
            collect_open();
            if (open_.size() == before) throw std::runtime_error("a vertex of the rounding program settles no panel");
        }
        return std::move(fractions_);
    }

private:
    double share(int type, int count) const { return static_cast<double>(count) / pool_.types[at(type)].count(); }

    void collect_open() {
        open_.clear();
        for (std::size_t i = 0; i < fractions_.size(); ++i) {
            double const whole = std::round(fractions_[i]);
            if (std::abs(fractions_[i] - whole) < kWhole)
                fractions_[i] = whole;
            else
                open_.push_back(i);
        }
    }

    // Rows whose open panels could still move them by more than a whole panel's weight. Fewer than open panels, so that a
    // vertex settles at least one: where the count would not do, the lightest rows go.
    std::vector<int> rows_that_matter() const {
        std::vector<double> mass(pool_.types.size());
        for (auto const i : open_) {
            for (auto const [type, count] : panels_[i].panel) mass[at(type)] += share(type, count);
        }
        std::vector<int> rows;
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (mass[at(type)] > heaviest_) rows.push_back(type);
        }
        std::ranges::stable_sort(rows, std::ranges::greater{}, [&](int type) { return mass[at(type)]; });
        if (rows.size() + 2 > open_.size()) rows.resize(open_.size() - 2);
        return rows;
    }

    void move_to_vertex(std::vector<int> const& rows) {
        std::vector<int> place(pool_.types.size(), -1);
        for (std::size_t i = 0; i < rows.size(); ++i) place[at(rows[i])] = static_cast<int>(i);
        ClpSimplex model;
        model.setLogLevel(0);
        model.setPrimalTolerance(1e-9);
        model.resize(static_cast<int>(rows.size()) + 1, 0);
        std::vector<double> sums(rows.size() + 1);
        for (auto const i : open_) {
            std::vector<int> entries{static_cast<int>(rows.size())};
            std::vector<double> values{1};
            sums.back() += fractions_[i];
            for (auto const [type, count] : panels_[i].panel) {
                if (place[at(type)] < 0) continue;
                entries.push_back(place[at(type)]);
                values.push_back(share(type, count));
                sums[at(place[at(type)])] += values.back() * fractions_[i];
            }
            model.addColumn(static_cast<int>(entries.size()), entries.data(), values.data(), 0, 1, 0);
        }
        for (std::size_t row = 0; row < sums.size(); ++row)
            model.setRowBounds(static_cast<int>(row), sums[row], sums[row]);
        model.primal();
        if (!model.primalFeasible())
            throw std::runtime_error("the present fractions satisfy the program, yet it has no solution");
        for (std::size_t i = 0; i < open_.size(); ++i) {
            fractions_[open_[i]] = std::clamp(model.primalColumnSolution()[i], 0.0, 1.0);
        }
    }

    TypedPool const& pool_;
    std::span<WeightedPanel const> panels_;
    std::vector<double> fractions_;
    std::vector<std::size_t> open_;
    double heaviest_ = 0;
};

}  // namespace

std::vector<int> by_linear_program(TypedPool const& pool, std::span<WeightedPanel const> panels, int number) {
    std::vector<int> copies;
    std::vector<double> fractions;
    for (auto const unit : in_units(panels, number)) {
        copies.push_back(static_cast<int>(unit / kUnit));
        fractions.push_back(static_cast<double>(unit % kUnit) / static_cast<double>(kUnit));
    }
    auto const whole = Vertices(pool, panels, std::move(fractions)).run();
    for (std::size_t i = 0; i < copies.size(); ++i) copies[i] += whole[i] > 0.5;
    if (std::accumulate(copies.begin(), copies.end(), 0) != number) throw std::runtime_error("rounding lost a panel");
    exchange(pool, panels, number, copies);
    return copies;
}

}  // namespace lenkwerk::sortition::lottery
