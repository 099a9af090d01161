#include <algorithm>
#include <map>
#include <unordered_map>

#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::input {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

class PeopleReader {
public:
    PeopleReader(Rows& rows, Quotas const& quotas) : rows_(rows), quotas_(quotas) {
        people_.file = rows.name();
        for (std::size_t row = 0; row < quotas.rows.size(); ++row) {
            quota_of_.emplace(std::pair{quotas.feature_of[row], folded(quotas.rows[row].value)}, static_cast<int>(row));
        }
    }

    Outcome<People> run(PeopleColumns const& columns) {
        auto const some = rows_.next(cells_);
        if (!some) return some.problems();
        if (!*some) return empty_pool(place(rows_.name(), 1, 0));
        if (auto const found = find_columns(columns); !found) return found.problems();
        while (true) {
            auto const more = rows_.next(cells_);
            if (!more) return more.problems();
            if (!*more) break;
            if (auto const added = add(); !added) return added.problems();
        }
        if (people_.members.empty()) return empty_pool(place(rows_.name(), rows_.line(), 0));
        return std::move(people_);
    }

private:
    MessageArguments here(int column, MessageArguments more = {}) const {
        return place(rows_.name(), rows_.line(), column + 1, std::move(more));
    }

    Outcome<Done> find_columns(PeopleColumns const& columns) {
        std::map<std::string, int> place;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            auto const [known, is_new] = place.emplace(folded(cells_[i]), static_cast<int>(i));
            if (!is_new && !known->first.empty()) {
                return refuse("sortition.people.column_twice", {}, here(static_cast<int>(i), {{"name", known->first}}));
            }
        }
        auto const find = [&](std::string const& name) -> Outcome<int> {
            auto const found = place.find(folded(name));
            if (found != place.end()) return found->second;
            return column_missing(rows_.name(), rows_.line(), name);
        };
        for (auto const& feature : quotas_.features) {
            auto const column = find(feature);
            if (!column) return column.problems();
            feature_columns_.push_back(*column);
        }
        for (auto const& name : columns.household) {
            auto const column = find(name);
            if (!column) return column.problems();
            household_columns_.push_back(*column);
        }
        return find_id(columns.id, place, find);
    }

    template <class Find>
    Outcome<Done> find_id(std::string const& wanted, std::map<std::string, int> const& place, Find const& find) {
        if (!wanted.empty()) {
            auto const column = find(wanted);
            if (!column) return column.problems();
            id_column_ = *column;
            return Done{};
        }
        for (auto const* name : {"nationbuilder_id", "id"}) {
            if (auto const found = place.find(name); found != place.end()) {
                id_column_ = found->second;
                return Done{};
            }
        }
        return Done{};
    }

    Outcome<std::string_view> cell(int column) const {
        auto const text = at(column) < cells_.size() ? trimmed(cells_[at(column)]) : std::string_view{};
        if (text.empty()) return empty_cell(here(column));
        return text;
    }

    Outcome<Done> add() {
        auto const id = cell(id_column_);
        if (!id) return id.problems();
        Person person{std::string(*id), {}, {}};
        auto const [earlier, is_new] = line_of_.emplace(person.id, rows_.line());
        if (!is_new) {
            return refuse(
                "sortition.people.id_twice", {},
                here(id_column_, {{"id", person.id.substr(0, 60)}, {"earlier", std::int64_t{earlier->second}}}));
        }
        for (std::size_t feature = 0; feature < feature_columns_.size(); ++feature) {
            auto const quota = quota_of(static_cast<int>(feature));
            if (!quota) return quota.problems();
            person.quotas.push_back(*quota);
        }
        for (int const column : household_columns_) {
            auto const part = at(column) < cells_.size() ? cells_[at(column)] : std::string_view{};
            person.household += normalised_address(part) + "\n";
        }
        if (std::ranges::count(person.household, '\n') == std::ssize(person.household)) person.household.clear();
        people_.members.push_back(std::move(person));
        return Done{};
    }

    Outcome<int> quota_of(int feature) const {
        int const column = feature_columns_[at(feature)];
        auto const value = cell(column);
        if (!value) return value.problems();
        auto const found = quota_of_.find({feature, folded(*value)});
        if (found != quota_of_.end()) return found->second;
        return refuse("sortition.people.value_without_quota", {},
                      here(column, {{"feature", quotas_.features[at(feature)]},
                                    {"value", std::string(value->substr(0, 60))},
                                    {"quotas", quotas_.file}}));
    }

    Rows& rows_;
    Quotas const& quotas_;
    People people_;
    std::vector<std::string_view> cells_;
    std::map<std::pair<int, std::string>, int> quota_of_;
    std::unordered_map<std::string, int> line_of_;
    std::vector<int> feature_columns_, household_columns_;
    int id_column_ = 0;
};

}  // namespace

Outcome<People> read_people(File const& file, Quotas const& quotas, PeopleColumns const& columns) {
    auto const text = as_utf8(file);
    if (!text) return text.problems();
    Rows rows(file.name, *text);
    return PeopleReader(rows, quotas).run(columns);
}

}  // namespace lenkwerk::sortition::input
