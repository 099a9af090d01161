#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::input {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Where each part stands; −1: not in this file.
struct Columns {
    int feature = -1, value = -1, min = -1, max = -1, flex_min = -1, flex_max = -1;
};

Outcome<Columns> columns_of(Rows const& rows, std::vector<std::string_view> const& header) {
    std::map<std::string, int> found;
    for (std::size_t i = 0; i < header.size(); ++i) found.emplace(folded(header[i]), static_cast<int>(i));
    auto const column = [&](char const* name) { return found.contains(name) ? found.at(name) : -1; };
    Columns columns;
    columns.min = column("min");
    columns.max = column("max");
    columns.flex_min = column("min_flex");
    columns.flex_max = column("max_flex");
    bool const older = found.contains("category");
    columns.feature = column(older ? "category" : "feature");
    columns.value = column(!older ? "value" : found.contains("name") ? "name" : "feature");
    if (std::min({columns.feature, columns.value, columns.min, columns.max}) < 0) {
        std::string got;
        for (auto const cell : header) got += (got.empty() ? "" : ",") + std::string(trimmed(cell).substr(0, 40));
        return refuse("sortition.quotas.unknown_header", {},
                      place(rows.name(), rows.line(), 1, {{"header", got.substr(0, 200)}}));
    }
    return columns;
}

class QuotaReader {
public:
    QuotaReader(Rows& rows, Columns columns) : rows_(rows), columns_(columns) {
        quotas_.file = rows.name();
        quotas_.min_column = columns.min + 1;
        quotas_.max_column = columns.max + 1;
    }

    Outcome<Quotas> run() {
        std::vector<std::string_view> cells;
        while (true) {
            auto const more = rows_.next(cells);
            if (!more) return more.problems();
            if (!*more) break;
            auto const added = add(cells);
            if (!added) return added.problems();
        }
        if (quotas_.rows.empty()) return refuse("sortition.quotas.empty", {}, place(rows_.name(), rows_.line(), 0));
        return std::move(quotas_);
    }

private:
    MessageArguments here(int column, MessageArguments more = {}) const {
        return place(rows_.name(), rows_.line(), column + 1, std::move(more));
    }

    Outcome<std::string> text(std::vector<std::string_view> const& cells, int column) const {
        auto const cell = at(column) < cells.size() ? trimmed(cells[at(column)]) : std::string_view{};
        if (cell.empty()) return empty_cell(here(column));
        return std::string(cell);
    }

    Outcome<int> number(std::vector<std::string_view> const& cells, int column) const {
        auto const cell = text(cells, column);
        if (!cell) return cell.problems();
        int value = 0;
        auto const [end, error] = std::from_chars(cell->data(), cell->data() + cell->size(), value);
        if (error != std::errc{} || end != cell->data() + cell->size() || value < 0) {
            return refuse("sortition.quotas.not_a_number", {}, here(column, {{"text", cell->substr(0, 60)}}));
        }
        return value;
    }

    Outcome<Done> flex(std::vector<std::string_view> const& cells, int column, std::optional<int>& into) const {
        if (column < 0 || at(column) >= cells.size() || trimmed(cells[at(column)]).empty()) return Done{};
        auto const value = number(cells, column);
        if (!value) return value.problems();
        into = *value;
        return Done{};
    }

    Outcome<Done> add(std::vector<std::string_view> const& cells) {
        auto const feature = text(cells, columns_.feature), value = text(cells, columns_.value);
        if (!feature) return feature.problems();
        if (!value) return value.problems();
        auto const min = number(cells, columns_.min), max = number(cells, columns_.max);
        if (!min) return min.problems();
        if (!max) return max.problems();
        Quota quota{*feature, *value, *min, *max, {}, {}, rows_.line()};
        if (auto const read = flex(cells, columns_.flex_min, quota.flex_min); !read) return read;
        if (auto const read = flex(cells, columns_.flex_max, quota.flex_max); !read) return read;
        if (auto problems = contradictions(quota); !problems.empty()) return problems;
        insert(std::move(quota));
        return Done{};
    }

    Problems contradictions(Quota const& quota) const {
        MessageArguments const names{{"feature", quota.feature},
                                     {"value", quota.value},
                                     {"min", std::int64_t{quota.min}},
                                     {"max", std::int64_t{quota.max}}};
        if (quota.min > quota.max) return refuse("sortition.quotas.min_above_max", {}, here(columns_.min, names));
        if (quota.flex_min && *quota.flex_min > quota.min) {
            return refuse("sortition.quotas.flex_inside", {}, here(columns_.flex_min, names));
        }
        if (quota.flex_max && *quota.flex_max < quota.max) {
            return refuse("sortition.quotas.flex_inside", {}, here(columns_.flex_max, names));
        }
        if (seen_.contains({folded(quota.feature), folded(quota.value)})) {
            return refuse("sortition.quotas.twice", {}, here(columns_.value, names));
        }
        return {};
    }

    // A feature's quotas may be scattered over the file; they are kept in the order of the file.
    void insert(Quota quota) {
        seen_.insert({folded(quota.feature), folded(quota.value)});
        auto const known = std::ranges::find(quotas_.features, folded(quota.feature), folded);
        quotas_.feature_of.push_back(static_cast<int>(known - quotas_.features.begin()));
        if (known == quotas_.features.end()) quotas_.features.push_back(quota.feature);
        quotas_.rows.push_back(std::move(quota));
    }

    Rows& rows_;
    Columns columns_;
    Quotas quotas_;
    std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

Outcome<Quotas> read_quotas(File const& file) {
    auto const text = as_utf8(file);
    if (!text) return text.problems();
    Rows rows(file.name, *text);
    std::vector<std::string_view> header;
    auto const some = rows.next(header);
    if (!some) return some.problems();
    if (!*some) return refuse("sortition.quotas.empty", {}, place(file.name, 1, 0));
    auto const columns = columns_of(rows, header);
    if (!columns) return columns.problems();
    return QuotaReader(rows, *columns).run();
}

}  // namespace lenkwerk::sortition::input
