#pragma once
// Why the office's check of a paper is not taken, for reasons that only the database knows.
#include "base/outcome.hpp"

namespace lenkwerk::council {

inline Problems paper_unknown() { return refuse("council.paper.unknown"); }
inline Problems reading_unknown() { return refuse("council.reading.unknown"); }
inline Problems reading_is_closed() { return refuse("council.reading.closed"); }
// A body whose result is known would disappear from the sequence.
inline Problems result_would_be_lost(std::string body) {
    return refuse("council.reading.result_would_be_lost", "", {{"body", std::move(body)}});
}
inline Problems consultation_unknown() { return refuse("council.result.consultation_unknown"); }
inline Problems plan_title_missing() { return refuse("council.reading.plan_title_missing", "plan_title"); }

}  // namespace lenkwerk::council
