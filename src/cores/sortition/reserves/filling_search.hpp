#pragma once
// Branch and bound for the filling that misses the quotas least, over the kinds of which somebody is there.
#include <cstdint>
#include <vector>

#include "cores/sortition/reserves/fill.hpp"

namespace lenkwerk::sortition::reserves {

// Who is there, in the order in which the search goes through them: the same for every panel that they may complete.
struct Supply {
    Supply(Quotas const& quotas, std::vector<Kind> const& kinds, std::vector<int> const& available);
    struct Stock {
        int kind, count;
    };
    std::vector<Stock> stocks;
    std::vector<std::vector<int>> from;  // of each quota, how many the stocks from here on have
};

// One after the other, many panels; the arrays are kept.
class FillingSearch {
public:
    FillingSearch(Quotas const& quotas, std::vector<Kind> const& kinds);

    struct Result {
        Filling filling;
        bool proven = false;     // otherwise `nodes` were not enough, and it is the best that was seen
        std::int64_t nodes = 0;  // looked at
    };
    // `vacancy.available` does not matter.
    Result run(Vacancy const& vacancy, Supply const& supply, std::int64_t nodes);

private:
    // Each feature gains exactly the seats that are left: what of its minima they cannot fill stays missing, and what
    // exceeds the room below its maxima is too much.
    struct Tally {
        int over = 0, under = 0, room = 0, hopeless = 0;
    };

    int greedy(Vacancy const& vacancy, int seats);
    int deviation() const;
    int bound(std::size_t place);
    void explore(std::size_t place);
    void move(int kind, int count);
    int most_of(Supply::Stock const& stock) const;

    Quotas const& quotas_;
    std::vector<Kind> const& kinds_;
    Supply const* supply_ = nullptr;
    std::vector<int> have_, room_, taken_;
    std::vector<Tally> tallies_;
    std::int64_t left_ = 0;
    int seats_ = 0, best_ = 0;
};

// Seats that somebody can take, household limits included.
int fillable(Vacancy const& vacancy, std::vector<Kind> const& kinds, Supply const& supply);

}  // namespace lenkwerk::sortition::reserves
