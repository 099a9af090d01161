#include "cores/sortition/reserves/outlook.hpp"

#include <algorithm>
#include <map>

namespace lenkwerk::sortition::reserves {
namespace {

constexpr std::int64_t kQuickly = 400;      // nodes for one future of an estimate
constexpr std::int64_t kUndecided = 1'000;  // seats: what is counted where not even a first filling was seen

}  // namespace

Outlook::Outlook(std::vector<Vacancy> vacancies, std::vector<Kind> const& kinds)
    : kinds_(kinds),
      quotas_(*vacancies.front().quotas),
      search_(quotas_, kinds),
      scenarios_(static_cast<int>(vacancies.size())) {
    std::map<std::pair<std::vector<int>, std::vector<int>>, std::size_t>
        place;  // futures that come to the same are one
    for (auto& vacancy : vacancies) {
        auto const [entry, is_new] = place.try_emplace({vacancy.have, vacancy.room}, futures_.size());
        if (is_new) futures_.push_back({std::move(vacancy), 0});
        ++futures_[entry->second].times;
    }
    auto const weight = [](Future const& future) { return future.times * future.vacancy.seats; };
    std::ranges::stable_sort(futures_, std::ranges::greater{}, weight);
}

std::int64_t Outlook::estimate(Counts const& reserves, std::int64_t enough) {
    Supply const supply(quotas_, kinds_, reserves);
    std::int64_t sum = 0;
    for (auto const& [vacancy, times] : futures_) {
        auto const [filling, proven, nodes] = search_.run(vacancy, supply, kQuickly);
        work_ += nodes;
        bool const seen = filling.deviation < std::numeric_limits<int>::max();
        sum += times * (seen ? std::int64_t{filling.total(quotas_)} : kUndecided);
        if (sum >= enough) break;
    }
    return sum;
}

Filling Outlook::filling(Future const& future, Counts const& reserves) const {
    auto vacancy = future.vacancy;
    vacancy.available = reserves;
    return best_filling(vacancy, kinds_);
}

std::int64_t Outlook::total(Counts const& reserves) const {
    std::int64_t sum = 0;
    for (auto const& future : futures_) sum += std::int64_t{future.times} * filling(future, reserves).total(quotas_);
    return sum;
}

std::int64_t Outlook::least() const {
    Counts all;
    for (auto const& kind : kinds_) all.push_back(kind.count());
    return total(all);
}

Prospect Outlook::prospect(Counts const& reserves) const {
    Prospect result;
    for (auto const& future : futures_) {
        auto const best = filling(future, reserves);
        double const share = static_cast<double>(future.times) / scenarios_;
        result.deviation += share * best.deviation;
        result.empty += share * best.empty;
        if (best == Filling{}) result.perfect += share;
    }
    return result;
}

}  // namespace lenkwerk::sortition::reserves
