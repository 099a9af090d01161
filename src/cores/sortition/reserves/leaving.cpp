#include "cores/sortition/reserves/leaving.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace lenkwerk::sortition::reserves {
namespace {

using input::folded;
using input::place;
using Cells = std::vector<std::string_view>;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

double odds(double chance) { return std::log(chance / (1 - chance)); }

// Every row of a CSV after its header, whose columns `begin` has looked up.
template <class Begin, class Each>
Outcome<Done> read_rows(input::File const& file, Begin const& begin, Each const& each) {
    auto const text = input::as_utf8(file);
    if (!text) return text.problems();
    input::Rows rows(file.name, *text);
    Cells cells;
    for (bool first = true;; first = false) {
        auto const more = rows.next(cells);
        if (!more) return more.problems();
        if (!*more && first) return input::empty_pool(place(file.name, 1, 0));
        if (!*more) return Done{};
        auto const read = first ? begin(rows, cells) : each(rows, cells);
        if (!read) return read;
    }
}

int column_of(Cells const& header, std::string const& name) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (folded(header[i]) == folded(name)) return static_cast<int>(i);
    }
    return -1;
}

Outcome<std::vector<int>> columns_of(input::Rows const& rows, Cells const& header,
                                     std::vector<std::string> const& names) {
    std::vector<int> columns;
    for (auto const& name : names) {
        columns.push_back(column_of(header, name));
        if (columns.back() < 0) return input::column_missing(rows.name(), rows.line(), name);
    }
    return columns;
}

std::string_view cell(Cells const& cells, int column) {
    return at(column) < cells.size() ? input::trimmed(cells[at(column)]) : std::string_view{};
}

int quota_of(Quotas const& quotas, std::string_view feature, std::string_view value) {
    for (std::size_t row = 0; row < quotas.rows.size(); ++row) {
        auto const& quota = quotas.rows[row];
        if (folded(quota.feature) == folded(feature) && folded(quota.value) == folded(value))
            return static_cast<int>(row);
    }
    return -1;
}

// What was observed: of each member the values, and whether they left.
struct Observed {
    std::vector<std::vector<int>> values;
    std::vector<double> left;
};

// Newton's method on the penalised likelihood; it is strictly concave, so the start does not matter.
Leaving regressed(Observed const& observed, std::size_t quotas, double ridge) {
    auto const size = static_cast<Eigen::Index>(quotas) + 1;
    double mean = 0;
    for (double const left : observed.left) mean += left / static_cast<double>(observed.left.size());
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(size);
    weights(0) = odds(mean);
    for (int round = 0; round < 50; ++round) {
        Eigen::VectorXd slope = -ridge * weights;
        Eigen::MatrixXd bend = ridge * Eigen::MatrixXd::Identity(size, size);
        slope(0) = bend(0, 0) = 0;  // the average itself is not penalised
        for (std::size_t i = 0; i < observed.left.size(); ++i) {
            Eigen::VectorXd member = Eigen::VectorXd::Zero(size);
            member(0) = 1;
            for (int const value : observed.values[i]) member(value + 1) = 1;
            double const chance = 1 / (1 + std::exp(-member.dot(weights)));
            slope += (observed.left[i] - chance) * member;
            bend += chance * (1 - chance) * member * member.transpose();
        }
        Eigen::VectorXd const step = bend.ldlt().solve(slope);
        weights += step;
        if (step.norm() < 1e-10) break;
    }
    Leaving leaving{weights(0), std::vector<double>(quotas)};
    for (std::size_t row = 0; row < quotas; ++row) leaving.effect[row] = weights(static_cast<Eigen::Index>(row) + 1);
    return leaving;
}

std::optional<double> has_left(std::string_view text) {
    static std::map<std::string, double> const kWords{{"1", 1}, {"yes", 1}, {"ja", 1},
                                                      {"0", 0}, {"no", 0},  {"nein", 0}};
    auto const found = kWords.find(folded(text));
    return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> chance_from(std::string_view text) {
    double chance = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), chance);
    bool const is_chance = error == std::errc{} && end == text.data() + text.size() && chance > 0 && chance < 1;
    return is_chance ? std::optional(chance) : std::nullopt;
}

