#include "cores/survey_statistics/display.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cores/survey_statistics/distributions.hpp"

namespace lenkwerk::survey_statistics {
namespace {

double effective_size(Proportion const& share) {
    auto const spread = share.estimate * (1 - share.estimate);
    if (!(share.variance > 0) || !(spread > 0)) return share.respondents;
    return std::min(share.respondents, spread / share.variance);
}

double adjusted(double effective, Proportion const& share, double level) {
    if (!(share.degrees > 0) || share.respondents < 2) return effective;
    auto const tail = (1 - level) / 2;
    auto const ratio = student_quantile(tail, share.respondents - 1) / student_quantile(tail, share.degrees);
    return std::min(share.respondents, effective * ratio * ratio);
}

Decision decide(Proportion const& share, DisplayCell const& cell, DisplayLimits const& limits) {
    if (share.respondents < limits.fewest_answers) return Decision::suppress_disclosure;
    if (cell.effective_size < limits.smallest_effective_size) return Decision::suppress_small_n;
    auto const width = cell.interval.width();
    bool const certain = share.estimate <= 0 || share.estimate >= 1;
    if (width >= limits.widest) return Decision::suppress_wide;
    if (width > limits.surely_narrow && !certain && width / share.estimate > limits.widest_relative) {
        return Decision::suppress_relative;
    }
    if (share.degrees < limits.fewest_degrees) return Decision::review_degrees;
    return certain ? Decision::review_certain : Decision::show;
}

using Hidden = std::vector<std::vector<bool>>;

// The hidden cells of one line, and the shown cell of fewest answers that could join them.
struct Line {
    std::size_t hidden = 0;
    std::optional<std::size_t> smallest;
};
template <class CellAt> Line line(std::size_t length, CellAt const& cell_at) {
    Line result;
    double fewest = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < length; ++k) {
        auto const [answers, hidden] = cell_at(k);
        if (hidden) {
            ++result.hidden;
        } else if (answers < fewest) {
            fewest = answers;
            result.smallest = k;
        }
    }
    return result;
}

// One pass over rows (columns): true if a cell had to be added.
bool hide_partners(std::vector<std::vector<double>> const& answers, Hidden& hidden, bool by_column) {
    bool added = false;
    auto const lines = by_column ? answers.front().size() : answers.size();
    auto const length = by_column ? answers.size() : answers.front().size();
    for (std::size_t l = 0; l < lines; ++l) {
        auto const found = line(length, [&](std::size_t k) {
            auto const row = by_column ? k : l;
            auto const column = by_column ? l : k;
            return std::pair(answers[row][column], static_cast<bool>(hidden[row][column]));
        });
        if (found.hidden != 1 || !found.smallest) continue;
        hidden[by_column ? *found.smallest : l][by_column ? l : *found.smallest] = true;
        added = true;
    }
    return added;
}

}  // namespace

std::string_view name(Decision decision) {
    switch (decision) {
        case Decision::show: return "show";
        case Decision::review_degrees: return "review_df";
        case Decision::review_certain: return "review_0_or_100";
        case Decision::suppress_disclosure: return "suppress_disclosure";
        case Decision::suppress_small_n: return "suppress_small_n";
        case Decision::suppress_wide: return "suppress_wide";
        case Decision::suppress_relative: return "suppress_relative";
        case Decision::suppress_secondary: return "suppress_secondary";
        case Decision::undefined: return "undefined";
    }
    throw std::logic_error("unknown decision");
}

bool is_hidden(Decision decision) { return name(decision).starts_with("suppress"); }

std::string wording_key(Decision decision) { return "survey.wording." + std::string(name(decision)); }

DisplayCell display(Proportion const& share, DisplayLimits const& limits) {
    DisplayCell cell;
    cell.effective_size = effective_size(share);
    cell.adjusted_effective_size = adjusted(cell.effective_size, share, limits.level);
    cell.interval =
        exact_binomial(cell.adjusted_effective_size * share.estimate, cell.adjusted_effective_size, limits.level);
    cell.decision = decide(share, cell, limits);
    return cell;
}

std::vector<std::vector<bool>> secondary_suppression(std::vector<std::vector<double>> const& answers,
                                                     std::vector<std::vector<bool>> const& hidden) {
    auto all = hidden;
    if (answers.empty() || answers.front().empty()) return all;
    bool added = true;
    while (added) {
        auto const in_rows = hide_partners(answers, all, false);
        added = hide_partners(answers, all, true) || in_rows;
    }
    return all;
}

}  // namespace lenkwerk::survey_statistics
