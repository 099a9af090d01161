#include "cores/sortition/reserves/filling_search.hpp"

#include <algorithm>

namespace lenkwerk::sortition::reserves {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

int outside(Quota const& quota, int have) { return std::max({0, quota.min - have, have - quota.max}); }

}  // namespace

Supply::Supply(Quotas const& quotas, std::vector<Kind> const& kinds, std::vector<int> const& available) {
    for (int kind = 0; kind < std::ssize(kinds); ++kind) {
        if (available[at(kind)] > 0) stocks.push_back({kind, available[at(kind)]});
    }
    from.assign(stocks.size() + 1, std::vector<int>(quotas.rows.size()));
    for (std::size_t place = stocks.size(); place-- > 0;) {
        from[place] = from[place + 1];
        for (int const row : kinds[at(stocks[place].kind)].quotas) from[place][at(row)] += stocks[place].count;
    }
}

int fillable(Vacancy const& vacancy, std::vector<Kind> const& kinds, Supply const& supply) {
    int sum = 0;
    auto room = vacancy.room;
    for (auto const [kind, count] : supply.stocks) {
        int const household = kinds[at(kind)].household;
        int const able = household < 0 ? count : std::min(count, room[at(household)]);
        if (household >= 0) room[at(household)] -= able;
        sum += able;
    }
    return std::min(sum, vacancy.seats);
}

FillingSearch::FillingSearch(Quotas const& quotas, std::vector<Kind> const& kinds)
    : quotas_(quotas), kinds_(kinds), tallies_(quotas.features.size()) {}

FillingSearch::Result FillingSearch::run(Vacancy const& vacancy, Supply const& supply, std::int64_t nodes) {
    supply_ = &supply;
    int const seats = fillable(vacancy, kinds_, supply);
    best_ = greedy(vacancy, seats);
    have_ = vacancy.have;
    room_ = vacancy.room;
    seats_ = seats;
    left_ = nodes;
    explore(0);
    return {{vacancy.seats - seats, best_}, left_ >= 0, nodes - left_};
}

// Always the kind that leaves the least deviation: often the optimum. Where household limits lead it into a corner, no start.
int FillingSearch::greedy(Vacancy const& vacancy, int seats) {
    have_ = vacancy.have;
    room_ = vacancy.room;
    taken_.assign(supply_->stocks.size(), 0);
    for (seats_ = seats; seats_ > 0;) {
        int chosen = -1, least = 0;
        for (int place = 0; place < std::ssize(supply_->stocks); ++place) {
            auto const stock = supply_->stocks[at(place)];
            if (most_of({stock.kind, stock.count - taken_[at(place)]}) < 1) continue;
            int change = 0;
            for (int const row : kinds_[at(stock.kind)].quotas) {
                auto const& quota = quotas_.rows[at(row)];
                change += outside(quota, have_[at(row)] + 1) - outside(quota, have_[at(row)]);
            }
            if (chosen < 0 || change < least) chosen = place, least = change;
        }
        if (chosen < 0) return std::numeric_limits<int>::max();
        ++taken_[at(chosen)];
        move(supply_->stocks[at(chosen)].kind, 1);
    }
    return deviation();
}

int FillingSearch::deviation() const {
    int sum = 0;
    for (std::size_t row = 0; row < have_.size(); ++row) sum += outside(quotas_.rows[row], have_[row]);
    return sum;
}

int FillingSearch::most_of(Supply::Stock const& stock) const {
    int const household = kinds_[at(stock.kind)].household;
    return std::min({stock.count, seats_, household < 0 ? seats_ : room_[at(household)]});
}

int FillingSearch::bound(std::size_t place) {
    std::ranges::fill(tallies_, Tally{});
    auto const& supply = supply_->from[place];
    for (std::size_t row = 0; row < have_.size(); ++row) {
        auto const& quota = quotas_.rows[row];
        auto& tally = tallies_[at(quotas_.feature_of[row])];
        int const have = have_[row], missing = std::max(0, quota.min - have);
        tally.over += std::max(0, have - quota.max);
        tally.under += missing;
        tally.room += std::min(std::max(0, quota.max - have), supply[row]);
        tally.hopeless += std::max(0, missing - supply[row]);
    }
    int sum = 0;
    for (auto const& tally : tallies_) {
        sum += tally.over + std::max({tally.under - seats_, tally.hopeless, 0}) + std::max(0, seats_ - tally.room);
    }
    return sum;
}

void FillingSearch::explore(std::size_t place) {
    if (--left_ < 0) return;
    if (seats_ == 0) {
        best_ = std::min(best_, deviation());
        return;
    }
    if (place == supply_->stocks.size() || bound(place) >= best_) return;
    auto const stock = supply_->stocks[place];
    int const most = most_of(stock);
    move(stock.kind, most);
    for (int count = most; count >= 0; --count) {
        explore(place + 1);
        if (count > 0) move(stock.kind, -1);
    }
}

void FillingSearch::move(int kind, int count) {
    for (int const row : kinds_[at(kind)].quotas) have_[at(row)] += count;
    if (int const household = kinds_[at(kind)].household; household >= 0) room_[at(household)] -= count;
    seats_ -= count;
}

}  // namespace lenkwerk::sortition::reserves
