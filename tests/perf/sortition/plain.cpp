#include "plain.hpp"

#include <CbcModel.hpp>
#include <ClpSimplex.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace lenkwerk::bench {
namespace {

using sortition::People;
using sortition::Quotas;
using Members = std::vector<int>;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double kEnough = 0.0005;  // the published tolerance of a level

// max weights·x over the panels, one binary x a person.
class Panels {
public:
    Panels(People const& people, Quotas const& quotas, int size) : people_(static_cast<int>(people.members.size())) {
        solver_.messageHandler()->setLogLevel(0);
        solver_.setHintParam(OsiDoReducePrint, true);
        std::vector<Members> holders(quotas.rows.size());
        Members all;
        for (int person = 0; person < people_; ++person) {
            solver_.addCol(0, nullptr, nullptr, 0, 1, 0);
            solver_.setInteger(person);
            all.push_back(person);
            for (int const quota : people.members[at(person)].quotas) holders[at(quota)].push_back(person);
        }
        for (std::size_t row = 0; row < holders.size(); ++row) {
            add_row(holders[row], quotas.rows[row].min, quotas.rows[row].max);
        }
        add_row(all, size, size);
    }

    std::optional<Members> best(std::vector<double> const& weights) {
        ++programs_;
        for (int person = 0; person < people_; ++person) solver_.setObjCoeff(person, -weights[at(person)]);
        CbcModel model(solver_);
        model.setLogLevel(0);
        model.solver()->messageHandler()->setLogLevel(0);
        model.branchAndBound();
        if (!model.bestSolution()) return std::nullopt;
        Members members;
        for (int person = 0; person < people_; ++person) {
            if (model.bestSolution()[person] > 0.5) members.push_back(person);
        }
        return members;
    }
    int programs() const { return programs_; }

private:
    void add_row(Members const& members, double low, double high) {
        std::vector<double> const ones(members.size(), 1.0);
        solver_.addRow(static_cast<int>(members.size()), members.data(), ones.data(), low, high);
    }

    OsiClpSolverInterface solver_;
    int people_, programs_ = 0;
};

// Multiplicative weights: who was chosen counts less from then on; then everybody who is in no panel yet is asked for.
std::set<Members> first_panels(Panels& panels, int people) {
    std::set<Members> found;
    std::set<int> covered;
    std::vector<double> weights(at(people), 1.0);
    for (int round = 0; round < 3 * people; ++round) {
        auto const panel = panels.best(weights);
        if (!panel) return {};
        for (int const person : *panel) weights[at(person)] *= 0.8;
        double sum = 0;
        for (double const weight : weights) sum += weight;
        for (double& weight : weights) weight *= people / sum;
        bool const is_new = found.insert(*panel).second;
        if (!is_new) {
            for (double& weight : weights) weight = 0.9 * weight + 0.1;
        }
        covered.insert(panel->begin(), panel->end());
    }
    for (int person = 0; person < people; ++person) {
        if (covered.contains(person)) continue;
        std::vector<double> only(at(people));
        only[at(person)] = 1;
        auto const panel = panels.best(only);
        found.insert(*panel);
        covered.insert(panel->begin(), panel->end());
    }
    return found;
}

// min cap − Σ fixed·y over y ≥ 0 with Σ y = 1 over the open people and Σ y ≤ cap in every panel found so far.
class Dual {
public:
    explicit Dual(int people) : people_(people) {
        model_.setLogLevel(0);
        model_.resize(0, people + 1);
        for (int person = 0; person < people; ++person) model_.setColumnBounds(person, 0, COIN_DBL_MAX);
        model_.setColumnBounds(people, -COIN_DBL_MAX, COIN_DBL_MAX);
        model_.setObjectiveCoefficient(people, 1);
        Members all;
        for (int person = 0; person < people; ++person) all.push_back(person);
        std::vector<double> const ones(all.size(), 1.0);
        model_.addRow(people, all.data(), ones.data(), 1, 1);
    }
    void add(Members members) {
        std::vector<double> entries(members.size(), 1.0);
        members.push_back(people_);
        entries.push_back(-1);
        model_.addRow(static_cast<int>(members.size()), members.data(), entries.data(), -COIN_DBL_MAX, 0);
    }
    void fix(int person, double chance) {
        model_.setObjectiveCoefficient(person, -chance);
        model_.modifyCoefficient(0, person, 0);
    }
    void solve() { model_.dual(); }
    std::vector<double> weights() const {
        return {model_.primalColumnSolution(), model_.primalColumnSolution() + people_};
    }
    double cap() const { return model_.primalColumnSolution()[people_]; }
    double value() const { return model_.objectiveValue(); }

private:
    int people_;
    ClpSimplex model_;
};

// Weights of the panels under which everybody has the fixed chance, as nearly as can be.
std::vector<double> realised(std::set<Members> const& panels, std::vector<double> const& wanted) {
    int const people = static_cast<int>(wanted.size());
    ClpSimplex model;
    model.setLogLevel(0);
    model.resize(people + 1, 0);
    for (int person = 0; person < people; ++person) model.setRowBounds(person, wanted[at(person)], COIN_DBL_MAX);
    model.setRowBounds(people, 1, 1);
    Members all;
    for (int person = 0; person < people; ++person) all.push_back(person);
    std::vector<double> const ones(all.size(), 1.0);
    model.addColumn(people, all.data(), ones.data(), 0, 1, 1);  // the shortfall
    for (auto members : panels) {
        members.push_back(people);
        std::vector<double> const entries(members.size(), 1.0);
        model.addColumn(static_cast<int>(members.size()), members.data(), entries.data(), 0, COIN_DBL_MAX, 0);
    }
    model.primal();
    std::vector<double> chances(wanted.size());
    int column = 1;
    for (auto const& members : panels) {
        double const weight = model.primalColumnSolution()[column++];
        for (int const person : members) chances[at(person)] += weight;
    }
    return chances;
}

}  // namespace

Plain plain_column_generation(People const& people, Quotas const& quotas, int size) {
    int const count = static_cast<int>(people.members.size());
    Panels pricing(people, quotas, size);
    auto panels = first_panels(pricing, count);
    if (panels.empty()) return {};
    Dual dual(count);
    for (auto const& panel : panels) dual.add(panel);
    std::vector<double> chances(at(count), -1.0);
    Plain result;
    for (auto open = count; open > 0; ++result.levels) {
        for (dual.solve();; dual.solve()) {
            auto const panel = *pricing.best(dual.weights());
            double value = 0;
            auto const weights = dual.weights();
            for (int const person : panel) value += weights[at(person)];
            if (value <= dual.cap() + kEnough || !panels.insert(panel).second) break;
            dual.add(panel);
        }
        auto const weights = dual.weights();
        double const floor = std::max(0.0, dual.value());
        double largest = 0;
        for (int person = 0; person < count; ++person) {
            if (chances[at(person)] < 0) largest = std::max(largest, weights[at(person)]);
        }
        for (int person = 0; person < count; ++person) {
            if (chances[at(person)] >= 0 || weights[at(person)] <= std::min(kEnough, largest / 2)) continue;
            chances[at(person)] = floor;
            dual.fix(person, floor);
            --open;
        }
    }
    result.chances = realised(panels, chances);
    result.programs = pricing.programs();
    return result;
}

}  // namespace lenkwerk::bench
