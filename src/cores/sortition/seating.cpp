#include <algorithm>
#include <map>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/select.hpp"

namespace lenkwerk::sortition {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

class Seating {
public:
    Seating(TypedPool const& pool, People const& people, std::string const& seed)
        : pool_(pool), people_(people), seed_(seed) {}

    std::vector<int> run(Panel const& panel) {
        std::map<int, std::vector<Seat>> by_household_row;
        int const quota_rows = first_household_row();
        for (auto const& seats : panel) {
            auto const& rows = pool_.types[at(seats.type)].rows;
            int const last = rows.empty() ? -1 : rows.back();
            if (last >= quota_rows)
                by_household_row[last].push_back(seats);
            else
                first_of(pool_.types[at(seats.type)].people, seats.count);
        }
        for (auto const& [row, seats] : by_household_row) deal(row, seats);
        std::ranges::sort(seated_);
        return std::move(seated_);
    }

private:
    // Rows of households follow the rows of quotas, of which every person has one a feature.
    int first_household_row() const {
        int last = -1;
        for (auto const& person : people_.members) {
            for (int const quota : person.quotas) last = std::max(last, quota);
        }
        for (int row = last + 1; row < pool_.row_count(); ++row) {
            if (pool_.rows[at(row)].min != 0) last = row;
        }
        return last + 1;
    }

    std::vector<int> in_order(std::vector<int> people) const {
        auto const rank = [&](int person) { return sha256(seed_ + "\n" + people_.members[at(person)].id); };
        std::ranges::sort(people, {}, rank);
        return people;
    }

    void first_of(std::vector<int> const& people, int count) {
        auto const order = in_order(people);
        seated_.insert(seated_.end(), order.begin(), order.begin() + count);
    }

    // Households of one kind take turns, type after type: so loads differ by at most one seat, and every household is as
    // likely as any other.
    void deal(int row, std::vector<Seat> const& seats) {
        std::map<std::string, std::map<int, std::vector<int>>> homes;
        for (int type = 0; type < pool_.type_count(); ++type) {
            auto const& rows = pool_.types[at(type)].rows;
            if (rows.empty() || rows.back() != row) continue;
            for (int const person : in_order(pool_.types[at(type)].people)) {
                homes[people_.members[at(person)].household][type].push_back(person);
            }
        }
        std::vector<std::map<int, std::vector<int>>*> order;
        std::map<Digest, std::map<int, std::vector<int>>*> ranked;
        for (auto& [household, members] : homes) ranked[sha256(seed_ + "\nhousehold\n" + household)] = &members;
        for (auto const& [rank, members] : ranked) order.push_back(members);
        std::size_t turn = 0;
        for (auto const [type, count] : seats) {
            for (int seat = 0; seat < count; ++seat, ++turn) {
                auto& of_type = (*order[turn % order.size()])[type];
                seated_.push_back(of_type.back());
                of_type.pop_back();
            }
        }
    }

    TypedPool const& pool_;
    People const& people_;
    std::string const& seed_;
    std::vector<int> seated_;
};

}  // namespace

std::vector<int> seat(TypedPool const& pool, People const& people, Panel const& panel, std::string const& seed) {
    return Seating(pool, people, seed).run(panel);
}

Panel const& drawn_panel(std::vector<WeightedPanel> const& panels, std::string const& seed) {
    double const at_most = fraction(sha256("panel\n" + seed));
    double sum = 0;
    for (auto const& weighted : panels) {
        sum += weighted.weight;
        if (at_most < sum) return weighted.panel;
    }
    return panels.back().panel;
}

}  // namespace lenkwerk::sortition
