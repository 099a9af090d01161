#include "cores/sortition/proof/verify.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "cores/sortition/proof/optimality.hpp"

namespace lenkwerk::sortition::proof {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<std::string> sorted(std::vector<std::string> ids) {
    std::ranges::sort(ids);
    return ids;
}

// The pool is grouped anew; the file's types have to be the same groups, in whatever order.
Claim claim_of(Certificate const& certificate, People const& people, Quotas const& quotas, Witness const& witness) {
    auto grouped = group(people, quotas, certificate.rules);
    if (!grouped) throw Objection{"the pool cannot be grouped by the rules that the certificate names"};
    if (certificate.types.size() != grouped->types.size())
        throw Objection{"the certificate's types are not the pool's"};
    std::unordered_map<std::string, std::size_t> type_of;
    for (std::size_t type = 0; type < grouped->types.size(); ++type) {
        type_of[people.members[at(grouped->types[type].people.front())].id] = type;
    }
    Claim claim{certificate, witness, {grouped->size, grouped->rows, {}}, {}, {}};
    for (std::size_t named = 0; named < certificate.types.size(); ++named) {
        auto ids = sorted(certificate.types[named]);
        auto const key = std::ranges::find_if(ids, [&](auto const& id) { return type_of.contains(id); });
        if (key == ids.end()) throw Objection{fmt::format("type {} of the certificate is not in the pool", named)};
        auto const& type = grouped->types[type_of.at(*key)];
        std::vector<std::string> ours;
        for (int const person : type.people) ours.push_back(people.members[at(person)].id);
        if (sorted(std::move(ours)) != ids) throw Objection{fmt::format("type {} holds people who differ", named)};
        for (auto const& id : ids) claim.type_of[id] = static_cast<int>(named);
        claim.pool.types.push_back(type);
    }
    return claim;
}

void check_panels(Claim const& claim) {
    double sum = 0;
    for (std::size_t i = 0; i < claim.certificate.panels.size(); ++i) {
        auto const& [panel, weight] = claim.certificate.panels[i];
        if (!(weight > 0)) throw Objection{fmt::format("panel {} has no positive weight", i)};
        if (!is_feasible(claim.pool, panel)) throw Objection{fmt::format("panel {} breaks a quota or the size", i)};
        sum += weight;
    }
    if (std::abs(sum - 1) > 1e-9) throw Objection{fmt::format("the panels' weights sum to {}, not to 1", sum)};
}

void check_probabilities(Claim& claim) {
    claim.chances = chances_of(claim.pool, claim.certificate.panels);
    if (claim.certificate.probabilities.size() != claim.type_of.size()) {
        throw Objection{"the probabilities do not cover exactly the people of the pool"};
    }
    std::unordered_map<std::string, double> stated;
    for (auto const& [id, chance] : claim.certificate.probabilities) stated[id] = chance;
    for (auto const& [id, type] : claim.type_of) {
        auto const found = stated.find(id);
        if (found == stated.end()) throw Objection{"there is no probability for " + id};
        if (std::abs(found->second - claim.chances[at(type)]) <= kProbabilityTolerance) continue;
        throw Objection{fmt::format("the probability of {} is stated as {}, but the panels give {}", id, found->second,
                                    claim.chances[at(type)])};
    }
}

// What a certificate of a work that was ended early shows.
std::string ended_early(Claim const& claim, double gap) {
    auto const& certificate = claim.certificate;
    std::string said;
    if (certificate.objective == "leximin" || certificate.objective == "maximin") {
        said = fmt::format(
            "ended early: {} levels are proven; above them the smallest chance is {:.6f} and can be {:.6f} at most",
            certificate.levels.size(), certificate.open->value, certificate.open->value + gap);
    } else {
        said = fmt::format("ended early: another lottery might still gain {:.3g}", gap);
    }
    auto const undecided = undecided_people(claim);
    if (undecided == 0) return said;
    return said + fmt::format("; of {} people it is not known whether they can be in a panel at all", undecided);
}

}  // namespace

Verdict verify(Certificate const& certificate, People const& people, Quotas const& quotas, Witness const& witness) {
    Verdict verdict;
    verdict.panels = static_cast<int>(certificate.panels.size());
    verdict.levels = static_cast<int>(certificate.levels.size());
    try {
        auto claim = claim_of(certificate, people, quotas, witness);
        check_panels(claim);
        check_probabilities(claim);
        verdict.gap = optimality_gap(claim);
        verdict.proven = verdict.gap <= kGapTolerance;
        if (!verdict.proven) verdict.objection = fmt::format("another lottery might still gain {:.3g}", verdict.gap);
        if (certificate.open) {
            verdict.proven = false;
            verdict.objection = ended_early(claim, verdict.gap);
        }
    } catch (Objection const& objection) {
        verdict.objection = objection.sentence;
    }
    return verdict;
}

}  // namespace lenkwerk::sortition::proof
