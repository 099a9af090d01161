#pragma once
// The head of a budget table: which column holds what, for which years, on which basis.
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/reading/lines.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

struct Period {
    std::optional<int> from, to;  // years
    Basis basis = Basis::not_stated;
};

struct BudgetColumn {
    enum class Kind { holder, order, account, label, amount } kind;
    Period period = {};
    std::int64_t scale = 1;  // of a bare number: 1,000 below "in T€"
};

struct BudgetHead {
    std::vector<BudgetColumn> columns;
    std::vector<Cell> cells;  // one a column; empty where single blanks part the columns
};

// A line whose words all name columns of a budget table, at least one of them an order, an account or a label, and at least
// one an amount.
std::optional<BudgetHead> budget_head(Line const& line);

// The head with a second line of it, "konto" below "Sach-" and "2026" below "2024 bis"; none: the line belongs to no head.
std::optional<BudgetHead> with_second_line(BudgetHead const& head, Line const& line);

// The years a text names: "2023", "2024 bis 2026", "2024/25", "ab 2024"; and "jährlich", "insgesamt".
Period period_of(std::string_view text);
Basis basis_of(std::string_view text);

}  // namespace lenkwerk::council::reading
