#include "modules/council/rules/reading/budget_rows.hpp"

#include "modules/council/rules/reading/amounts.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council::reading {
namespace {

using Kind = BudgetColumn::Kind;

bool is_sum(std::string_view label) {
    auto const name = folded_letters(label);
    return is_one_of(
        name, {"summe", "gesamt", "insgesamt", "gesamtsumme", "gesamtbetrag", "summen", "zusammen", "gesamtkosten"});
}

bool is_nothing(std::string_view text) {
    return is_one_of(trimmed(text), {"", "-", "–", "—", "./.", "–,–", "-,-", "--"});
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

void append(std::string& text, std::string_view more) { text = joined(text, more); }

}  // namespace

bool BudgetRows::has(Kind kind) const {
    return std::ranges::find(head_.columns, kind, &BudgetColumn::kind) != head_.columns.end();
}

void BudgetRows::put(Row& row, Kind kind, std::string_view text) const {
    switch (kind) {
        case Kind::holder: append(row.holder, text); break;
        case Kind::order: append(row.order, text); break;
        case Kind::account: append(row.account, text); break;
        case Kind::label: append(row.label, text); break;
        case Kind::amount: break;
    }
}

std::optional<BudgetRows::Row> BudgetRows::row_by_columns(Line const& line) const {
    auto const all = cells(line.raw);
    if (head_.cells.empty() || all.size() < 2) return std::nullopt;
    auto const places = columns_of(all, head_.cells);
    Row row{.lines = {line.number}};
    row.cents.resize(head_.columns.size());
    auto any = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& column = head_.columns[places[i]];
        put(row, column.kind, all[i].text);
        if (column.kind != Kind::amount || is_nothing(all[i].text)) continue;
        auto const cents = amount(all[i].text, column.scale);
        if (!cents || row.cents[places[i]]) return std::nullopt;
        row.cents[places[i]] = *cents;
        any = true;
    }
    return any ? std::optional(std::move(row)) : std::nullopt;
}

// The codes before the label: the last one is the account, if the table has accounts.
bool BudgetRows::put_codes(Row& row, std::string_view text) const {
    auto const all = words(text);
    std::size_t codes = 0;
    if (has(Kind::order) || has(Kind::account)) {
        while (codes < all.size() && has_digit(all[codes])) ++codes;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const is_account = has(Kind::account) && i + 1 == codes;
        put(row, i >= codes ? Kind::label : is_account ? Kind::account : Kind::order, all[i]);
    }
    return codes > 0 || !all.empty();
}

std::optional<BudgetRows::Row> BudgetRows::row_by_shape(Line const& line) const {
    auto const found = find_amounts(line.text, Currency::required);
    if (found.empty()) return std::nullopt;
    Row row{.lines = {line.number}};
    row.cents.resize(head_.columns.size());
    put_codes(row, std::string_view(line.text).substr(0, found.front().begin));
    std::size_t next = 0;
    for (std::size_t column = 0; column < head_.columns.size() && next < found.size(); ++column) {
        if (head_.columns[column].kind == Kind::amount) row.cents[column] = found[next++].cents;
    }
    return next == found.size() ? std::optional(std::move(row)) : std::nullopt;
}

bool BudgetRows::goes_on(Line const& line) {
    auto const is_text = !has_digit(line.text) && length(line.text) <= 80 && !line.text.ends_with('.');
    auto const is_indented = line.raw.size() > line.text.size() + 3;
    if (line.gap == Gap::blank || !is_text) return false;
    if (!rows_.empty() && (continues(rows_.back().label, line.text) || is_indented)) {
        append(rows_.back().label, line.text);
        rows_.back().lines.push_back(line.number);
        return true;
    }
    if (!is_indented) return false;
    append(pending_, line.text);
    pending_lines_.push_back(line.number);
    return true;
}

bool BudgetRows::take(Line const& line) {
    ++lines_;
    auto row = row_by_columns(line);
    if (!row) row = row_by_shape(line);
    if (!row) return goes_on(line);
    if (!pending_.empty()) {
        row->label = joined(pending_, row->label);
        row->lines.insert(row->lines.begin(), pending_lines_.begin(), pending_lines_.end());
        pending_.clear();
        pending_lines_.clear();
    }
    if (!is_sum(row->label) && !is_sum(row->order)) rows_.push_back(std::move(*row));
    return true;
}

std::vector<DraftBudgetAmount> BudgetRows::amounts() const {
    std::vector<DraftBudgetAmount> found;
    for (auto const& row : rows_) {
        for (std::size_t i = 0; i < row.cents.size(); ++i) {
            if (!row.cents[i]) continue;
            auto const& period = head_.columns[i].period;
            found.push_back({row.holder,
                             row.order,
                             row.account,
                             row.label,
                             period.from,
                             period.to,
                             period.basis,
                             {*row.cents[i]},
                             row.lines});
        }
    }
    return found;
}

namespace {

// The code behind a word like "Sachkonto" in running text.
std::string code_behind(std::string_view sentence, std::initializer_list<std::string_view> names) {
    auto const all = words(sentence);
    std::string code;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        auto const name = folded_letters(all[i]);
        if (std::ranges::none_of(names, [&](auto one) { return name == one || name == std::string(one) + "s"; }))
            continue;
        for (auto next = i + 1; next < all.size() && has_digit(all[next]); ++next) {
            auto word = all[next];
            auto const ends = std::string_view(",.;:)").find(word.back()) != std::string_view::npos;
            if (ends) word.remove_suffix(1);
            code = joined(code, word);
            if (ends) break;
        }
        if (!code.empty()) break;
    }
    return code;
}

}  // namespace

std::vector<DraftBudgetAmount> amounts_in_sentence(std::string_view sentence) {
    std::vector<DraftBudgetAmount> found;
    std::size_t from = 0;
    for (auto const& one : find_amounts(sentence, Currency::required)) {
        // Each amount has the years named since the one before, or else the sentence's.
        auto period = period_of(sentence.substr(from, one.begin - from));
        auto const whole = period_of(sentence);
        if (!period.from) period.from = whole.from, period.to = whole.to;
        period.basis = whole.basis;
        from = one.end;
        found.push_back({.holder = {},
                         .order = code_behind(sentence, {"auftrag", "produkt", "kostenstelle", "innenauftrag"}),
                         .account = code_behind(sentence, {"sachkonto", "konto"}),
                         .label = {},
                         .from = period.from,
                         .to = period.to,
                         .basis = period.basis,
                         .amount = {one.cents},
                         .lines = {}});
    }
    return found;
}

}  // namespace lenkwerk::council::reading
