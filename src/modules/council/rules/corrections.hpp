#pragma once
// What the office has corrected in a paper stays corrected when the paper is read again.
#include "modules/council/rules/paper_draft.hpp"

namespace lenkwerk::council {

// `now` as the office would have it: where it says what it said when it was `read` before, the office's `corrected` wording stands;
// what the office had left out stays out, what it had added comes again; what the paper says anew is taken as it is. With now == read
// the result is `corrected`, but for the lines.
PaperDraft with_corrections(PaperDraft const& read, PaperDraft const& corrected, PaperDraft now);

}  // namespace lenkwerk::council
