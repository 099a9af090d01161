#include <algorithm>
#include <map>

#include "cores/sortition/engine/nash.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr int kTries = 200;      // greedy attempts for one panel
constexpr int kInVain = 20'000;  // attempts without a panel after which there is an end

// One greedy attempt: next comes somebody of the value that is scarcest for what it still needs.
class Attempt {
public:
    Attempt(TypedPool const& pool, std::uint64_t& state)
        : pool_(pool), state_(state), taken_(pool.types.size()), sums_(pool.rows.size()), left_(pool.rows.size()) {
        for (int type = 0; type < pool.type_count(); ++type) add_to(left_, type, free(type));
    }

    Panel run() {
        for (int seat = 0; seat < pool_.size; ++seat) {
            int const type = random_of(scarcest_row());
            if (type < 0) return {};
            add_to(left_, type, -free(type));
            ++taken_[at(type)];
            add_to(sums_, type, 1);
            add_to(left_, type, free(type));
        }
        Panel panel;
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (taken_[at(type)] > 0) panel.push_back({type, taken_[at(type)]});
        }
        return is_feasible(pool_, panel) ? panel : Panel{};
    }

private:
    int free(int type) const { return pool_.types[at(type)].most - taken_[at(type)]; }
    void add_to(std::vector<int>& rows, int type, int by) {
        for (int const row : pool_.types[at(type)].rows) rows[at(row)] += by;
    }
    bool may_join(int type) const {
        auto const full = [&](int row) { return sums_[at(row)] >= pool_.rows[at(row)].max; };
        return free(type) > 0 && std::ranges::none_of(pool_.types[at(type)].rows, full);
    }
    int below(int n) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }
    int scarcest_row() const {
        int scarcest = -1;
        double most = 0;
        for (int row = 0; row < pool_.row_count(); ++row) {
            int const need = pool_.rows[at(row)].min - sums_[at(row)];
            double const ratio = need <= 0 ? 0 : left_[at(row)] > 0 ? double(need) / left_[at(row)] : 1e9;
            if (ratio > most) {
                most = ratio;
                scarcest = row;
            }
        }
        return scarcest;
    }
    // Everybody who may still join, of that row if there is one, is equally likely.
    int random_of(int row) {
        std::vector<std::pair<int, int>> choices;
        int total = 0;
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (!may_join(type) || (row >= 0 && !std::ranges::binary_search(pool_.types[at(type)].rows, row))) continue;
            choices.emplace_back(type, total += free(type));
        }
        if (total == 0) return -1;
        int const ticket = below(total);
        return std::ranges::find_if(choices, [&](auto const& choice) { return ticket < choice.second; })->first;
    }

    TypedPool const& pool_;
    std::uint64_t& state_;
    std::vector<int> taken_, sums_, left_;
};

}  // namespace

std::optional<Solution> legacy(TypedPool const& pool, int runs, std::uint64_t seed, Progress const& progress) {
    std::map<Panel, int> drawn;
    int found = 0, in_vain = 0;
    for (int run = 0; run < runs && in_vain < kInVain && !progress.stopped(); ++run) {
        Panel panel;
        for (int attempt = 0; panel.empty() && attempt < kTries && !progress.stopped(); ++attempt) {
            panel = Attempt(pool, seed).run();
            if (panel.empty()) ++in_vain;
        }
        progress.report({"greedy panels", 0, found, runs, 0, 1});
        if (panel.empty()) continue;
        ++drawn[panel];
        ++found;
    }
    if (found == 0) return std::nullopt;
    Solution solution;
    for (auto const& [panel, times] : drawn) solution.panels.push_back({panel, double(times) / found});
    solution.chances = chances_of(pool, solution.panels);
    solution.stopped = progress.stopped();
    return solution;
}

}  // namespace lenkwerk::sortition::engine
