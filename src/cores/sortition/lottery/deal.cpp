#include "cores/sortition/lottery/deal.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "cores/sortition/digest.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// People of one type in the order of their turns.
struct Turns {
    std::vector<int> people;
    std::size_t next = 0;
    int take() { return people[next++ % people.size()]; }
};

// One household of those that look the same: its turns per type.
struct Home {
    Digest rank;
    std::map<int, Turns> turns;
    std::map<int, int> seats;  // so far, per type
    int load = 0;              // in the panel that is being dealt
    std::map<int, int> picked;
};

class Dealer {
public:
    Dealer(TypedPool const& pool, People const& people, std::string const& seed)
        : pool_(pool), people_(people), seed_(seed), shared_row_(row_of_households()) {
        for (int type = 0; type < pool_.type_count(); ++type) {
            auto const order = in_order(pool_.types[at(type)].people);
            if (shared_row(type) < 0)
                turns_[type] = {order};
            else
                settle_in(type, order);
        }
    }

    std::vector<int> run(Panel const& panel) {
        std::vector<int> members;
        for (auto& [row, homes] : homes_) {
            for (auto& [name, home] : homes) home.load = 0, home.picked.clear();
        }
        for (auto const [type, count] : panel) {
            for (int seat = 0; seat < count; ++seat) members.push_back(next_of(type));
        }
        std::ranges::sort(members);
        return members;
    }

private:
    // Of each type the row of its kind of household, −1 without: the rows behind those of the quotas.
    std::vector<int> row_of_households() const {
        std::vector<int> rows(pool_.types.size(), -1);
        for (int type = 0; type < pool_.type_count(); ++type) {
            auto const& of = pool_.types[at(type)];
            auto const& quotas = people_.members[at(of.people.front())].quotas;
            for (int const row : of.rows) {
                if (std::ranges::find(quotas, row) == quotas.end()) rows[at(type)] = row;
            }
        }
        return rows;
    }
    int shared_row(int type) const { return shared_row_[at(type)]; }

    std::vector<int> in_order(std::vector<int> people) const {
        auto const rank = [&](int person) { return sha256(seed_ + "\n" + people_.members[at(person)].id); };
        std::ranges::sort(people, {}, rank);
        return people;
    }

    void settle_in(int type, std::vector<int> const& order) {
        for (int const person : order) {
            auto const& name = people_.members[at(person)].household;
            auto& home = homes_[shared_row(type)][name];
            home.rank = sha256(seed_ + "\nhousehold\n" + first_id(name));
            home.turns[type].people.push_back(person);
        }
    }

    // Addresses stay out of what is drawn: a household is known by the smallest of its ids.
    std::string first_id(std::string const& household) const {
        std::string first;
        for (auto const& member : people_.members) {
            if (member.household == household && (first.empty() || member.id < first)) first = member.id;
        }
        return first;
    }

    int next_of(int type) {
        if (shared_row(type) < 0) return turns_[type].take();
        auto& homes = homes_[shared_row(type)];
        // The emptiest in this panel first: so loads differ by at most one, and no household exceeds its limit.
        auto const key = [&](auto& entry) {
            auto& home = entry.second;
            return std::tuple(home.load, home.picked[type], home.seats[type], home.rank);
        };
        auto& home = std::ranges::min_element(homes, {}, key)->second;
        ++home.load, ++home.picked[type], ++home.seats[type];
        return home.turns[type].take();
    }

    TypedPool const& pool_;
    People const& people_;
    std::string const& seed_;
    std::vector<int> shared_row_;
    std::map<int, Turns> turns_;                        // by type
    std::map<int, std::map<std::string, Home>> homes_;  // by row, by household
};

}  // namespace

std::vector<std::vector<int>> deal(TypedPool const& pool, People const& people, std::vector<Panel> const& panels,
                                   std::string const& seed) {
    Dealer dealer(pool, people, seed);
    std::vector<std::vector<int>> dealt;
    for (auto const& panel : panels) dealt.push_back(dealer.run(panel));
    return dealt;
}

}  // namespace lenkwerk::sortition::lottery
