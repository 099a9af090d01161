#include "modules/measures/rules/round.hpp"

#include "base/text.hpp"
#include "modules/measures/rules/refusals.hpp"

#include <algorithm>
#include <stdexcept>

namespace lenkwerk::measures {
namespace {

constexpr std::size_t kLongestTitle = 200;

void add(Problems& problems, Problems more) {
    problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Outcome<RoundDraft> check_round(RoundDraft draft, Day today) {
    draft.title = text::squeeze(draft.title);
    Problems problems;
    if (draft.title.empty()) add(problems, round_title_missing());
    if (text::length(draft.title) > kLongestTitle)
        add(problems,
            refuse("measures.round.title_too_long", "title", {{"most", static_cast<std::int64_t>(kLongestTitle)}}));
    if (draft.deadline < today) add(problems, round_deadline_passed());
    if (draft.period && draft.period->last && *draft.period->last < draft.period->first)
        add(problems, refuse("measures.round.period_reversed", "period_last"));
    if (!problems.empty()) return problems;
    return draft;
}

std::vector<people::OrganisationId> asked(std::vector<people::OrganisationId> const& chosen,
                                          std::vector<people::OrganisationId> const& responsible) {
    if (chosen.empty()) return responsible;
    std::vector<people::OrganisationId> both;
    for (auto const id : responsible)
        if (std::find(chosen.begin(), chosen.end(), id) != chosen.end()) both.push_back(id);
    return both;
}

std::string_view word(AnswerState state) {
    switch (state) {
        case AnswerState::waiting: return "waiting";
        case AnswerState::overdue: return "overdue";
        case AnswerState::answered: return "answered";
        case AnswerState::answered_late: return "answered_late";
    }
    throw std::logic_error("unknown state of an answer");
}

AnswerState answer_state(std::optional<Day> answered, Day deadline, Day today) {
    if (answered) return *answered <= deadline ? AnswerState::answered : AnswerState::answered_late;
    return today <= deadline ? AnswerState::waiting : AnswerState::overdue;
}

}  // namespace lenkwerk::measures
