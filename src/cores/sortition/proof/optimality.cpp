#include "cores/sortition/proof/optimality.hpp"

#include <algorithm>
#include <cmath>

#include "cores/sortition/proof/bound.hpp"
#include "cores/sortition/proof/verify.hpp"

namespace lenkwerk::sortition::proof {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::int64_t kGlance = 500;  // nodes for what is not claimed to be optimal: any bound will do

double bound_of(Claim const& claim, std::vector<double> const& weights, double target) {
    Effort effort{.should_stop = claim.witness.should_stop};
    if (claim.certificate.open) effort.nodes = kGlance;
    auto const bound = proven_bound(claim.pool, weights, target, effort);
    if (bound.tight || claim.certificate.open) return bound.value;
    bool const ended = effort.should_stop && effort.should_stop();
    throw Objection{ended ? "the proof was not checked to its end"
                          : "the bound of a level could not be proven within the limit of the search"};
}

// The types of a level; each person of a type has to be in the same level.
std::vector<int> members_of(Claim const& claim, Level const& level) {
    std::vector<int> people(claim.pool.types.size());
    for (auto const& id : level.members) {
        auto const found = claim.type_of.find(id);
        if (found == claim.type_of.end()) throw Objection{"a level names " + id + ", who is not in the pool"};
        ++people[at(found->second)];
    }
    std::vector<int> types;
    for (std::size_t type = 0; type < people.size(); ++type) {
        if (people[type] == 0) continue;
        if (people[type] != claim.pool.types[type].count()) throw Objection{"a level splits people who look the same"};
        types.push_back(static_cast<int>(type));
    }
    if (types.empty()) throw Objection{"a level has no members"};
    return types;
}

std::vector<char> flags_of(Claim const& claim, Level const& level) {
    std::vector<char> flags(claim.pool.types.size());
    for (int const type : members_of(claim, level)) flags[at(type)] = true;
    return flags;
}

std::vector<double> dual_of(Claim const& claim, Level const& level, std::vector<int> const& members,
                            std::vector<char> const& settled) {
    std::vector<double> dual(claim.pool.types.size());
    for (auto const& [type, multiplier] : level.dual) {
        if (type < 0 || type >= claim.pool.type_count()) throw Objection{"a dual names a type that does not exist"};
        dual[at(type)] += multiplier;
    }
    for (std::size_t type = 0; type < dual.size(); ++type) {
        bool const member = std::ranges::binary_search(members, static_cast<int>(type));
        if (dual[type] < 0) throw Objection{"a dual is negative"};
        if (member && !(dual[type] > 0)) throw Objection{"a member of a level has no positive dual"};
        if (!member && !settled[type] && dual[type] > 0) throw Objection{"a dual stands on people of a later level"};
    }
    return dual;
}

// Whoever has no chance has to be in no panel at all: no panel holds one of them. Seats are whole, so less than one is none.
double zero_level_gap(Claim const& claim, std::vector<int> const& members) {
    constexpr double kLessThanOne = 0.999;
    std::vector<double> seats(claim.pool.types.size());
    for (int const type : members) seats[at(type)] = 1;
    double const most = bound_of(claim, seats, kLessThanOne);
    return most < 1 ? 0 : most;
}

// For every lottery q with q ≥ p on the members and on all earlier ones: Σ_members people·(q − p) ≤ Σ dual'·(q − p) ≤
// max_panel Σ dual'·count/people − Σ dual'·p, where dual' is scaled so that each member has at least its people.
// Earlier members cannot rise by induction. So nobody can rise unless somebody with as little or less falls: LEXIMIN.
double level_gap(Claim const& claim, std::vector<int> const& members, std::vector<double> const& dual) {
    double scale = 0;
    for (int const type : members) {
        scale = std::max(scale, claim.pool.types[at(type)].count() / dual[at(type)]);
    }
    std::vector<double> weights(dual.size());
    double own = 0;
    for (std::size_t type = 0; type < dual.size(); ++type) {
        weights[type] = scale * dual[type] / claim.pool.types[type].count();
        own += scale * dual[type] * claim.chances[type];
    }
    return std::max(0.0, bound_of(claim, weights, own) - own);
}

void check_value(Claim const& claim, Level const& level, std::vector<int> const& members) {
    for (int const type : members) {
        if (std::abs(claim.chances[at(type)] - level.value) <= kProbabilityTolerance) continue;
        throw Objection{
            fmt::format("a member of the level {} has the chance {}", level.value, claim.chances[at(type)])};
    }
}

// By how much the smallest chance above the levels could be larger, with nobody of them below theirs: for such lotteries
// smallest·Σ_open dual ≤ Σ dual·q − Σ_settled dual·p, and Σ dual·q is at most that of the best panel.
double open_gap(Claim const& claim, Level const& open, std::vector<char> const& settled) {
    std::vector<double> dual(claim.pool.types.size()), weights(dual.size());
    for (auto const& [type, multiplier] : open.dual) {
        if (type < 0 || type >= claim.pool.type_count()) throw Objection{"a dual names a type that does not exist"};
        if (multiplier < 0) throw Objection{"a dual is negative"};
        dual[at(type)] += multiplier;
    }
    auto const is_open = flags_of(claim, open);
    double of_open = 0, least = 1, own = 0;
    for (std::size_t type = 0; type < dual.size(); ++type) {
        if (is_open[type] && settled[type]) throw Objection{"somebody is both settled and open"};
        weights[type] = dual[type] / claim.pool.types[type].count();
        (is_open[type] ? of_open : own) += dual[type] * (is_open[type] ? 1 : claim.chances[type]);
        if (is_open[type]) least = std::min(least, claim.chances[type]);
        // Whether the others can be in a panel is not said: they have no chance here, and so could only gain.
        if (!is_open[type] && !settled[type] && claim.chances[type] > 0)
            throw Objection{"somebody who has a chance is in no level"};
    }
    if (!(of_open > 0)) throw Objection{"the dual of what is open bounds nothing"};
    if (open.value > least + kProbabilityTolerance) throw Objection{"somebody has less than the open level states"};
    double const most = (bound_of(claim, weights, own + least * of_open) - own) / of_open;
    return std::max(0.0, most - open.value);
}

double leximin_gap(Claim const& claim, bool first_level_suffices) {
    std::vector<char> settled(claim.pool.types.size());
    double gap = 0, last = 0;
    bool reached = false;
    int proven = 0;
    for (auto const& level : claim.certificate.levels) {
        if (claim.witness.tell) claim.witness.tell(proven++, static_cast<int>(claim.certificate.levels.size()));
        if (level.value < last - kProbabilityTolerance) throw Objection{"the levels do not ascend"};
        last = level.value;
        auto const members = members_of(claim, level);
        check_value(claim, level, members);
        auto const dual = dual_of(claim, level, members, settled);
        gap += level.value == 0 ? zero_level_gap(claim, members) : level_gap(claim, members, dual);
        for (int const type : members) {
            if (settled[at(type)]) throw Objection{"somebody is in two levels"};
            settled[at(type)] = true;
        }
        reached = reached || level.value > 0;
    }
    if (claim.certificate.open) return gap + open_gap(claim, *claim.certificate.open, settled);
    for (std::size_t type = 0; type < settled.size(); ++type) {
        if (settled[type]) continue;
        if (!first_level_suffices || !reached) throw Objection{"the levels do not cover everybody"};
        if (claim.chances[type] < last - kProbabilityTolerance)
            throw Objection{"somebody has less than the last level"};
    }
    return gap;
}

// People whose chance is 0 have to be proven to be in no panel, by a first level of value 0.
double zero_gap(Claim const& claim, std::vector<char>& zero) {
    if (claim.certificate.levels.empty() || claim.certificate.levels.front().value > 0) return 0;
    auto const& level = claim.certificate.levels.front();
    auto const members = members_of(claim, level);
    check_value(claim, level, members);
    double const gap = zero_level_gap(claim, members);
    for (int const type : members) zero[at(type)] = true;
    return gap;
}

// Only a work that was ended early may leave open whether somebody can be in a panel.
bool is_undecided(Claim const& claim, std::size_t type) {
    if (claim.chances[type] > 0) return false;
    if (!claim.certificate.open) throw Objection{"a chance is 0 without a proof that it has to be"};
    return true;
}

// Concavity: Σ log q − Σ log p ≤ Σ (q − p)/p ≤ max_panel Σ count/p − people; the mean is over the people who can be chosen.
double nash_gap(Claim const& claim) {
    std::vector<char> zero(claim.pool.types.size());
    double const gap = zero_gap(claim, zero);
    std::vector<double> weights(zero.size());
    double people = 0;
    for (std::size_t type = 0; type < zero.size(); ++type) {
        if (zero[type] || is_undecided(claim, type)) continue;
        weights[type] = 1 / claim.chances[type];
        people += claim.pool.types[type].count();
    }
    // Every panel of the support weighs just `people`: what lies a fifth of the tolerance above needs no look.
    double const enough = people * (1 + kGapTolerance / 5);
    return gap + std::max(0.0, bound_of(claim, weights, enough) - people) / people;
}

// The objective is a·max q + b/min q. With Σ u = Σ v = 1 and any s > 0: max q ≥ u·q and 1/min q ≥ 2/s − v·q/s², so the
// objective is at least 2b/s − max_panel (b·v/s² − a·u)·q. The dual holds b·v/s² − a·u; s is the smallest chance.
double goldilocks_gap(Claim const& claim) {
    std::vector<char> zero(claim.pool.types.size());
    double const gap = zero_gap(claim, zero);
    if (claim.certificate.levels.empty()) throw Objection{"there is no level with a dual"};
    double people = 0, least = 1, most = 0;
    for (std::size_t type = 0; type < zero.size(); ++type) {
        people += claim.pool.types[type].count();
        most = std::max(most, claim.chances[type]);
        if (!zero[type] && !is_undecided(claim, type)) least = std::min(least, claim.chances[type]);
    }
    double const a = people / claim.pool.size, b = claim.certificate.gamma / a;
    std::vector<double> weights(zero.size());
    double up = 0, down = 0;
    for (auto const& [type, multiplier] : claim.certificate.levels.back().dual) {
        if (type < 0 || type >= claim.pool.type_count()) throw Objection{"a dual names a type that does not exist"};
        if (zero[at(type)] && multiplier > 0) throw Objection{"a dual stands on somebody who is in no panel"};
        weights[at(type)] += multiplier / claim.pool.types[at(type)].count();
        (multiplier > 0 ? up : down) += std::abs(multiplier);
    }
    if (up > b / (least * least) * (1 + 1e-9) || down > a * (1 + 1e-9)) throw Objection{"the dual is too large"};
    double const objective = a * most + b / least;
    // Unused parts of u and v may lie on the same people and cancel; what is left of u may be dropped, as q ≥ 0, and what is
    // left of v is paid for at the largest chance there is.
    double const v_missing = (b / (least * least) - up) - (a - down);
    double const highest = bound_of(claim, weights, 2 * b / least - objective) + std::max(0.0, v_missing);
    return gap + std::max(0.0, objective - (2 * b / least - highest));
}

}  // namespace

int undecided_people(Claim const& claim) {
    std::vector<char> named(claim.pool.types.size());
    auto const name = [&](Level const& level) {
        for (int const type : members_of(claim, level)) named[at(type)] = true;
    };
    for (auto const& level : claim.certificate.levels) {
        if (!level.members.empty()) name(level);
    }
    if (claim.certificate.open) name(*claim.certificate.open);
    int people = 0;
    for (std::size_t type = 0; type < named.size(); ++type) people += named[type] ? 0 : claim.pool.types[type].count();
    return people;
}

double optimality_gap(Claim const& claim) {
    auto const& objective = claim.certificate.objective;
    if (objective == "leximin") return leximin_gap(claim, false);
    if (objective == "maximin") return leximin_gap(claim, true);
    if (objective == "nash") return nash_gap(claim);
    if (objective == "goldilocks") return goldilocks_gap(claim);
    throw Objection{"a lottery with the objective \"" + objective + "\" makes no claim that could be proven"};
}

}  // namespace lenkwerk::sortition::proof