std::string shown(std::string_view text) { return std::string(text.substr(0, 60)); }

Outcome<int> known_quota(Quotas const& quotas, input::Rows const& rows, int column, std::string_view feature,
                         std::string_view value) {
    int const quota = quota_of(quotas, feature, value);
    if (quota >= 0) return quota;
    return refuse("sortition.reserves.unknown_value", {},
                  place(rows.name(), rows.line(), column + 1,
                        {{"feature", shown(feature)}, {"value", shown(value)}, {"quotas", quotas.file}}));
}

class PastReader {
public:
    explicit PastReader(Quotas const& quotas) : quotas_(quotas) {}

    Outcome<Done> begin(input::Rows const& rows, Cells const& header) {
        auto names = quotas_.features;
        names.push_back("left");
        auto found = columns_of(rows, header, names);
        if (!found) return found.problems();
        columns_ = *found;
        return Done{};
    }

    Outcome<Done> add(input::Rows const& rows, Cells const& cells) {
        auto& values = observed_.values.emplace_back();
        for (std::size_t i = 0; i < quotas_.features.size(); ++i) {
            auto const quota = known_quota(quotas_, rows, columns_[i], quotas_.features[i], cell(cells, columns_[i]));
            if (!quota) return quota.problems();
            values.push_back(*quota);
        }
        auto const text = cell(cells, columns_.back());
        auto const left = has_left(text);
        if (!left) {
            return refuse("sortition.reserves.left_or_not", {},
                          place(rows.name(), rows.line(), columns_.back() + 1, {{"text", shown(text)}}));
        }
        observed_.left.push_back(*left);
        return Done{};
    }

    Observed const& observed() const { return observed_; }

private:
    Quotas const& quotas_;
    std::vector<int> columns_;
    Observed observed_;
};

}  // namespace

double Leaving::chance_of(Person const& person) const {
    double sum = base;
    for (int const quota : person.quotas) sum += effect[at(quota)];
    return 1 / (1 + std::exp(-sum));
}

Leaving leaving_with(double chance, Quotas const& quotas) {
    return {odds(chance), std::vector<double>(quotas.rows.size())};
}

Outcome<Leaving> read_leaving(input::File const& file, Quotas const& quotas, double overall) {
    auto leaving = leaving_with(overall, quotas);
    std::vector<int> columns;
    auto const begin = [&](input::Rows const& rows, Cells const& header) -> Outcome<Done> {
        auto found = columns_of(rows, header, {"feature", "value", "chance"});
        if (!found) return found.problems();
        columns = *found;
        return Done{};
    };
    auto const each = [&](input::Rows const& rows, Cells const& cells) -> Outcome<Done> {
        auto const quota = known_quota(quotas, rows, columns[1], cell(cells, columns[0]), cell(cells, columns[1]));
        if (!quota) return quota.problems();
        auto const text = cell(cells, columns[2]);
        auto const chance = chance_from(text);
        if (!chance) {
            return refuse("sortition.reserves.not_a_chance", {},
                          place(rows.name(), rows.line(), columns[2] + 1, {{"text", shown(text)}}));
        }
        leaving.effect[at(*quota)] = odds(*chance) - odds(overall);
        return Done{};
    };
    auto const read = read_rows(file, begin, each);
    if (!read) return read.problems();
    return leaving;
}

Outcome<Leaving> estimate_leaving(input::File const& file, Quotas const& quotas, double ridge) {
    PastReader past(quotas);
    auto const read = read_rows(
        file, [&](auto const& rows, auto const& cells) { return past.begin(rows, cells); },
        [&](auto const& rows, auto const& cells) { return past.add(rows, cells); });
    if (!read) return read.problems();
    auto const leavers = std::ranges::count(past.observed().left, 1.0);
    if (leavers == 0 || leavers == std::ssize(past.observed().left))
        return refuse("sortition.reserves.nothing_to_learn", {}, place(file.name, 1, 0));
    return regressed(past.observed(), quotas.rows.size(), ridge);
}

}  // namespace lenkwerk::sortition::reserves
