#include "cores/sortition/engine/decompose.hpp"

#include <algorithm>
#include <cmath>

#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double kTight = 1e-10;   // mass below is rounding
constexpr double kNothing = 1e-9;  // what may be left over
constexpr double kTieBreak = 1e-2;
constexpr std::int64_t kNodes = 3000;  // a face without a panel shows after few nodes, or never in time

class Peeling {
public:
    Peeling(TypedPool const& pool, std::vector<double> const& chances) : pool_(pool), pricer_(pool) {
        std::uint64_t state = 1;
        for (int type = 0; type < pool.type_count(); ++type) {
            mass_.push_back(chances[at(type)] * pool.types[at(type)].count());
            state = state * 6364136223846793005U + 1442695040888963407U;
            tie_break_.push_back(kTieBreak * static_cast<double>(state >> 40) / (1 << 24));
        }
    }

    Decomposition run(Progress const& progress) {
        while (result_.left > kNothing && !progress.stopped()) {
            auto const panel = next_panel(progress);
            if (panel.empty()) break;
            double const weight = carried_by(panel);
            if (weight <= kTight) break;
            take(panel, weight);
            progress.report({"panels for the chances", 0, 0, pool_.type_count(), 1 - result_.left, 1});
        }
        return std::move(result_);
    }

private:
    struct Box {
        double mass, low, high;
    };
    Box count_box(int type) const { return {mass_[at(type)], 0, double(pool_.types[at(type)].most)}; }
    Box row_box(int row, std::vector<double> const& sums) const {
        return {sums[at(row)], double(pool_.rows[at(row)].min), double(pool_.rows[at(row)].max)};
    }

    std::vector<double> row_sums() const {
        std::vector<double> sums(pool_.rows.size());
        for (int type = 0; type < pool_.type_count(); ++type) {
            for (int const row : pool_.types[at(type)].rows) sums[at(row)] += mass_[at(type)];
        }
        return sums;
    }

    // What is tight on average is tight in every panel that contributes to the average.
    void face(int variable, Box const& box) {
        bool const at_low = box.mass - result_.left * box.low <= kTight;
        bool const at_high = result_.left * box.high - box.mass <= kTight;
        pricer_.restrict(variable, at_high && !at_low ? box.high : box.low, at_low ? box.low : box.high);
    }

    Panel next_panel(Progress const& progress) {
        auto const sums = row_sums();
        std::vector<double> wish(pool_.types.size());
        for (int type = 0; type < pool_.type_count(); ++type) {
            face(type, count_box(type));
            double const most = pool_.types[at(type)].most;
            if (most > 0) wish[at(type)] = mass_[at(type)] / (result_.left * most) + tie_break_[at(type)];
        }
        for (int row = 0; row < pool_.row_count(); ++row) face(pool_.type_count() + row, row_box(row, sums));
        auto answer = pricer_.ask(wish, {.patience = 0, .nodes = kNodes, .progress = &progress});
        return answer.panels.empty() ? Panel{} : std::move(answer.panels.back());
    }

    // How far one can move away from the panel without leaving the polytope: the largest weight.
    double carried_by(Panel const& panel) const {
        double weight = result_.left;
        auto const limit = [&](Box const& box, double count) {
            if (count > box.low) weight = std::min(weight, (box.mass - result_.left * box.low) / (count - box.low));
            if (count < box.high) weight = std::min(weight, (result_.left * box.high - box.mass) / (box.high - count));
        };
        std::vector<double> counts(pool_.types.size()), in_row(pool_.rows.size());
        for (auto const [type, count] : panel) {
            counts[at(type)] = count;
            for (int const row : pool_.types[at(type)].rows) in_row[at(row)] += count;
        }
        auto const sums = row_sums();
        for (int type = 0; type < pool_.type_count(); ++type) limit(count_box(type), counts[at(type)]);
        for (int row = 0; row < pool_.row_count(); ++row) limit(row_box(row, sums), in_row[at(row)]);
        return weight;
    }

    void take(Panel const& panel, double weight) {
        for (auto const [type, count] : panel) mass_[at(type)] -= weight * count;
        result_.left -= weight;
        result_.panels.push_back({panel, weight});
    }

    TypedPool const& pool_;
    Pricer pricer_;
    std::vector<double> tie_break_;  // many people with the same chance make the simplex turn in circles
    std::vector<double> mass_;       // chance · people of each type that is not yet given to panels
    Decomposition result_;
};

}  // namespace

Decomposition decompose(TypedPool const& pool, std::vector<double> const& chances, Progress const& progress) {
    return Peeling(pool, chances).run(progress);
}

}  // namespace lenkwerk::sortition::engine
