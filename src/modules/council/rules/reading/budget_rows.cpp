#include "modules/council/rules/reading/budget_rows.hpp"

#include "modules/council/rules/reading/amounts.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <utility>

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

bool is_currency(std::string_view text) { return is_one_of(trimmed(text), {"€", "EUR", "Euro", "T€", "TEUR"}); }

// Does a cell reach into the next column? Then it is running text below the table.
bool overlaps(Cell const& cell, std::size_t place, std::vector<Cell> const& head) {
    return place + 1 < head.size() && cell.column + length(cell.text) > head[place + 1].column + 1;
}

}  // namespace

bool BudgetRows::has(Kind kind) const {
    return std::ranges::find(head_.columns, kind, &BudgetColumn::kind) != head_.columns.end();
}

std::string BudgetRows::text(Row const& row, Kind kind) const {
    std::string found;
    for (std::size_t i = 0; i < head_.columns.size(); ++i) {
        if (head_.columns[i].kind == kind) found = joined(found, row.texts[i]);
    }
    return found;
}

std::optional<std::int64_t> BudgetRows::cents(Row const& row, std::size_t column) const {
    auto const& one = head_.columns[column];
    return one.kind == Kind::amount ? amount(row.texts[column], one.scale) : std::nullopt;
}

std::optional<BudgetRows::Row> BudgetRows::row_by_columns(Line const& line) const {
    auto const all = cells_below(line.raw, head_.cells);
    if (head_.cells.empty() || all.size() < 2) return std::nullopt;
    auto const places = columns_of(all, head_.cells);
    auto row = empty_row();
    row.lines = {line.number};
    auto any = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& text = row.texts[places[i]];
        auto const is_amount = head_.columns[places[i]].kind == Kind::amount;
        if (is_amount && !text.empty()) return std::nullopt;
        text = joined(text, all[i].text);
        if (!is_amount || is_nothing(text)) continue;
        if (!cents(row, places[i])) return std::nullopt;
        any = true;
    }
    return any ? std::optional(std::move(row)) : std::nullopt;
}

// The codes before the label: the last one is the account, if the table has accounts.
void BudgetRows::put_codes(Row& row, std::string_view codes_and_label) const {
    auto const all = words(codes_and_label);
    std::size_t codes = 0;
    if (has(Kind::order) || has(Kind::account)) {
        while (codes < all.size() && has_digit(all[codes])) ++codes;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const is_account = has(Kind::account) && i + 1 == codes;
        auto const kind = i >= codes ? Kind::label : is_account ? Kind::account : Kind::order;
        auto const column = std::ranges::find(head_.columns, kind, &BudgetColumn::kind);
        if (column == head_.columns.end()) continue;
        auto& text = row.texts[static_cast<std::size_t>(column - head_.columns.begin())];
        text = joined(text, all[i]);
    }
}

std::optional<BudgetRows::Row> BudgetRows::row_by_shape(Line const& line) const {
    auto const found = find_amounts(line.text, Currency::required);
    if (found.empty()) return std::nullopt;
    auto row = empty_row();
    row.lines = {line.number};
    put_codes(row, std::string_view(line.text).substr(0, found.front().begin));
    std::size_t next = 0;
    for (std::size_t column = 0; column < head_.columns.size() && next < found.size(); ++column) {
        if (head_.columns[column].kind != Kind::amount) continue;
        row.texts[column] =
            trimmed(std::string_view(line.text).substr(found[next].begin, found[next].end - found[next].begin));
        ++next;
    }
    return next == found.size() ? std::optional(std::move(row)) : std::nullopt;
}

// Cells below those of a row, none of them an amount of its own: "0004", "Dienstleistungen", "€".
std::optional<BudgetRows::Row> BudgetRows::rest_of_row(Line const& line) const {
    if (!is_aligned() || line.gap == Gap::blank) return std::nullopt;
    auto const all = cells_below(line.raw, head_.cells);
    auto const places = columns_of(all, head_.cells);
    auto row = empty_row();
    row.lines = {line.number};
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const is_amount = head_.columns[places[i]].kind == Kind::amount;
        if (is_amount ? !is_currency(all[i].text) : overlaps(all[i], places[i], head_.cells)) return std::nullopt;
        row.texts[places[i]] = joined(row.texts[places[i]], all[i].text);
    }
    return row;
}

void BudgetRows::add(Row& row, Row const& more) const {
    for (std::size_t i = 0; i < row.texts.size(); ++i) row.texts[i] = joined(row.texts[i], more.texts[i]);
    row.lines.insert(row.lines.end(), more.lines.begin(), more.lines.end());
}

bool BudgetRows::goes_on(Line const& line) {
    if (auto rest = rest_of_row(line)) {
        if (!rows_.empty())
            add(rows_.back(), *rest);
        else if (pending_)
            add(*pending_, *rest);
        else
            pending_ = std::move(rest);
        return true;
    }
    // Columns that tabs part are not aligned: only the words tell.
    auto const is_text = !has_digit(line.text) && length(line.text) <= 80 && !line.text.ends_with('.');
    if (rows_.empty() || line.gap == Gap::blank || !is_text || !continues(text(rows_.back(), Kind::label), line.text))
        return false;
    auto more = empty_row();
    more.lines = {line.number};
    put_codes(more, line.text);
    add(rows_.back(), more);
    return true;
}

bool BudgetRows::take_head(Line const& line) {
    if (!is_fresh_) return false;
    auto head = with_second_line(head_, line);
    if (head) head_ = std::move(*head);
    return head.has_value();
}

bool BudgetRows::take(Line const& line) {
    is_fresh_ = false;
    auto row = row_by_columns(line);
    if (!row) row = row_by_shape(line);
    if (!row) return goes_on(line);
    if (pending_) {
        add(*pending_, *row);
        row = std::exchange(pending_, std::nullopt);
    }
    rows_.push_back(std::move(*row));
    return true;
}

std::vector<DraftBudgetAmount> BudgetRows::amounts() const {
    std::vector<DraftBudgetAmount> found;
    for (auto const& row : rows_) {
        auto const label = text(row, Kind::label), order = text(row, Kind::order);
        if (is_sum(label) || is_sum(order)) continue;
        for (std::size_t i = 0; i < row.texts.size(); ++i) {
            auto const amount = cents(row, i);
            if (!amount) continue;
            auto const& period = head_.columns[i].period;
            found.push_back({text(row, Kind::holder),
                             order,
                             text(row, Kind::account),
                             label,
                             period.from,
                             period.to,
                             period.basis,
                             {*amount},
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
