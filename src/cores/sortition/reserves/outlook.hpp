#pragma once
// What a choice of reserves makes of the futures that are looked at.
#include <cstdint>
#include <limits>
#include <vector>

#include "cores/sortition/reserves/filling_search.hpp"
#include "cores/sortition/reserves/reserves.hpp"

namespace lenkwerk::sortition::reserves {

using Counts = std::vector<int>;  // of reserves, one a kind

class Outlook {
public:
    // A future that happens several times stands in `vacancies` as often. All have the same quotas.
    Outlook(std::vector<Vacancy> vacancies, std::vector<Kind> const& kinds);

    // Sum over the futures of what is missing (Filling::total). A future that is not decided quickly counts as the best
    // filling seen. Ends early, with at least `enough`, once that is reached.
    std::int64_t estimate(Counts const& reserves, std::int64_t enough = std::numeric_limits<std::int64_t>::max());
    // The same, exact.
    std::int64_t total(Counts const& reserves) const;
    // Everybody stands ready in every future: no reserves reach less than that.
    std::int64_t least() const;
    Prospect prospect(Counts const& reserves) const;

    int scenarios() const { return scenarios_; }
    std::int64_t work() const { return work_; }  // nodes of all estimates so far

private:
    struct Future {
        Vacancy vacancy;
        int times = 0;
    };
    Filling filling(Future const& future, Counts const& reserves) const;

    std::vector<Kind> const& kinds_;
    Quotas const& quotas_;
    FillingSearch search_;
    std::vector<Future> futures_;  // the worst first
    int scenarios_ = 0;
    std::int64_t work_ = 0;
};

}  // namespace lenkwerk::sortition::reserves
