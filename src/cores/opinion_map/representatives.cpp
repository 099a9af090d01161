// Which statements stand for a group: the rules of Polis, written anew (Small, Björkegren, Erkkilä, Shaw, Megill 2021).
#include <algorithm>

#include "cores/opinion_map/group_votes.hpp"

namespace lenkwerk::opinion_map {
namespace {

constexpr std::size_t kMostShown = 5;

bool is_representative(Stand const& stand) {
    return (stand.agree_ratio_test > kZ90 && stand.agree_test > kZ90) ||
           (stand.disagree_ratio_test > kZ90 && stand.disagree_test > kZ90);
}

Representative described(std::size_t statement, Stand const& stand) {
    auto const& tally = stand.tally;
    if (stand.agree_ratio_test > stand.disagree_ratio_test) {
        return {statement,         {statement, tally.agree, tally.seen, stand.agree_share, stand.agree_test},
                stand.agree_ratio, stand.agree_ratio_test,
                Vote::agree,       {}};
    }
    return {statement,
            {statement, tally.disagree, tally.seen, stand.disagree_share, stand.disagree_test},
            stand.disagree_ratio,
            stand.disagree_ratio_test,
            Vote::disagree,
            {}};
}

double weight(Representative const& one) { return one.ratio * one.ratio_test * one.votes.share * one.votes.test; }

double agreement(Stand const& stand) { return stand.agree_share * stand.agree_test; }

// Whether the group agrees on this statement more than on the best one so far. While the best one sets the group apart
// (ratio above 1), the next must win with its ratio counted in; the first must be agreed on, or at least be typical.
bool is_more_agreed(Stand const& stand, Stand const* best) {
    if (stand.tally.agree == 0 && stand.tally.disagree == 0) return false;
    if (best == nullptr) return stand.agree_test > kZ90 || (stand.agree_ratio > 1 && stand.agree_share > 0.5);
    if (best->agree_ratio <= 1) return agreement(stand) > agreement(*best);
    auto const typical = [](Stand const& one) { return one.agree_ratio * one.agree_ratio_test * agreement(one); };
    return typical(stand) > typical(*best);
}

class Selection {
public:
    void consider(std::size_t statement, Stand const& stand) {
        if (is_representative(stand)) chosen_.push_back(described(statement, stand));
        auto const strength = std::max(stand.agree_ratio_test, stand.disagree_ratio_test);
        if (chosen_.empty() && (!strongest_ || strength > strongest_->ratio_test))
            strongest_ = described(statement, stand);
        if (!is_more_agreed(stand, most_agreed_)) return;
        most_agreed_ = &stand;
        most_agreed_at_ = statement;
    }

    std::vector<Representative> chosen() {
        auto head = most_agreed();
        if (chosen_.empty()) {
            if (!head) head = strongest_;
            return head ? std::vector{*head} : std::vector<Representative>{};
        }
        std::stable_sort(chosen_.begin(), chosen_.end(),
                         [](auto const& a, auto const& b) { return weight(a) > weight(b); });
        if (head) {
            std::erase_if(chosen_, [&](Representative const& one) { return one.statement == head->statement; });
            chosen_.insert(chosen_.begin(), *head);
        }
        chosen_.resize(std::min(chosen_.size(), kMostShown));
        std::stable_partition(chosen_.begin(), chosen_.end(),
                              [](auto const& one) { return one.direction == Vote::agree; });
        return std::move(chosen_);
    }

private:
    std::optional<Representative> most_agreed() const {
        if (most_agreed_ == nullptr) return std::nullopt;
        auto result = described(most_agreed_at_, *most_agreed_);
        result.best_agree = most_agreed_->tally.agree;
        return result;
    }

    std::vector<Representative> chosen_;
    std::optional<Representative> strongest_;  // shown where nothing else is
    Stand const* most_agreed_ = nullptr;
    std::size_t most_agreed_at_ = 0;
};

}  // namespace

std::vector<std::vector<Representative>> representatives(VoteTable const& table,
                                                         std::vector<std::vector<Stand>> const& stands) {
    std::vector<std::vector<Representative>> result;
    for (auto const& group : stands) {
        Selection selection;
        for (std::size_t j = 0; j < group.size(); ++j) {
            if (!table.statements[j].is_moderated_out) selection.consider(j, group[j]);
        }
        result.push_back(selection.chosen());
    }
    return result;
}

}  // namespace lenkwerk::opinion_map
