#pragma once
// The town with everything that a paper touches, for tests of commands and pages.
#include "modules/bodies/module.hpp"
#include "modules/budget/module.hpp"
#include "modules/council/council.hpp"
#include "modules/council/module.hpp"
#include "modules/council/tests/shared_paper.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "town/world.hpp"

namespace lenkwerk::council {

inline std::vector<Module> modules_of_papers() {
    return {people::module(), plan::module(),   places::module(), measures::module(),
            bodies::module(), budget::module(), module()};
}

inline PaperReading reading_of(std::string const& bytes) {
    auto reading = read_paper_with_source(bytes);
    if (!reading) throw std::runtime_error(reading.problems().front().key);
    return *std::move(reading);
}
inline PaperReading invented_reading() { return reading_of(invented_paper()); }

// What the office does with a file it trusts: takes it in and confirms it as it was read.
inline Outcome<PaperId> import_whole(storage::Transaction& tx, PaperReading const& reading,
                                     Audience const& audience = Audience::administration()) {
    auto const id = take_in(tx, "0417-24.txt", reading);
    if (!id) return id.problems();
    auto const waiting = waiting_reading(tx, *id).value();
    return confirm(tx, {{*id, waiting.draft, waiting.version}, "Gut leben", "", audience});
}

using Keys = std::vector<std::string>;
template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

}  // namespace lenkwerk::council
