#include "modules/council/rules/consultation_sequence.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council {
namespace {

using enum ConsultationResult;

bool is_behind(Consultation const& step) { return step.result && *step.result != postponed; }

bool ends_the_way(Consultation const& step) {
    if (!is_behind(step)) return false;
    return *step.result == withdrawn || (decides(step.role) && *step.result != referred);
}

std::optional<Day> last_decision(std::span<Consultation const> steps) {
    std::optional<Day> last;
    for (auto const& step : steps) {
        if (decides(step.role) && step.date) last = std::max(last.value_or(*step.date), *step.date);
    }
    return last;
}

}  // namespace

std::string_view word(ConsultationResult result) {
    switch (result) {
        case as_recommended: return "as_recommended";
        case amended: return "amended";
        case postponed: return "postponed";
        case rejected: return "rejected";
        case noted: return "noted";
        case withdrawn: return "withdrawn";
        case referred: break;
    }
    return "referred";
}

std::optional<ConsultationResult> consultation_result_of(std::string_view text) {
    auto const found = std::ranges::find(kConsultationResults, text, [](auto result) { return word(result); });
    return found == kConsultationResults.end() ? std::nullopt : std::optional(*found);
}

bool decides(std::string_view role) {
    auto const name = reading::folded(role);
    auto const all = reading::words(name);
    return std::ranges::any_of(all, [](std::string_view part) {
        auto const letters = reading::folded_letters(part);
        return letters.starts_with("entscheid") || letters == "beschluss" || letters.starts_with("beschlussfass") ||
               letters.starts_with("beschliess") || letters.ends_with("beschluss") || letters.ends_with("entscheidung");
    });
}

SequencePosition position(std::span<Consultation const> steps) {
    SequencePosition found;
    found.dealt = static_cast<std::size_t>(std::ranges::count_if(steps, is_behind));
    auto const end = std::ranges::find_if(steps, ends_the_way);
    if (end != steps.end()) {
        found.progress = *end->result == withdrawn ? Progress::withdrawn : Progress::decided;
        return found;
    }
    auto const touched = std::ranges::any_of(steps, [](auto const& step) { return step.result.has_value(); });
    found.progress = touched ? Progress::under_way : Progress::not_begun;
    auto const next = std::ranges::find_if_not(steps, is_behind);
    if (next != steps.end()) found.next = static_cast<std::size_t>(next - steps.begin());
    return found;
}

Problems check_sequence(std::span<Consultation const> steps, Deviation const& deviation) {
    Problems found;
    if (steps.empty())
        found.push_back({"council.sequence.empty", "consultations"});
    else if (!decides(steps.back().role))
        found.push_back({"council.sequence.undecided", "consultations"});
    auto const decision = last_decision(steps);
    for (auto const& step : steps) {
        if (decision && step.date && *step.date > *decision) {
            found.push_back({"council.sequence.after_decision", "consultations", {{"body", step.body}}});
        }
    }
    if (deviation.deviates && deviation.reason.empty())
        found.push_back({"council.sequence.deviation_unreasoned", "deviation"});
    return found;
}

Outcome<Done> check_result(std::span<Consultation const> steps, std::size_t step, Day today) {
    auto const& one = steps[step];
    if (one.date && *one.date > today) return refuse("council.result.ahead", "result", {{"body", one.body}});
    auto const over = std::ranges::find_if(steps, ends_the_way);
    auto const is_correction = one.result.has_value();
    if (over != steps.end() && !is_correction)
        return refuse("council.result.sequence_over", "result", {{"body", over->body}});
    return Done{};
}

}  // namespace lenkwerk::council
