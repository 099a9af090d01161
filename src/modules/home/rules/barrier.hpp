#pragma once
// A barrier that a reader met and tells us of (feedback mechanism, Directive (EU) 2016/2102 Article 7; BITVNRW).
#include "base/outcome.hpp"
#include "base/time.hpp"

#include <string>

namespace lenkwerk::home {

struct BarrierReport {
    std::string page;     // where it happened, as the reader says; may be empty
    std::string text;     // what is in the way: 1 to 5,000 characters
    std::string contact;  // for the answer, only if the reader wants one: at most 200 characters
};
Outcome<BarrierReport> check_barrier(BarrierReport report);
// What the office did: 1 to 5,000 characters, without personal data.
Outcome<std::string> check_answer(std::string answer);

// More than so many in a day are not people: the form says so and names another way.
inline constexpr std::int64_t kMostReportsADay = 200;
// A contact that nobody needed for so long is not needed any more.
inline constexpr std::chrono::days kContactKept{180};

}  // namespace lenkwerk::home
