#include "cores/sortition/engine/integer_program.hpp"

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <OsiClpSolverInterface.hpp>
#include <cmath>

namespace lenkwerk::sortition::engine {
namespace {

// CBC asks at every node whether to go on.
class Listening : public CbcEventHandler {
public:
    explicit Listening(Progress const& progress) : progress_(&progress) {}
    CbcAction event(CbcEvent) override { return progress_->stopped() ? stop : noAction; }
    CbcEventHandler* clone() const override { return new Listening(*this); }

private:
    Progress const* progress_;
};

}  // namespace

IntegerProgram::IntegerProgram() : solver_(std::make_unique<OsiClpSolverInterface>()) {
    solver_->setHintParam(OsiDoReducePrint, true);
    solver_->messageHandler()->setLogLevel(0);
    solver_->setObjSense(1);
}

IntegerProgram::~IntegerProgram() = default;

int IntegerProgram::add_variable(double low, double high, double cost) {
    int const number = solver_->getNumCols();
    solver_->addCol(0, nullptr, nullptr, low, std::isinf(high) ? COIN_DBL_MAX : high, cost);
    solver_->setInteger(number);
    return number;
}

void IntegerProgram::add_row(Terms const& terms, double low, double high) {
    std::vector<int> variables;
    std::vector<double> coefficients;
    for (auto const& [variable, coefficient] : terms) {
        variables.push_back(variable);
        coefficients.push_back(coefficient);
    }
    solver_->addRow(static_cast<int>(terms.size()), variables.data(), coefficients.data(),
                    std::isinf(low) ? -COIN_DBL_MAX : low, std::isinf(high) ? COIN_DBL_MAX : high);
}

std::optional<std::vector<double>> IntegerProgram::minimise(Progress const& progress) const {
    CbcModel model(*solver_);
    Listening listening(progress);
    model.passInEventHandler(&listening);
    model.setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    model.setAllowableGap(1e-9);
    model.branchAndBound();
    if (!model.bestSolution() || progress.stopped()) return std::nullopt;
    std::vector<double> values(model.bestSolution(), model.bestSolution() + solver_->getNumCols());
    for (double& value : values) value = std::round(value);
    return values;
}

namespace {

std::vector<Box> boxes_of(TypedPool const& pool) {
    std::vector<Box> boxes;
    for (auto const& type : pool.types) boxes.push_back({0, static_cast<double>(type.most)});
    for (auto const& row : pool.rows) boxes.push_back({static_cast<double>(row.min), static_cast<double>(row.max)});
    boxes.push_back({static_cast<double>(pool.size), static_cast<double>(pool.size)});
    return boxes;
}

}  // namespace

std::optional<Panel> best_panel_by_cbc(TypedPool const& pool, std::span<double const> weights,
                                       std::span<Box const> boxes, Progress const& progress) {
    auto const own = boxes_of(pool);
    if (boxes.empty()) boxes = own;
    IntegerProgram program;
    std::vector<IntegerProgram::Terms> rows(pool.rows.size() + 1);
    for (std::size_t type = 0; type < pool.types.size(); ++type) {
        int const variable = program.add_variable(boxes[type].low, boxes[type].high, -weights[type]);
        rows.back().emplace_back(variable, 1);
        for (int const row : pool.types[type].rows) rows[static_cast<std::size_t>(row)].emplace_back(variable, 1);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto const& box = boxes[pool.types.size() + row];
        program.add_row(rows[row], box.low, box.high);
    }
    auto const counts = program.minimise(progress);
    if (!counts) return std::nullopt;
    Panel panel;
    for (std::size_t type = 0; type < counts->size(); ++type) {
        if ((*counts)[type] > 0) panel.push_back({static_cast<int>(type), static_cast<int>((*counts)[type])});
    }
    return panel;
}

}  // namespace lenkwerk::sortition::engine
