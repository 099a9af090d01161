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

    // The second line of the head.
    bool take_head(Line const& line);
    // Reads a row, the rest of a row that goes over two lines, or a row of sums; false: the table has ended.
    bool take(Line const& line);
    std::vector<DraftBudgetAmount> amounts() const;

private:
    struct Row {
        std::vector<std::string> texts;  // one a column
        Lines lines;
    };

    Row empty_row() const { return {std::vector<std::string>(head_.columns.size()), {}}; }
    std::optional<std::int64_t> cents(Row const& row, std::size_t column) const;
    std::string text(Row const& row, BudgetColumn::Kind kind) const;
    bool has(BudgetColumn::Kind kind) const;
    bool is_aligned() const { return !head_.cells.empty() && head_.cells.back().tabs == 0; }
    std::optional<Row> row_by_columns(Line const& line) const;
    std::optional<Row> row_by_shape(Line const& line) const;
    void put_codes(Row& row, std::string_view codes_and_label) const;
    std::optional<Row> rest_of_row(Line const& line) const;
    void add(Row& row, Row const& more) const;
    bool goes_on(Line const& line);

    BudgetHead head_;
    std::vector<Row> rows_;
    bool is_fresh_ = true;        // no row has been read
    std::optional<Row> pending_;  // the beginning of a row whose amounts have not come yet
};

// "Für 2024 bis 2026 stehen im Budget des Amtes 32 jährlich 20.000 € bereit (Auftrag 12345, Sachkonto 543100)."
std::vector<DraftBudgetAmount> amounts_in_sentence(std::string_view sentence);

}  // namespace lenkwerk::council::reading
