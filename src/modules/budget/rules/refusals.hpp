#pragma once
// Why the budget says no.
#include "base/outcome.hpp"

namespace lenkwerk::budget {

inline Problems line_unnamed() { return refuse("budget.line.unnamed", "label"); }
inline Problems line_text_too_long() { return refuse("budget.line.text_too_long", "label"); }
inline Problems year_unlikely(std::string field) { return refuse("budget.amount.year_unlikely", std::move(field)); }
inline Problems period_reversed() { return refuse("budget.amount.period_reversed", "to"); }
inline Problems amount_too_large() { return refuse("budget.amount.too_large", "amount"); }
inline Problems amount_unknown() { return refuse("budget.amount.unknown"); }
inline Problems basis_unknown() { return refuse("budget.amount.basis_unknown", "basis"); }
inline Problems statement_missing() { return refuse("budget.amount.statement_missing", "statement"); }
inline Problems statement_too_long() { return refuse("budget.amount.statement_too_long", "statement"); }

}  // namespace lenkwerk::budget
