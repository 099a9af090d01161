#pragma once
// What the office does with an amount: say whether it is meant per year or in total, where the paper does not.
#include "modules/budget/budget.hpp"

namespace lenkwerk::budget {

inline constexpr std::string_view kEdit = "budget.edit";

struct BasisStatement {
    AmountId amount;
    Basis basis = Basis::not_stated;
    std::string statement;  // who says so, in words that a reader can follow: "Auskunft der Kämmerei vom 12.03.2027"
    std::int64_t version = 0;
};
// Refuses access.denied, budget.amount.unknown, .statement_missing (unless the basis is taken back), .statement_too_long,
// form.changed_meanwhile.
Outcome<LineId> state_basis(storage::Transaction& tx, BasisStatement const& statement);

}  // namespace lenkwerk::budget
