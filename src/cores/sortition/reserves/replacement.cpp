#include "cores/sortition/reserves/replacement.hpp"

#include <algorithm>
#include <set>

namespace lenkwerk::sortition::reserves {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<Missed> missed_by(People const& people, Quotas const& quotas, std::vector<int> const& panel) {
    std::vector<int> have(quotas.rows.size());
    for (int const person : panel) {
        for (int const row : people.members[at(person)].quotas) ++have[at(row)];
    }
    std::vector<Missed> missed;
    for (std::size_t row = 0; row < have.size(); ++row) {
        if (have[row] < quotas.rows[row].min || have[row] > quotas.rows[row].max)
            missed.push_back({static_cast<int>(row), have[row]});
    }
    return missed;
}

}  // namespace

Outcome<Replacement> replace(People const& people, Quotas const& quotas, ReplacementRequest const& request) {
    std::set<int> const panel(request.panel.begin(), request.panel.end());
    std::set<int> const withdrawn(request.withdrawn.begin(), request.withdrawn.end());
    for (int const person : withdrawn) {
        if (!panel.contains(person))
            return refuse("sortition.replace.not_on_panel", "withdrawn", {{"id", people.members[at(person)].id}});
    }
    if (std::ssize(panel) > request.rules.size) {
        return refuse("sortition.replace.panel_too_large", "panel",
                      {{"members", std::int64_t{std::ssize(panel)}}, {"size", std::int64_t{request.rules.size}}});
    }
    Replacement replacement;
    std::ranges::set_difference(panel, withdrawn, std::back_inserter(replacement.panel));
    std::set<int> candidates(request.candidates.begin(), request.candidates.end());
    std::erase_if(candidates, [&](int person) { return panel.contains(person); });
    std::vector<std::string> households;
    auto const kinds = kinds_of(people, {candidates.begin(), candidates.end()}, request.rules, households);
    auto const vacancy = vacancy_of(people, quotas, request.rules, replacement.panel, kinds, households);
    replacement.filling = best_filling(vacancy, kinds);
    replacement.chosen = draw_filling(people, vacancy, kinds, request.seed);
    replacement.panel.insert(replacement.panel.end(), replacement.chosen.begin(), replacement.chosen.end());
    std::ranges::sort(replacement.panel);
    replacement.missed = missed_by(people, quotas, replacement.panel);
    return replacement;
}

}  // namespace lenkwerk::sortition::reserves
