#pragma once
// The rows of a budget table: order, account, label and the amounts of each period.
#include "modules/council/rules/reading/budget_columns.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

class BudgetRows {
public:
    explicit BudgetRows(BudgetHead head) : head_(std::move(head)) {}

    // Reads a row, the rest of a row that goes over two lines, or a row of sums; false: the table has ended.
    bool take(Line const& line);
    bool is_fresh() const { return lines_ == 0; }
    std::vector<DraftBudgetAmount> amounts() const;

private:
    struct Row {
        std::string holder, order, account, label;
        std::vector<std::optional<std::int64_t>> cents;  // one an amount column
        Lines lines;
    };

    std::optional<Row> row_by_columns(Line const& line) const;
    std::optional<Row> row_by_shape(Line const& line) const;
    void put(Row& row, BudgetColumn::Kind kind, std::string_view text) const;
    bool put_codes(Row& row, std::string_view text) const;
    bool has(BudgetColumn::Kind kind) const;
    bool goes_on(Line const& line);

    BudgetHead head_;
    std::vector<Row> rows_;
    int lines_ = 0;
    std::string pending_;  // a label whose row has not come yet
    Lines pending_lines_;
};

// "Für 2024 bis 2026 stehen im Budget des Amtes 32 jährlich 20.000 € bereit (Auftrag 12345, Sachkonto 543100)."
std::vector<DraftBudgetAmount> amounts_in_sentence(std::string_view sentence);

}  // namespace lenkwerk::council::reading
