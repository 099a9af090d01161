#include <algorithm>
#include <cmath>

#include "cores/sortition/lottery/rounding.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr int kMostExchanges = 2000;
constexpr std::size_t kMostHelped = 12;  // types looked at before an exchange is given up

// How far the seats of each type are from their share, and what an exchange would make of it.
class Changes {
public:
    Changes(TypedPool const& pool, std::span<WeightedPanel const> panels, int number, std::vector<int>& copies)
        : pool_(pool), panels_(panels), copies_(copies), seats_(pool.types.size()), wanted_(chances_of(pool, panels)) {
        for (double& chance : wanted_) chance *= number;
        for (std::size_t i = 0; i < panels.size(); ++i) add(panels[i].panel, copies[i]);
    }

    bool improve() {
        return std::ranges::any_of(types_to_help(), [&](int type) { return improve(type); });
    }

private:
    bool improve(int worst) {
        bool const too_many = seats_[at(worst)] > wanted_[at(worst)] * pool_.types[at(worst)].count();
        for (std::size_t from = 0; from < panels_.size(); ++from) {
            for (std::size_t to = 0; to < panels_.size(); ++to) {
                int const gain = count_in(to, worst) - count_in(from, worst);
                if (copies_[from] > 0 && (too_many ? gain < 0 : gain > 0) && is_better(from, to)) return true;
            }
        }
        return false;
    }

    void add(Panel const& panel, int times) {
        for (auto const [type, count] : panel) seats_[at(type)] += times * count;
    }

    int count_in(std::size_t panel, int type) const {
        auto const& seats = panels_[panel].panel;
        auto const found = std::ranges::lower_bound(seats, type, {}, &Seat::type);
        return found != seats.end() && found->type == type ? found->count : 0;
    }

    // Seats are dealt evenly: some people of the type get the seats per person rounded up, the others down.
    double change(int type) const {
        int const people = pool_.types[at(type)].count();
        int const least = seats_[at(type)] / people, most = (seats_[at(type)] + people - 1) / people;
        return std::max(std::abs(least - wanted_[at(type)]), std::abs(most - wanted_[at(type)]));
    }

    // Largest change first; half a panel is what rounding may cost anybody.
    std::vector<int> types_to_help() const {
        std::vector<int> types;
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (change(type) > 0.5) types.push_back(type);
        }
        std::ranges::stable_sort(types, std::ranges::greater{}, [&](int type) { return change(type); });
        if (types.size() > kMostHelped) types.resize(kMostHelped);
        return types;
    }

    // The eighth powers stand for "the largest first".
    double regret(std::size_t from, std::size_t to) const {
        double sum = 0;
        for (auto const i : {from, to}) {
            for (auto const& seat : panels_[i].panel) {
                bool const counted = i == to && count_in(from, seat.type) > 0;
                if (!counted) sum += std::pow(change(seat.type), 8) * pool_.types[at(seat.type)].count();
            }
        }
        return sum;
    }

    bool is_better(std::size_t from, std::size_t to) {
        double const before = regret(from, to);
        move(from, to);
        if (regret(from, to) < before * (1 - 1e-9)) return true;
        move(to, from);
        return false;
    }

    void move(std::size_t from, std::size_t to) {
        add(panels_[from].panel, -1);
        add(panels_[to].panel, 1);
        --copies_[from];
        ++copies_[to];
    }

    TypedPool const& pool_;
    std::span<WeightedPanel const> panels_;
    std::vector<int>& copies_;
    std::vector<int> seats_;
    std::vector<double> wanted_;
};

}  // namespace

void exchange(TypedPool const& pool, std::span<WeightedPanel const> panels, int number, std::vector<int>& copies) {
    Changes changes(pool, panels, number, copies);
    for (int i = 0; i < kMostExchanges && changes.improve(); ++i) {
    }
}

}  // namespace lenkwerk::sortition::lottery
