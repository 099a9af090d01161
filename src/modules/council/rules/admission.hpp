#pragma once
// What a paper must say before it is stored; everything else may be missing, as papers are as they are.
#include "base/outcome.hpp"
#include "modules/council/rules/paper_draft.hpp"

#include <string_view>

namespace lenkwerk::council {

// Below which number of the outline a topic stands: "3.3.1" for "3.3.1.1", "3" for "3.1"; empty for "3".
std::string_view number_above(std::string_view number);

// The draft as it will be stored: texts trimmed, consultations counted from 1, topics below the field and topic that their numbers
// say (where the reader or the office has named none). Refuses council.paper.number_missing, .title_missing, .text_too_long,
// .consultation_without_body, .field_incomplete, .topic_incomplete, .topic_number_twice, .topic_unplaced. The problem's field is the
// name of the form field (web/review_fields.hpp): "title", "t7-number".
Outcome<PaperDraft> admitted(PaperDraft draft);

}  // namespace lenkwerk::council
