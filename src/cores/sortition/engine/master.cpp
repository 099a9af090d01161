#include "cores/sortition/engine/master.hpp"

#include <ClpSimplex.hpp>
#include <CoinBuild.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
// How far a chance may lie below what is settled. Errors of one level move the next ones many times as far: 1e-9 here, more
// than what settled chances are given as slack, put whole levels of real pools 0.03 off.
constexpr double kFeasible = 1e-11;
constexpr int kFloor = 0;  // the column of z
// The floor that one program reaches, the next may miss by its rounding: then it gives way, as little as will do.
constexpr std::array kGivesWay{0.0, 1e-11, 1e-10, 1e-9};
constexpr double kFirstSlack = 1e-10, kMostSlack = 1e-9;
// Multipliers beyond are no prices of people but the price at which the simplex tolerates what it cannot keep (1e10).
constexpr double kSound = 1e8;

}  // namespace

// Rows: one a type, Σ weight·count/people + shortfall − share·z ≥ 0; the last, Σ weight = 1. Columns: z, a shortfall a
// type, which is 0 unless it is allowed, and the panels.
Master::Master(TypedPool const& pool, std::vector<double> const& shares)
    : pool_(&pool), model_(std::make_unique<ClpSimplex>()) {
    int const types = pool.type_count();
    model_->setLogLevel(0);
    model_->setPrimalTolerance(kFeasible);
    model_->setDualTolerance(1e-9);
    model_->resize(types + 1, 0);
    for (int type = 0; type < types; ++type) model_->setRowBounds(type, 0, COIN_DBL_MAX);
    model_->setRowBounds(types, 1, 1);
    std::vector<int> rows(at(types));
    for (int type = 0; type < types; ++type) rows[at(type)] = type;
    std::vector<double> minus(shares);
    for (double& share : minus) share = -share;
    model_->addColumn(types, rows.data(), minus.data(), 0, 1, 0);
    double const one = 1;
    for (int type = 0; type < types; ++type) model_->addColumn(1, &type, &one, 0, 0, 0);
    model_->setOptimizationDirection(-1);
}

Master::~Master() = default;

void Master::add(Panel const& panel) {
    std::vector<int> rows;
    std::vector<double> entries;
    double objective = 0;
    for (auto const [type, count] : panel) {
        rows.push_back(type);
        entries.push_back(static_cast<double>(count) / pool_->types[at(type)].count());
        if (!wanted_.empty() && wanted_[at(type)]) objective += entries.back();
    }
    rows.push_back(pool_->type_count());
    entries.push_back(1);
    model_->addColumn(static_cast<int>(rows.size()), rows.data(), entries.data(), 0, COIN_DBL_MAX, objective);
    panels_.push_back(panel);
}

void Master::fix(int type, double value) {
    model_->modifyCoefficient(type, kFloor, 0);
    fixed_.emplace_back(type, value);
    model_->setRowLower(type, value - slack_);
}

// What all levels so far settle may contradict itself by their rounding: then it gives way, too.
bool Master::gives_way() {
    if (fixed_.empty() || slack_ >= kMostSlack) return false;
    slack_ = slack_ == 0 ? kFirstSlack : slack_ * 10;
    for (auto const& [type, value] : fixed_) model_->setRowLower(type, value - slack_);
    return true;
}

// Below −1 no chance less the floor can be.
void Master::free(int type) { model_->setRowLower(type, -1); }

void Master::hold(int type) { model_->setRowLower(type, 0); }

void Master::allow_shortfalls(double price) {
    for (int type = 0; type < pool_->type_count(); ++type) {
        model_->setColumnBounds(1 + type, 0, 1);
        model_->setObjectiveCoefficient(1 + type, -price);
    }
}

void Master::raise_floor() {
    if (!wanted_.empty() || model_->objective()[kFloor] == 0) {
        wanted_.clear();
        for (int panel = 0; panel < std::ssize(panels_); ++panel) model_->setObjectiveCoefficient(column_of(panel), 0);
        model_->setObjectiveCoefficient(kFloor, 1);
        model_->setColumnBounds(kFloor, 0, 1);
    }
    while (!solves()) {
        if (!gives_way()) throw std::runtime_error("the master program found no solution");
    }
}

void Master::raise_sum(double floor, std::vector<char> const& wanted) {
    model_->setObjectiveCoefficient(kFloor, 0);
    if (wanted != wanted_) {
        wanted_ = wanted;
        for (std::size_t p = 0; p < panels_.size(); ++p) {
            double objective = 0;
            for (auto const [type, count] : panels_[p]) {
                if (wanted[at(type)]) objective += static_cast<double>(count) / pool_->types[at(type)].count();
            }
            model_->setObjectiveCoefficient(column_of(static_cast<int>(p)), objective);
        }
    }
    do {
        for (double const by : kGivesWay) {
            double const held = std::max(0.0, floor - by);
            model_->setColumnBounds(kFloor, held, held);
            if (solves()) return;
        }
    } while (gives_way());
    throw std::runtime_error("the master program does not hold its floor");
}

bool Master::solves() {
    model_->primal(0, 0);
    iterations_ += model_->numberIterations();
    if (!is_solved()) model_->dual(0, 0);
    if (!is_solved()) {
        model_->allSlackBasis(true);
        model_->primal(0, 0);
    }
    return is_solved();
}

bool Master::is_solved() const {
    double const* duals = model_->dualRowSolution();
    auto const is_sound = [](double dual) { return std::abs(dual) < kSound; };
    return model_->status() == 0 && std::all_of(duals, duals + model_->numberRows(), is_sound);
}

double Master::objective() const { return model_->objectiveValue(); }

std::vector<double> Master::chances() const { return chances_of(*pool_, support()); }

std::vector<WeightedPanel> Master::support() const {
    std::vector<WeightedPanel> support;
    double const* weights = model_->primalColumnSolution();
    for (std::size_t p = 0; p < panels_.size(); ++p) {
        double const weight = weights[column_of(static_cast<int>(p))];
        if (weight > 0) support.push_back({panels_[p], weight});
    }
    return support;
}

std::vector<double> Master::multipliers() const {
    std::vector<double> result(pool_->types.size());
    double const* duals = model_->dualRowSolution();
    for (std::size_t type = 0; type < result.size(); ++type) {
        result[type] = std::max(0.0, -duals[type]);
        if (!wanted_.empty() && wanted_[type]) result[type] += 1;
    }
    return result;
}

double Master::threshold() const { return model_->dualRowSolution()[pool_->type_count()]; }

}  // namespace lenkwerk::sortition::engine
