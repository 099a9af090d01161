#include "cores/opinion_map/group_votes.hpp"

#include <algorithm>
#include <cmath>

namespace lenkwerk::opinion_map {
namespace {

constexpr std::size_t kMostShown = 5;

Tally tally_of(Mark mark) { return {mark.vote() == Vote::agree, mark.vote() == Vote::disagree, 1}; }

Stand stand(Tally const& own, Tally const& others) {
    auto const agree = share(own.agree, own.seen);
    auto const disagree = share(own.disagree, own.seen);
    return {own,
            agree,
            disagree,
            proportion_test(own.agree, own.seen),
            proportion_test(own.disagree, own.seen),
            agree / share(others.agree, others.seen),
            disagree / share(others.disagree, others.seen),
            two_proportions_test(own.agree, own.seen, others.agree, others.seen),
            two_proportions_test(own.disagree, own.seen, others.disagree, others.seen)};
}

std::vector<Majority> clearest(std::vector<Majority> all) {
    std::erase_if(all, [](Majority const& one) { return !(one.share > 0.5 && one.test > kZ90); });
    std::stable_sort(all.begin(), all.end(),
                     [](auto const& a, auto const& b) { return a.share * a.test > b.share * b.test; });
    all.resize(std::min(all.size(), kMostShown));
    return all;
}

}  // namespace

Tally& Tally::operator+=(Tally const& other) {
    agree += other.agree;
    disagree += other.disagree;
    seen += other.seen;
    return *this;
}

Tallies tallies(VoteTable const& table, Grouping const& grouping) {
    Tallies result(grouping.size(), std::vector<Tally>(table.statement_count()));
    for (std::size_t i = 0; i < table.participant_count(); ++i) {
        if (grouping.group_of[i] == kNoGroup) continue;
        auto& group = result[static_cast<std::size_t>(grouping.group_of[i])];
        for (auto const mark : table.votes_of(i)) group[mark.statement()] += tally_of(mark);
    }
    return result;
}

std::vector<Tally> total(VoteTable const& table) {
    std::vector<Tally> result(table.statement_count());
    for (auto const mark : table.marks) result[mark.statement()] += tally_of(mark);
    return result;
}

std::vector<Tally> total(Tallies const& tallies, std::size_t statements) {
    std::vector<Tally> result(statements);
    for (auto const& group : tallies) {
        for (std::size_t j = 0; j < statements; ++j) result[j] += group[j];
    }
    return result;
}

double share(std::int32_t successes, std::int32_t trials) { return (successes + 1.0) / (trials + 2.0); }

double proportion_test(std::int32_t successes, std::int32_t trials) {
    return 2 * std::sqrt(trials + 1.0) * ((successes + 1.0) / (trials + 1.0) - 0.5);
}

double two_proportions_test(std::int32_t successes, std::int32_t trials, std::int32_t other_successes,
                            std::int32_t other_trials) {
    auto const s = successes + 1.0, n = trials + 1.0;
    auto const t = other_successes + 1.0, m = other_trials + 1.0;
    auto const pooled = (s + t) / (n + m);
    if (!(pooled < 1)) return 0;
    return (s / n - t / m) / std::sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

std::vector<std::vector<Stand>> stands(Tallies const& tallies) {
    if (tallies.empty()) return {};
    auto const all = total(tallies, tallies.front().size());
    std::vector<std::vector<Stand>> result(tallies.size());
    for (std::size_t g = 0; g < tallies.size(); ++g) {
        for (std::size_t j = 0; j < all.size(); ++j) {
            auto const& own = tallies[g][j];
            result[g].push_back(
                stand(own, {all[j].agree - own.agree, all[j].disagree - own.disagree, all[j].seen - own.seen}));
        }
    }
    return result;
}

std::vector<double> consensus(Tallies const& tallies, std::size_t statements) {
    if (tallies.empty()) return {};
    std::vector<double> result(statements, 1.0);
    for (auto const& group : tallies) {
        for (std::size_t j = 0; j < statements; ++j) result[j] *= share(group[j].agree, group[j].seen);
    }
    return result;
}

Majorities majorities(VoteTable const& table) {
    auto const all = total(table);
    std::vector<Majority> agree, disagree;
    for (std::size_t j = 0; j < all.size(); ++j) {
        if (table.statements[j].is_moderated_out) continue;
        auto const& [yes, no, seen] = all[j];
        agree.push_back({j, yes, seen, share(yes, seen), proportion_test(yes, seen)});
        disagree.push_back({j, no, seen, share(no, seen), proportion_test(no, seen)});
    }
    return {clearest(std::move(agree)), clearest(std::move(disagree))};
}

}  // namespace lenkwerk::opinion_map
