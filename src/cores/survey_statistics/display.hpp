#pragma once
// May this share be shown? The presentation standard for proportions (Parker and others 2017, NCHS series 2, no. 175):
// effective size, width of the Korn–Graubard interval, degrees of freedom; and no figure from fewer than five people.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cores/survey_statistics/intervals.hpp"

namespace lenkwerk::survey_statistics {

enum class Decision {
    show,
    review_degrees,       // fewer than 8 degrees of freedom: a person decides
    review_certain,       // nobody or everybody: a person decides
    suppress_disclosure,  // fewer than 5 answers
    suppress_small_n,     // effective size below 30
    suppress_wide,        // interval 0.30 wide or more
    suppress_relative,    // interval wider than 130 % of the share (or of its complement)
    suppress_secondary,   // would let a hidden cell be computed from the totals
    undefined             // nothing to divide by, or nothing to estimate from
};
std::string_view name(Decision decision);
bool is_hidden(Decision decision);
// Key of the sentence that stands beside or in place of the figure.
std::string wording_key(Decision decision);

struct DisplayLimits {
    double fewest_answers = 5;
    double smallest_effective_size = 30;
    double widest = 0.30;
    double surely_narrow = 0.05;
    double widest_relative = 1.30;
    double fewest_degrees = 8;
    double level = 0.95;
};

struct DisplayCell {
    double effective_size = 0;           // min(n, p(1−p)/v); n where nobody or everybody said so
    double adjusted_effective_size = 0;  // with (t_{n−1}/t_df)², at most n: what the interval uses
    Interval interval;                   // defined at 0 and 1 as well
    Decision decision = Decision::show;
};
// `share.degrees` ≤ 0 (one answer a stratum) leaves the degrees out of the effective size and shows nothing.
DisplayCell display(Proportion const& share, DisplayLimits const& limits = {});

// A published table with row and column totals: cells hidden for their own sake can be computed back where they stand
// alone in a row or column. Hides the smallest further cells until no row and no column holds exactly one hidden cell.
// `answers` and `hidden` row by row, rectangular; gives back all cells to hide.
std::vector<std::vector<bool>> secondary_suppression(std::vector<std::vector<double>> const& answers,
                                                     std::vector<std::vector<bool>> const& hidden);

}  // namespace lenkwerk::survey_statistics
