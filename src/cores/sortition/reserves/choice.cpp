#include "cores/sortition/reserves/choice.hpp"

#include <algorithm>
#include <numeric>

namespace lenkwerk::sortition::reserves {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::int64_t kEveryChoice = 3000;       // so many choices are all looked at
constexpr std::int64_t kEnoughWork = 50'000'000;  // nodes, some seconds, before exchanges end

class Every {
public:
    Every(Outlook const& outlook, std::vector<Kind> const& kinds)
        : outlook_(outlook), kinds_(kinds), now_(kinds.size()) {}

    Counts run(int number) {
        enumerate(0, number);
        return best_;
    }

private:
    void enumerate(std::size_t kind, int left) {
        if (left == 0) return keep_if_better();
        if (kind == kinds_.size()) return;
        for (now_[kind] = std::min(left, kinds_[kind].count()); now_[kind] > 0; --now_[kind])
            enumerate(kind + 1, left - now_[kind]);
        enumerate(kind + 1, left);
    }

    void keep_if_better() {
        auto const total = outlook_.total(now_);
        if (total >= value_) return;
        value_ = total;
        best_ = now_;
    }

    Outlook const& outlook_;
    std::vector<Kind> const& kinds_;
    Counts now_, best_;
    std::int64_t value_ = std::numeric_limits<std::int64_t>::max();
};

class Exchanges {
public:
    Exchanges(Outlook& outlook, std::vector<Kind> const& kinds)
        : outlook_(outlook), kinds_(kinds), now_(kinds.size()), gain_(kinds.size(), std::numeric_limits<int>::max()) {}

    Counts run(int number, Counts const& other) {
        value_ = outlook_.estimate(now_);
        for (int i = 0; i < number; ++i) add_best();
        if (auto const total = outlook_.estimate(other); total < value_) {
            now_ = other;
            value_ = total;
        }
        while (outlook_.work() < kEnoughWork && exchange()) {
        }
        return now_;
    }

private:
    bool is_used_up(int kind) const { return now_[at(kind)] == kinds_[at(kind)].count(); }

    // What a kind added helped when it was last tried is seldom less than what it helps now; so kinds are tried in that
    // order, and the search ends where even the old gain would not do (lazy greedy, Minoux 1978).
    void add_best() {
        int chosen = -1;
        std::int64_t most = -1;
        for (int const kind : by_gain()) {
            if (is_used_up(kind)) continue;
            if (gain_[at(kind)] <= most) break;
            gain_[at(kind)] = value_ - with(kind);
            if (gain_[at(kind)] > most) most = gain_[at(kind)], chosen = kind;
        }
        ++now_[at(chosen)];
        value_ -= most;
    }

    std::int64_t with(int kind) {
        ++now_[at(kind)];
        auto const total = outlook_.estimate(now_);
        --now_[at(kind)];
        return total;
    }

    std::vector<int> by_gain() const {
        std::vector<int> order(kinds_.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, std::ranges::greater{}, [&](int kind) { return gain_[at(kind)]; });
        return order;
    }

    // One round. Who would not help even if nobody left for them cannot help in an exchange.
    bool exchange() {
        for (int kind = 0; kind < std::ssize(kinds_); ++kind)
            gain_[at(kind)] = is_used_up(kind) ? 0 : value_ - with(kind);
        bool improved = false;
        for (int const in : by_gain()) {
            if (gain_[at(in)] <= 0) break;
            for (int out = 0; out < std::ssize(kinds_) && outlook_.work() < kEnoughWork; ++out) {
                improved = improves(out, in) || improved;
            }
        }
        return improved;
    }

    bool improves(int out, int in) {
        if (in == out || now_[at(out)] == 0 || is_used_up(in)) return false;
        --now_[at(out)], ++now_[at(in)];
        auto const total = outlook_.estimate(now_, value_);
        if (total < value_) {
            value_ = total;
            return true;
        }
        ++now_[at(out)], --now_[at(in)];
        return false;
    }

    Outlook& outlook_;
    std::vector<Kind> const& kinds_;
    Counts now_;
    std::vector<std::int64_t> gain_;  // of each kind added, when it was last tried
    std::int64_t value_ = 0;
};

}  // namespace

bool can_look_at_all(std::vector<Kind> const& kinds, int number) {
    std::vector<std::int64_t> ways(at(number) + 1);
    ways[0] = 1;
    for (auto const& kind : kinds) {
        for (int sum = number; sum > 0; --sum) {
            for (int count = 1; count <= std::min(kind.count(), sum); ++count)
                ways[at(sum)] = std::min(kEveryChoice + 1, ways[at(sum)] + ways[at(sum - count)]);
        }
    }
    return ways.back() <= kEveryChoice;
}

Counts best_of_all(Outlook const& outlook, std::vector<Kind> const& kinds, int number) {
    return Every(outlook, kinds).run(number);
}

Counts best_by_exchanges(Outlook& outlook, std::vector<Kind> const& kinds, int number, Counts const& other) {
    auto found = Exchanges(outlook, kinds).run(number, other);
    return outlook.total(found) <= outlook.total(other) ? found : other;  // an estimate may be too high
}

}  // namespace lenkwerk::sortition::reserves
