#pragma once
// The way of a paper through the bodies: how far it has come, and whether the way is in order.
#include "base/outcome.hpp"
#include "base/time.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lenkwerk::council {

// What a body did with the paper. postponed: it will deal with it again; referred: it has handed it to another body.
enum class ConsultationResult { as_recommended, amended, postponed, rejected, noted, withdrawn, referred };
inline constexpr std::array kConsultationResults{ConsultationResult::as_recommended, ConsultationResult::amended,
                                                 ConsultationResult::postponed,      ConsultationResult::rejected,
                                                 ConsultationResult::noted,          ConsultationResult::withdrawn,
                                                 ConsultationResult::referred};
std::string_view word(ConsultationResult result);
std::optional<ConsultationResult> consultation_result_of(std::string_view word);

// One step; steps stand in the order of the paper.
struct Consultation {
    std::string body;
    std::optional<Day> date;
    std::string role;  // the paper's word
    std::optional<ConsultationResult> result = std::nullopt;
};

// Beschluss, Entscheidung, Beschlussfassung, "beschließend": the body's word is the last one.
bool decides(std::string_view role);

enum class Progress { not_begun, under_way, decided, withdrawn };

struct SequencePosition {
    Progress progress = Progress::not_begun;
    std::size_t dealt = 0;            // steps that are behind the paper
    std::optional<std::size_t> next;  // index of the step it waits for; none when it is over
};
// A result of a deciding body ends the way, unless it is postponed or referred; so does a withdrawal anywhere.
SequencePosition position(std::span<Consultation const> steps);

struct Deviation {
    bool deviates = false;
    std::string reason;
};
// What the page of the paper shows as not in order, in this order; empty: all is well.
// council.sequence.empty, .undecided (the last step does not decide), .after_decision (a body meets after the deciding one;
// argument body), .deviation_unreasoned.
Problems check_sequence(std::span<Consultation const> steps, Deviation const& deviation);

// Refuses council.result.sequence_over (decided or withdrawn before) and council.result.ahead (the meeting lies ahead of `today`).
// A correction of a step that has a result is allowed.
Outcome<Done> check_result(std::span<Consultation const> steps, std::size_t step, Day today);

}  // namespace lenkwerk::council
