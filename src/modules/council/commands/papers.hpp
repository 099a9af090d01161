#pragma once
// What the office does with a stored paper: who may see it, and what the bodies made of it.
#include "modules/bodies/ids.hpp"
#include "modules/council/rules/paper.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::council {

inline constexpr std::string_view kPublish = "council.publish";
inline constexpr std::string_view kRecord = "council.record_result";

// The paper with its budget; its plan is published for itself. Refuses access.denied, council.paper.unknown, .not_public,
// form.changed_meanwhile.
Outcome<Done> show_paper_to(storage::Transaction& tx, PaperId id, Audience const& audience, std::int64_t version);

struct ResultEntry {
    ConsultationId consultation;
    std::optional<ConsultationResult> result;  // none: not dealt with yet, or taken back
    std::string note;
};
struct Results {
    PaperId paper;
    std::vector<ResultEntry> entries;  // in the order of the sequence; what stands as it was is no change
    std::int64_t version = 0;
    Day today;
};
// Gives back how many changed. Refuses access.denied, council.paper.unknown, council.result.consultation_unknown, .ahead,
// .sequence_over, .note_too_long, form.changed_meanwhile. The problem's field is "r7-result" for consultation 7.
Outcome<int> record_results(storage::Transaction& tx, Results const& results);

}  // namespace lenkwerk::council
