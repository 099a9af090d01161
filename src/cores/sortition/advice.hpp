#pragma once
// What to do when quotas cannot be met: the smallest changes that help, and who would be needed instead.
#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition {

struct Change {
    int quota = 0;  // index into Quotas::rows
    int min = 0;    // as it would have to be
    int max = 0;
    bool operator==(Change const&) const = default;
};

struct Relaxation {
    std::vector<Change> changes;
    int amount = 0;  // by how many seats altogether
};

// People with this value who are missing, if the quotas are to stay.
struct Missing {
    std::vector<int> values;  // one quota row a feature: what such a person would look like
    int people = 0;
};

struct Advice {
    bool feasible = false;
    bool undecided = false;             // ended before it was known whether there is a panel
    bool complete = true;               // otherwise ended early: what is named is right, but more may be missing
    std::vector<Relaxation> by_amount;  // alternatives, each as small as possible, none containing the same changes
    std::vector<Relaxation> by_count;
    std::vector<Missing> missing;  // fewest people whose joining would make the quotas feasible
};

// `alternatives`: how many of each kind at most. Bounds stay within flex where the quotas state it.
// Refused: what group() refuses, except sums of minima and maxima, which are part of the answer.
Outcome<Advice> advise(People const& people, Quotas const& quotas, PanelRules const& rules, int alternatives = 3,
                       engine::Progress const& progress = {});

// People who are in no panel, with the reason: the quotas that together exclude them.
struct Excluded {
    int person = 0;
    // They contradict the person's taking part, and none of them was found needless for that; empty: the size alone does.
    std::vector<int> quotas;
    bool explained = true;  // false: ended before the reason was found
};
// Looks for reasons as long as the work allows: `effort` nodes of branch and bound altogether. Beyond it a reason may name a
// quota that it does not need.
std::vector<Excluded> explain_excluded(TypedPool const& pool, std::vector<int> const& people,
                                       engine::Progress const& progress = {}, std::int64_t effort = 200'000);

// "lower women min from 15 to 13"
std::string in_words(Quotas const& quotas, Change const& change);

}  // namespace lenkwerk::sortition
