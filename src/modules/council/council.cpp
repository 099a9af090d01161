#include "modules/council/council.hpp"

#include "modules/council/store/papers.hpp"
#include "modules/council/store/readings.hpp"

namespace lenkwerk::council {

std::optional<Waiting> waiting_reading(storage::Reader const& reader, ReadingId id) {
    auto const reading = store::find_reading(reader, id);
    if (!reading || reading->state != "open") return std::nullopt;
    Waiting waiting{reading->id, reading->draft, reading->version, false, {}, std::nullopt};
    auto const number = reading->draft.number ? reading->draft.number->value : std::string();
    auto const paper = store::paper_numbered(reader, Viewer::everything(), number);
    if (!paper) return waiting;
    waiting.is_known = true;
    waiting.audience = paper->audience;
    auto const earlier = store::last_confirmed(reader, paper->id);
    waiting.differences = differences(earlier ? earlier->draft : PaperDraft{}, reading->draft);
    return waiting;
}

}  // namespace lenkwerk::council
