#include "modules/council/commands/readings.hpp"

#include "modules/council/commands/storing.hpp"
#include "modules/council/rules/admission.hpp"
#include "modules/council/rules/corrections.hpp"
#include "modules/council/rules/reading_refusals.hpp"
#include "modules/council/store/papers.hpp"
#include "modules/council/store/readings.hpp"

#include <fmt/format.h>

namespace lenkwerk::council {
namespace {

constexpr std::size_t kLongestFileName = 200;  // bytes

void record(storage::Transaction& tx, std::string verb, ReadingId id) {
    tx.record({"council." + std::move(verb), {"paper_reading", id.value}});
}

// The name alone, without folders, so that nothing of the sender's machine is kept.
std::string plain(std::string const& file_name) {
    auto const name = file_name.substr(file_name.find_last_of("/\\") + 1);
    return name.substr(0, kLongestFileName);
}

Outcome<store::Reading> open_reading(storage::Transaction& tx, ReadingId id, std::int64_t version) {
    if (!tx.actor().may(kImport)) return refuse("access.denied");
    auto reading = store::find_reading(tx, id);
    if (!reading) return reading_unknown();
    if (reading->state != "open") return reading_is_closed();
    if (version != reading->version) return refuse("form.changed_meanwhile");
    return *std::move(reading);
}

// The paper as the office would have it, as far as it is known from before.
PaperDraft proposal(storage::Transaction& tx, PaperDraft const& now) {
    auto const number = now.number ? now.number->value : std::string();
    auto const paper = store::paper_numbered(tx, Viewer::everything(), number);
    auto const earlier = paper ? store::last_confirmed(tx, paper->id) : std::nullopt;
    return earlier ? with_corrections(earlier->as_read, earlier->draft, now) : now;
}

}  // namespace

Outcome<ReadingId> take_in(storage::Transaction& tx, std::string const& file_name, PaperReading const& reading) {
    if (!tx.actor().may(kImport)) return refuse("access.denied");
    if (reading.draft.number)
        for (auto const id : store::discard_open(tx, reading.draft.number->value)) record(tx, "reading_discarded", id);
    store::Reading taken;
    taken.file_name = plain(file_name);
    taken.as_read = reading.draft;
    taken.draft = proposal(tx, reading.draft);
    taken.source = reading.source;
    auto const id = store::insert_reading(tx, taken);
    record(tx, "paper_read", id);
    return id;
}

Outcome<Done> correct(storage::Transaction& tx, Correction const& correction) {
    auto reading = open_reading(tx, correction.id, correction.version);
    if (!reading) return reading.problems();
    reading->draft = correction.draft;
    store::update_reading(tx, *reading);
    record(tx, "reading_corrected", correction.id);
    return Done{};
}

Outcome<PaperId> confirm(storage::Transaction& tx, Confirmation const& confirmation) {
    auto reading = open_reading(tx, confirmation.correction.id, confirmation.correction.version);
    if (!reading) return reading.problems();
    auto draft = admitted(confirmation.correction.draft);
    if (!draft) return draft.problems();
    auto const paper =
        store_paper(tx, {*draft, confirmation.plan_title, confirmation.plan_motto, confirmation.audience});
    if (!paper) return paper;
    reading->draft = *std::move(draft);
    reading->state = "confirmed";
    reading->paper = *paper;
    store::update_reading(tx, *reading);
    return paper;
}

Outcome<Done> discard(storage::Transaction& tx, ReadingId id) {
    if (!tx.actor().may(kImport)) return refuse("access.denied");
    auto reading = store::find_reading(tx, id);
    if (!reading) return reading_unknown();
    if (reading->state != "open") return reading_is_closed();
    reading->state = "discarded";
    store::update_reading(tx, *reading);
    record(tx, "reading_discarded", id);
    return Done{};
}

Outcome<ReadingId> reopen(storage::Transaction& tx, PaperId paper) {
    if (!tx.actor().may(kImport)) return refuse("access.denied");
    auto const last = store::last_confirmed(tx, paper);
    if (!last) return reading_unknown();
    return take_in(tx, last->file_name, {last->as_read, last->source});
}

}  // namespace lenkwerk::council
